import type { Actor } from '#kernel/actor.ts';
import type { FileId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { formerDifferences } from './former-difference.ts';
import { readFormerSheet } from './former-sheet.ts';
import {
  correctFormer,
  formerForChange,
  isListedOtherwise,
  listedFormer,
  placeFormerSeats,
  takeFormer,
} from './former-unit.store.ts';
import { compareFormerSheet, correctFormerUnit, importFormerSheet } from './former-unit.wire.ts';
import { findUpload } from './letterhead.store.ts';
import { mayKeepFormer } from './setup.access.ts';
import { unitsOfProvince } from './unit.store.ts';

const limits = { mostRows: 2_000, mostColumns: 60, mostSheets: 20 };

async function comparison(db: Db, actor: Actor, id: FileId, today: Day) {
  const file = await findUpload(db, id, actor.account!);
  if (file === undefined) throw new Problem('unprocessable', 'file.unknown', { file: id });
  const codes = new Set<string>((await unitsOfProvince(db, today)).map(({ code }) => code));
  const { lines, troubles } = readFormerSheet(sheetOf(await readSheets(file.content, limits)).rows, codes);
  const found =
    troubles.length > 0 ? { differences: [], missing: 0 } : formerDifferences(await listedFormer(db), lines);
  return { file, lines, troubles, ...found };
}

export const formerUnitRoutes = [
  handle(compareFormerSheet, async ({ input, actor, db, today, insist }) => {
    insist(mayKeepFormer(actor));
    const { lines, troubles, differences, missing } = await comparison(db, actor, input.file, today);
    const told = differences.filter(({ line }) => line !== null).length;
    return {
      rows: lines.length,
      same: troubles.length > 0 ? 0 : lines.length - told,
      missing,
      differences: differences.map(({ kind, unit, code, line, was }) => ({ kind, unit, code, was, becomes: line })),
      troubles: troubles.slice(0, 500).map((trouble) => ({ ...trouble, found: trouble.found.slice(0, 200) })),
    };
  }),

  handle(importFormerSheet, async ({ input, actor, db, today, insist }) => {
    insist(mayKeepFormer(actor));
    const { file, troubles, differences } = await comparison(db, actor, input.file, today);
    if (troubles.length > 0)
      throw new Problem('conflict', 'registry.former-sheet.not-importable', { obstacles: ['cells-wrong'] });
    const count = await takeFormer(db, differences, { by: actor.account!, source: file.name });
    return { ...count, seats: await placeFormerSeats(db) };
  }),

  handle(correctFormerUnit, async ({ input, actor, db, today, insist }) => {
    insist(mayKeepFormer(actor));
    const { former, document, ...becomes } = input;
    const was = await formerForChange(db, former);
    if (was === undefined) throw new Problem('not-found', 'registry.former-unit.unknown');
    const obstacles = [
      ...((await isListedOtherwise(db, former, becomes)) ? ['listed-already'] : []),
      ...(becomes.abolishedOn > today ? ['in-future'] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.former-unit.not-correctable', { obstacles });
    await correctFormer(db, former, { was, becomes, verified: true }, { by: actor.account!, source: document });
    await placeFormerSeats(db);
    return {};
  }),
];
