import { handle } from '#platform/method/handle.ts';
import { houseOf } from '#registry';
import { coverOf } from './cover.ts';
import { mayRead } from './update.access.ts';
import { reporter } from './update.load.ts';
import { mediaTypes } from './update-sheet.routes.ts';
import { yearBookPdf, yearBookXlsx } from './year-book.print.ts';
import { yearBooks } from './year-book.store.ts';
import { exportYearBooks } from './year-book.wire.ts';

export const yearBookSheetRoutes = [
  handle(exportYearBooks, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const { year, format, language } = input;
    const years = (await yearBooks(db, facts.id)).filter((one) => year === undefined || one.year === year);
    const printed = { organisation: facts.name, cover: coverOf(facts), years };
    const told = ['Sổ kế toán năm', year, facts.short_name ?? facts.name].filter((part) => part !== undefined);
    return {
      fileName: `${told.join(' ')}.${format}`,
      mediaType: mediaTypes[format],
      body: format === 'pdf' ? await yearBookPdf(printed, await houseOf(db)) : yearBookXlsx(printed, language),
    };
  }),
];
