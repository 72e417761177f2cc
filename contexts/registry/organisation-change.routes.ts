import { overseesUnit } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { saveAct } from './act.store.ts';
import { mayChange, mayRegister } from './organisation.access.ts';
import { changeObstacles, identityObstacles, type OrganisationObstacle } from './organisation.ts';
import {
  givenFields,
  saveChange,
  saveOrganisation,
  savePlace,
  saveRepresentative,
} from './organisation-change.store.ts';
import {
  lockOrganisation,
  organisationRecord,
  placesOf,
  twinsOf,
  type OrganisationRecord,
} from './organisation.store.ts';
import { ownedBy } from './organisation.routes.ts';
import { changeOrganisation, registerOrganisation } from './organisation.wire.ts';
import { findUnit, type UnitFacts } from './unit.store.ts';

type Registered = ParsedInputOf<typeof registerOrganisation>;
type Changed = ParsedInputOf<typeof changeOrganisation>;

const refuse = (code: string, obstacles: readonly OrganisationObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const twinObstacles = async (db: Db, given: Parameters<typeof twinsOf>[1]): Promise<OrganisationObstacle[]> => {
  const twins = await twinsOf(db, given);
  return [
    ...(twins.taxNumber ? (['tax-number-taken'] as const) : []),
    ...(twins.name ? (['name-taken'] as const) : []),
  ];
};

/** A seat is a unit of today, or an address elsewhere. */
function placeObstacles(
  given: Pick<Registered, 'unit' | 'address'>,
  unit: UnitFacts | undefined,
): OrganisationObstacle[] {
  if (given.unit !== undefined) return unit === undefined ? ['unit-unknown'] : [];
  return given.address === undefined ? ['place-missing'] : [];
}

/** What the record would be after the change. */
const identityAfter = (record: OrganisationRecord, given: Changed) => ({
  kind: record.kind,
  taxNumber: given.taxNumber === undefined ? record.tax_number : given.taxNumber,
  foundedOn: given.foundedOn === undefined ? record.founded_on : given.foundedOn,
  certificateOn: given.certificateOn === undefined ? record.certificate_on : given.certificateOn,
});

const twinsAfter = ({ id, kind }: OrganisationRecord, given: Changed) => ({
  id,
  kind,
  name: given.name ?? null,
  taxNumber: given.taxNumber ?? null,
});

const identityOf = (given: Registered) => ({
  kind: given.kind,
  taxNumber: given.taxNumber ?? null,
  foundedOn: given.foundedOn ?? null,
  certificateOn: given.certificateOn ?? null,
});

const placeOf = (given: Registered, unit: UnitFacts | undefined) => ({
  unit: unit ?? null,
  address: given.address ?? null,
  lon: given.lon ?? null,
  lat: given.lat ?? null,
});

/** The first act of its life: registered when there is a certificate, founded otherwise. */
const beginning = ({ certificateOn, foundedOn }: Registered, today: Day) =>
  certificateOn === undefined
    ? { kind: 'founded' as const, onDay: foundedOn ?? today }
    : { kind: 'registered' as const, onDay: certificateOn };

/** For a seat outside the province of an organisation whose founding is not known. */
const firstDay = '2000-01-01' as Day;

const placeFields = ['unit', 'address', 'lon', 'lat'] as const;

async function movePlace(db: Db, given: Changed, unit: UnitFacts | undefined, today: Day): Promise<void> {
  if (placeFields.every((field) => given[field] === undefined)) return;
  const [present] = await placesOf(db, given.organisation);
  const unitNow = present?.unit ? await findUnit(db, present.unit.code, today) : undefined;
  const kept = <T>(value: T | undefined, before: T | undefined): T | null =>
    value === undefined ? (before ?? null) : value;
  const place = {
    unit: unit ?? unitNow ?? null,
    address: kept(given.address, present?.address),
    lon: kept(given.lon, present?.lon),
    lat: kept(given.lat, present?.lat),
  };
  if (place.unit === null && place.address === null)
    throw new Problem('conflict', 'registry.organisation.not-changeable', { obstacles: ['place-missing'] });
  await savePlace(db, given.organisation, place, today);
}

export const organisationChangeRoutes = [
  handle(registerOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    insist(mayRegister(actor, { unit: input.unit ?? null }));
    const unit = input.unit === undefined ? undefined : await findUnit(db, input.unit, today);
    const identity = identityOf(input);
    refuse('registry.organisation.not-recordable', [
      ...identityObstacles(identity, today),
      ...placeObstacles(input, unit),
      ...(await twinObstacles(db, { id: input.id, name: input.name, ...identity })),
    ]);

    await saveOrganisation(db, input, actor.province);
    await savePlace(db, input.id, placeOf(input, unit), laterOf(unit?.valid_from ?? firstDay, input.foundedOn));
    if (input.representative !== undefined) await saveRepresentative(db, input.id, input.representative, today);
    await saveAct(db, { organisation: input.id, ...beginning(input, today) }, actor.account);
    await tell('registry.organisation.recorded', { organisation: input.id });
    return { version: 1 };
  }),

  handle(changeOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const record = await organisationRecord(db, input.organisation);
    insist(mayChange(actor, ownedBy(record)));
    const unit = input.unit === undefined ? undefined : await findUnit(db, input.unit, today);
    const fields = givenFields(input);
    const officer = overseesUnit(actor, record.unit_code);
    refuse('registry.organisation.not-changeable', [
      ...changeObstacles({
        provenance: record.provenance,
        status: record.status,
        version: record.version,
        expected: input.version,
        fields,
        officer,
      }),
      ...identityObstacles(identityAfter(record, input), today),
      ...(input.unit !== undefined && unit === undefined ? (['unit-unknown'] as const) : []),
      // Asked for an officer only: to others a taken number would tell that somebody has it.
      ...(officer ? await twinObstacles(db, twinsAfter(record, input)) : []),
    ]);

    await movePlace(db, input, unit, today);
    if (input.representative !== undefined) await saveRepresentative(db, record.id, input.representative, today);
    const version = await saveChange(db, input);
    const note = [fields.join(', '), input.note].filter(Boolean).join(': ');
    await saveAct(
      db,
      { organisation: record.id, kind: 'changed', onDay: today, document: input.document, note },
      actor.account,
    );
    await tell('registry.organisation.changed', { organisation: record.id, fields });
    return { version };
  }),
];

const laterOf = (a: Day, b: Day | undefined): Day => (b !== undefined && b > a ? b : a);
