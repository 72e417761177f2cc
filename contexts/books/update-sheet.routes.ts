import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayRead } from './update.access.ts';
import { reporter, updatePage } from './update.load.ts';
import { houseOf } from '#registry';
import { updatePdf, updateXlsx } from './update.print.ts';
import { findUpdate } from './update.store.ts';
import { exportUpdate } from './update.wire.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const isPersonNumber = (taxNumber: string | null): boolean => taxNumber?.length === 12;

export const updateSheetRoutes = [
  handle(exportUpdate, async ({ input, actor, db, today, insist }) => {
    const { facts, owned, form } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    if (form === undefined) throw new Problem('not-found', 'books.update.no-form');
    const update = await findUpdate(db, facts.id, input.year);
    const page = await updatePage(db, { facts, form, year: input.year, update }, { actor, today, isDraftable: false });
    const cover = {
      synthetic: facts.provenance === 'synthetic',
      unit: facts.unit_name,
      // A person's number is nobody's business on a sheet that is passed on.
      taxNumber: isPersonNumber(facts.tax_number) ? null : facts.tax_number,
    };
    return {
      fileName: `Biểu ${form} ${input.year} ${facts.short_name ?? facts.name}.${input.format}`,
      mediaType: mediaTypes[input.format],
      body: input.format === 'pdf' ? await updatePdf(page, cover, await houseOf(db)) : await updateXlsx(page, cover),
    };
  }),
];
