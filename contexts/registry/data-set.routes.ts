import type { Actor, Role } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { handle, type DocumentReply } from '#platform/method/handle.ts';
import { dataSetReply, type DataSet } from '#platform/spreadsheet/data-set.ts';
import type { SheetColumn } from '#platform/spreadsheet/sheet.ts';
import { actSet, classSet, linkSet, parameterSet, requestSet, unitSet, yearlySet } from './data-set.store.ts';
import { exportActs, exportChangeRequests, exportParameters, exportUnits, exportYearly } from './data-set.wire.ts';
import {
  actNames,
  partNames,
  requestStateNames,
  setNames,
  setTitles,
  unitClassNames,
  unitKindNames,
  yesNames,
} from './data-set.words.ts';
import type { Words } from '#platform/spreadsheet/words.ts';
import { classReach, seesClasses, type ClassReach } from './organisation.access.ts';

type SetName = keyof typeof setNames;

/** What is kept as a code is told in words. */
const coded: Readonly<Record<SetName, Readonly<Record<string, Readonly<Record<string, Words>>>>>> = {
  yearly: {},
  acts: { kind: actNames },
  requests: { state: requestStateNames },
  parameters: { verified: yesNames, own: yesNames },
  units: { kind: unitKindNames, verified: yesNames },
  links: { part: partNames, verified: yesNames },
  classes: { class: unitClassNames, verified: yesNames },
};

const days = new Set(['onDay', 'from', 'until', 'submittedOn', 'answeredOn']);
const counts = new Set(['year', 'officialMembers', 'workers', 'round', 'fields']);
const kindOf = (key: string): SheetColumn['kind'] => {
  if (key.endsWith('Vnd')) return 'vnd';
  if (days.has(key)) return 'day';
  return counts.has(key) ? 'integer' : 'text';
};

/** One of the sheets, with all rows of a set. */
const setReply = (name: SetName, set: DataSet, asked: Parameters<typeof dataSetReply>[2], today: Day): DocumentReply =>
  dataSetReply({ name: setNames[name], titles: setTitles[name], kindOf, coded: coded[name] }, set, asked, today);

/** The officer's places, auditors everything, and the organisations in which somebody has one of these roles. */
const reachOf = (actor: Actor, roles?: readonly Role[]): ClassReach => ({
  ...classReach(actor),
  organisations: actor.grants.flatMap(({ role, organisation }) =>
    organisation !== null && (roles?.includes(role) ?? true) ? [organisation] : [],
  ),
});

export const dataSetRoutes = [
  handle(exportYearly, async ({ input, actor, today, insist }) => {
    const reach = reachOf(actor);
    insist(seesClasses(reach));
    return setReply('yearly', yearlySet(reach), input, today);
  }),

  handle(exportActs, async ({ input, today, insist }) => {
    insist(true);
    return setReply('acts', actSet, input, today);
  }),

  handle(exportChangeRequests, async ({ input, actor, today, insist }) => {
    const reach = reachOf(actor, ['organisation-manager', 'organisation-member']);
    insist(seesClasses(reach));
    return setReply('requests', requestSet(reach), input, today);
  }),

  handle(exportParameters, async ({ input, today, insist }) => {
    insist(true);
    return setReply('parameters', parameterSet, input, today);
  }),

  handle(exportUnits, async ({ input, today, insist }) => {
    insist(true);
    const sets = { units: unitSet, links: linkSet, classes: classSet };
    return setReply(input.what, sets[input.what], input, today);
  }),
];
