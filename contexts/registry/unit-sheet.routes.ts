import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { FileId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { findUpload } from './letterhead.store.ts';
import { maySetUp } from './setup.access.ts';
import { unitDifferences } from './unit-difference.ts';
import { elsewhere, takeOver } from './unit-sheet.store.ts';
import { readUnitSheet } from './unit-sheet.ts';
import { compareUnitSheet, importUnitSheet } from './unit-sheet.wire.ts';
import { unitsOfProvince } from './unit.store.ts';

const limits = { mostRows: 2_000, mostColumns: 60, mostSheets: 20 };

async function comparison(db: Db, actor: Actor, id: FileId, today: Day) {
  const file = await findUpload(db, id, actor.account!);
  if (file === undefined) throw new Problem('unprocessable', 'file.unknown', { file: id });
  const { units, troubles } = readUnitSheet(sheetOf(await readSheets(file.content, limits)).rows);
  const listed = (await unitsOfProvince(db, today)).map(({ valid_from, ...unit }) => ({ ...unit, from: valid_from }));
  const sheet = units.map(({ validFrom, ...unit }) => ({ ...unit, from: validFrom }));
  const differences = troubles.length > 0 ? [] : unitDifferences(listed, sheet);
  return { file, units, troubles, differences };
}

export const unitSheetRoutes = [
  handle(compareUnitSheet, async ({ input, actor, db, today, insist }) => {
    insist(maySetUp(actor));
    const { units, troubles, differences } = await comparison(db, actor, input.file, today);
    const told = differences.filter(({ kind }) => kind !== 'missing').length;
    return {
      rows: units.length,
      same: troubles.length > 0 ? 0 : units.length - told,
      differences: differences.map((one) => ({ ...one, fields: [...one.fields] })),
      troubles: troubles.slice(0, 500).map((trouble) => ({ ...trouble, found: trouble.found.slice(0, 200) })),
    };
  }),

  handle(importUnitSheet, async ({ input, actor, db, today, insist }) => {
    insist(maySetUp(actor));
    const { file, units, troubles, differences } = await comparison(db, actor, input.file, today);
    const codes = differences.flatMap(({ kind, code }) => (kind === 'new' ? [code] : []));
    const foreign = await elsewhere(db, codes);
    const obstacles = [
      ...(troubles.length > 0 ? ['cells-wrong'] : []),
      ...(foreign.length > 0 ? ['unit-of-another-province'] : []),
    ];
    if (obstacles.length > 0)
      throw new Problem('conflict', 'registry.unit-sheet.not-importable', { obstacles, units: foreign });
    const english = new Map(units.map(({ code, nameEn }) => [code, nameEn]));
    const count = { new: 0, corrected: 0, changed: 0 };
    for (const difference of differences) {
      if (difference.kind === 'missing') continue;
      count[difference.kind] += 1;
      await takeOver(db, {
        difference,
        nameEn: english.get(difference.code) ?? difference.code,
        source: file.name,
        by: actor.account!,
        province: actor.province,
      });
    }
    return count;
  }),
];
