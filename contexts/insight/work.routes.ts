import { isAdministrator, isProvincialOfficer, isSignedIn, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { handle } from '#platform/method/handle.ts';
import { dataSetReply } from '#platform/spreadsheet/data-set.ts';
import type { SheetColumn } from '#platform/spreadsheet/sheet.ts';
import { noUnit, workKinds } from './work.ts';
import type { WorkReach } from './work-parts.store.ts';
import { workCount } from './work-count.store.ts';
import { workPage, workSet, type WorkCount } from './work.store.ts';
import { getWorkCount, exportWork, listWork } from './work.wire.ts';
import { countedNames, kindNames, subjectNames, toldNames, workSheetName, workTitles } from './work.words.ts';

const reachOf = (actor: Actor, today: Day): WorkReach => ({
  account: actor.account,
  province: isProvincialOfficer(actor),
  keepsUnits: isProvincialOfficer(actor) || isAdministrator(actor),
  units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
  organisations: actor.grants.flatMap(({ role, organisation }) =>
    role === 'organisation-manager' && organisation !== null ? [organisation] : [],
  ),
  today,
});

const sum = (counts: readonly WorkCount[]): number => counts.reduce((all, { count }) => all + count, 0);

const byKind = (counts: readonly WorkCount[]) =>
  workKinds.flatMap((kind) => {
    const count = sum(counts.filter((one) => one.kind === kind));
    return count === 0 ? [] : [{ kind, count }];
  });

const byPlace = (counts: readonly WorkCount[]) =>
  [...new Map(counts.map(({ code, name }) => [code, name]))].map(([code, name]) => ({
    code,
    name,
    count: sum(counts.filter((one) => one.code === code)),
  }));

const kindOf = (key: string): SheetColumn['kind'] => {
  if (key === 'since' || key === 'due' || key === 'told_on') return 'day';
  return key === 'days' || key === 'count' ? 'integer' : 'text';
};
const coded = { kind: kindNames, counted: countedNames, subject: subjectNames, told: toldNames };

export const workRoutes = [
  handle(listWork, async ({ input, actor, db, today, insist }) => {
    insist(isSignedIn(actor));
    const reach = reachOf(actor, today);
    const { rows, counts: all } = await workPage(db, reach, input);
    const there = all.filter(({ code }) => input.unit === undefined || (code ?? noUnit) === input.unit);
    const such = all.filter(({ kind }) => input.kind === undefined || kind === input.kind);
    return {
      items: rows.map(({ unit_code, unit_name, ...row }) => ({
        ...row,
        unit: unit_code === null ? null : { code: unit_code, name: unit_name ?? unit_code },
      })),
      total: sum(there.filter((one) => such.includes(one))),
      counts: byKind(there),
      places: byPlace(such),
    };
  }),

  handle(exportWork, async ({ input, actor, today, insist }) => {
    insist(isSignedIn(actor));
    const sheet = { name: workSheetName, titles: workTitles, kindOf, coded };
    return dataSetReply(sheet, workSet(reachOf(actor, today), input), input, today);
  }),

  handle(getWorkCount, async ({ actor, db, today, insist }) => {
    insist(isSignedIn(actor));
    return { total: await workCount(db, actor.province, reachOf(actor, today)) };
  }),
];
