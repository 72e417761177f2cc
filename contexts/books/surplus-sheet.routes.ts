import { isAuditor } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { houseOf, saveExportLook } from '#registry';
import { coverOf } from './cover.ts';
import { recordedViews } from './surplus.load.ts';
import { surplusPdf, surplusXlsx } from './surplus.print.ts';
import { exportSurplus } from './surplus.wire.ts';
import { mayRead } from './update.access.ts';
import { reporter } from './update.load.ts';
import { mediaTypes } from './update-sheet.routes.ts';

export const surplusSheetRoutes = [
  handle(exportSurplus, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const { year, format, language } = input;
    const sharings = await recordedViews(db, facts, { actor, year });
    const named = new Set(sharings.flatMap(({ lines }) => lines.flatMap(({ member }) => member?.id ?? [])));
    if (named.size > 0 && !isAuditor(actor)) {
      const filter = { present: 'all' as const, format };
      await saveExportLook(db, { organisation: facts.id, filter, rows: named.size, by: actor.account! });
    }
    const printed = { organisation: facts.name, cover: coverOf(facts), sharings };
    const told = ['Chia lãi', year, facts.short_name ?? facts.name].filter((part) => part !== undefined);
    return {
      fileName: `${told.join(' ')}.${format}`,
      mediaType: mediaTypes[format],
      body: format === 'pdf' ? await surplusPdf(printed, await houseOf(db)) : surplusXlsx(printed, language),
    };
  }),
];
