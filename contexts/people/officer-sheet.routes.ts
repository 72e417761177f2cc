import { isAdministrator, isAuditor, isProvincialOfficer, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { FileId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { mailIsSet } from '#platform/mail/mail.ts';
import { handle } from '#platform/method/handle.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { personalIndex } from '#registry';
import { officerTemplate } from './officer-sheet.document.ts';
import { findUpload, knownUnits, peopleSetup, saveLinks, statesOf } from './officer-sheet.store.ts';
import { readOfficerSheet } from './officer-sheet.ts';
import { exportOfficerSheet, getPeopleSetup, importOfficerSheet, previewOfficerSheet } from './officer-sheet.wire.ts';

const limits = { mostRows: 2_000, mostColumns: 60, mostSheets: 20 };
const maySeePeopleSetup = (actor: Actor): boolean =>
  isAdministrator(actor) || isProvincialOfficer(actor) || isAuditor(actor);

async function sheetRead(db: Db, actor: Actor, id: FileId, today: Day) {
  const file = await findUpload(db, id, actor.account!);
  if (file === undefined) throw new Problem('unprocessable', 'file.unknown', { file: id });
  const units = await knownUnits(db, today);
  const { officers, troubles } = readOfficerSheet(sheetOf(await readSheets(file.content, limits)).rows, {
    units,
    today,
  });
  const indexOf = (email: string): Buffer => personalIndex(`email:${email}`, actor.province);
  const states =
    troubles.length > 0 ? officers.map(() => 'new' as const) : await statesOf(db, officers, { indexOf, today });
  return { officers, troubles, states, units, indexOf };
}

export const officerSheetRoutes = [
  handle(exportOfficerSheet, async ({ input, actor, db, today, insist }) => {
    insist(isAdministrator(actor));
    const [unit] = await knownUnits(db, today);
    return officerTemplate(input.language, unit?.name ?? '');
  }),

  handle(previewOfficerSheet, async ({ input, actor, db, today, insist }) => {
    insist(isAdministrator(actor));
    const { officers, troubles, states, units } = await sheetRead(db, actor, input.file, today);
    const names = new Map(units.map(({ code, name }) => [code, name]));
    return {
      officers: officers.map(({ unit, ...officer }, at) => ({
        ...officer,
        unit: unit === null ? null : { code: unit, name: names.get(unit) ?? unit },
        state: states[at]!,
      })),
      troubles: troubles.slice(0, 500).map((trouble) => ({ ...trouble, found: trouble.found.slice(0, 200) })),
    };
  }),

  handle(importOfficerSheet, async ({ input, actor, db, today, insist }) => {
    insist(isAdministrator(actor));
    const { officers, troubles, states, indexOf } = await sheetRead(db, actor, input.file, today);
    const wanted = officers.filter((_, at) => states[at] === 'new');
    const linkOf = new Map(input.links.map((link) => [link.row, link]));
    const links = wanted.flatMap((officer) => {
      const link = linkOf.get(officer.row);
      return link === undefined ? [] : [{ ...link, officer, emailIndex: indexOf(officer.email) }];
    });
    const obstacles = [
      ...(troubles.length > 0 ? ['cells-wrong'] : []),
      ...(troubles.length === 0 && wanted.length === 0 ? ['nobody-new'] : []),
      ...(links.length < wanted.length ? ['link-missing'] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'people.officer-sheet.not-importable', { obstacles });
    const expiresAt = await saveLinks(db, links, actor.account!);
    return { invited: links.map(({ row }) => row), expiresAt };
  }),

  handle(getPeopleSetup, async ({ actor, db, today, insist }) => {
    insist(maySeePeopleSetup(actor));
    const { administrators, provincial, commune, auditors, open, units, tested_at, tested_by } = await peopleSetup(
      db,
      today,
    );
    return {
      officers: { administrators, provincial, commune, auditors },
      open,
      unitsWithOfficer: units,
      mail: { isSet: mailIsSet(), testedAt: tested_at, testedBy: tested_by },
    };
  }),
];
