import { overseesUnit } from '#kernel/actor.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { newTrail, noteRows, saveTrail, type Trail } from './act-trail.store.ts';
import { saveAct } from './act.store.ts';
import { returnCapital } from './capital-return.store.ts';
import { settleExcess } from './capital-excess.store.ts';
import { conversionObstacles } from './conversion.ts';
import { refuse } from './founding.routes.ts';
import {
  changeStandings,
  endMemberships,
  presentPersons,
  recordsNamed,
  type MemberThen,
} from './member-carry.store.ts';
import { leastMembers } from './minimum.store.ts';
import { twinObstacles } from './organisation-change.routes.ts';
import { saveState } from './organisation-change.store.ts';
import { identityObstacles } from './organisation.ts';
import type { OrganisationRecord } from './organisation.store.ts';
import { restateParty } from './party-carry.store.ts';
import { shapedRecord } from './reshaping.store.ts';
import { convertOrganisation } from './reshaping.wire.ts';

type Converted = ParsedInputOf<typeof convertOrganisation>;

/** A cooperative cannot bear a person's number; without a new one the group's own goes on. */
const taxNumberAfter = (given: Converted, record: OrganisationRecord): string | null =>
  given.certificate.taxNumber ?? record.tax_number;

const identityAfter = (given: Converted, record: OrganisationRecord) => ({
  kind: 'cooperative' as const,
  legalForm: null,
  taxNumber: taxNumberAfter(given, record),
  foundedOn: null,
  certificateOn: null,
});

interface Converting {
  readonly given: Converted;
  readonly record: OrganisationRecord;
  readonly members: readonly MemberThen[];
  readonly trail: Trail;
  readonly by: NonNullable<Parameters<typeof saveAct>[2]>;
}

async function saveConversion(db: Db, { given, record, members, trail, by }: Converting): Promise<void> {
  await noteRows(db, trail, 'organisation', [record.id]);
  await saveAct(db, { ...given, id: given.act, kind: 'converted' }, by);
  await saveState(db, record.id, {
    on: given.onDay,
    act: given.act,
    values: {
      kind: 'cooperative',
      name: given.name,
      short_name: given.shortName ?? null,
      registration_number: given.certificate.number,
      certificate_on: given.onDay,
      tax_number: taxNumberAfter(given, record),
    },
  });
  const ending = { trail, on: given.onDay, by };
  const staying = recordsNamed(members, given.staying).map(({ named, record }) => ({
    member: record,
    standing: named.standing,
  }));
  await restateParty(db, record.id, { trail, onDay: given.onDay, name: given.name });
  await changeStandings(db, staying, ending);
  const left = recordsNamed(members, given.leaving).map(({ named, record }) => ({
    member: record,
    kind: 'left' as const,
    reason: named.reason,
  }));
  await endMemberships(db, left, ending);
}

export const conversionRoutes = [
  handle(convertOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    const { record, shaped, members } = await shapedRecord(db, input.organisation, input.onDay);
    insist(overseesUnit(actor, record.unit_code));
    const persons = presentPersons(members);
    const identity = identityAfter(input, record);
    const least = await leastMembers(db, 'cooperative', input.onDay);
    refuse('registry.conversion.not-recordable', [
      ...conversionObstacles({
        group: shaped,
        onDay: input.onDay,
        today,
        present: persons,
        staying: input.staying,
        leaving: input.leaving,
        least: least?.least ?? null,
      }),
      ...identityObstacles(identity, today),
      ...(await twinObstacles(db, { id: record.id, name: input.name, ...identity })),
    ]);

    const by = actor.account!;
    const trail = newTrail(input.act);
    const leaving = new Set(input.leaving.map(({ member }) => member));
    const gone = new Set(members.filter(({ person }) => leaving.has(person)).map(({ id }) => id));
    await saveConversion(db, { given: input, record, members, trail, by });
    const { organisation, onDay, document } = input;
    await returnCapital(db, { organisation, onDay, document, cause: input.act, by, members: gone });
    await settleExcess(db, {
      organisations: [organisation],
      before: [],
      cause: 'converted',
      onDay,
      today,
      by,
      excuse: input,
      code: 'registry.conversion.not-recordable',
    });
    await saveTrail(db, trail);
    await tell('registry.organisation.converted', { organisation, act: input.act });
    const held = persons.filter(({ id }) => !leaving.has(id));
    return {
      members: held.length,
      left: leaving.size,
      subscribedVnd: held.reduce((sum, member) => sum + member.subscribedVnd, 0),
      paidVnd: held.reduce((sum, member) => sum + member.paidVnd, 0),
    };
  }),
];
