import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayRead } from './update.access.ts';
import { reporter, updatePage } from './update.load.ts';
import { houseOf } from '#registry';
import { coverOf } from './cover.ts';
import { updatePdf, updateXlsx } from './update.print.ts';
import { findUpdate } from './update.store.ts';
import { exportUpdate } from './update.wire.ts';

export const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const updateSheetRoutes = [
  handle(exportUpdate, async ({ input, actor, db, today, insist }) => {
    const { facts, owned, form: formThen } = await reporter(db, input.organisation, input.year);
    insist(mayRead(actor, owned));
    const update = await findUpdate(db, facts.id, input.year);
    const form = update?.form ?? formThen;
    if (form === undefined) throw new Problem('not-found', 'books.update.no-form');
    const page = await updatePage(db, { facts, form, year: input.year, update }, { actor, today, isDraftable: false });
    const cover = coverOf(facts);
    return {
      fileName: `Biểu ${form} ${input.year} ${facts.short_name ?? facts.name}.${input.format}`,
      mediaType: mediaTypes[input.format],
      body: input.format === 'pdf' ? await updatePdf(page, cover, await houseOf(db)) : await updateXlsx(page, cover),
    };
  }),
];
