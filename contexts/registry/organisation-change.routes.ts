import { overseesUnit, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { claimFile } from '#platform/file/file.store.ts';
import { handle } from '#platform/method/handle.ts';
import { mayChange, mayRegister } from './organisation.access.ts';
import {
  changeObstacles,
  effectiveObstacles,
  identityObstacles,
  seatObstacles,
  type OrganisationObstacle,
} from './organisation.ts';
import type { ActDocument } from './act-document.wire.ts';
import type { ActId } from './act.wire.ts';
import { documentObstacles, registeredOf } from './organisation-change.ts';
import { givenFields } from './organisation-change.store.ts';
import { applyChange, enterOrganisation, seatOf } from './organisation-enter.store.ts';
import { moveObstacles, moveOf, type Move } from './organisation-seat.store.ts';
import {
  findRepresentative,
  lockOrganisation,
  organisationRecord,
  twinsOf,
  type OrganisationRecord,
} from './organisation.store.ts';
import { ownedBy } from './organisation.routes.ts';
import { changeOrganisation, registerOrganisation } from './organisation.wire.ts';
import { findUnit } from './unit.store.ts';

type Registered = ParsedInputOf<typeof registerOrganisation>;
type Changed = ParsedInputOf<typeof changeOrganisation>;

const refuse = (code: string, obstacles: readonly OrganisationObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

export const twinObstacles = async (db: Db, given: Parameters<typeof twinsOf>[1]): Promise<OrganisationObstacle[]> => {
  const twins = await twinsOf(db, given);
  return [
    ...(twins.taxNumber ? (['tax-number-taken'] as const) : []),
    ...(twins.name ? (['name-taken'] as const) : []),
  ];
};

/** What the record would be after the change. */
const identityAfter = (record: OrganisationRecord, given: Changed) => ({
  kind: record.kind,
  legalForm: given.legalForm === undefined ? record.legal_form : given.legalForm,
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
  legalForm: given.legalForm ?? null,
  taxNumber: given.taxNumber ?? null,
  foundedOn: given.foundedOn ?? null,
  certificateOn: given.certificateOn ?? null,
});

export interface Changer {
  readonly db: Db;
  readonly actor: Actor;
  readonly today: Day;
  /** Locked by the caller, who has seen to it that the actor may change it. */
  readonly record: OrganisationRecord;
  /** As an officer: identity too, not only what an organisation keeps up to date itself. */
  readonly officer: boolean;
  /** Made beforehand, where its paper was claimed for it. */
  readonly act?: ActId;
  /** Of a request, which has brought it already. */
  readonly paper?: ActDocument | string;
}

const moveBy = ({ db, actor, today, record }: Changer, given: Changed): Promise<Move> =>
  moveOf(db, { given, record, on: given.onDay ?? today, home: actor.province });

/** Is who stands for it only given another phone? */
async function keepsRepresentative(db: Db, { organisation, representative }: Changed): Promise<boolean> {
  if (representative === undefined) return true;
  const present = await findRepresentative(db, organisation);
  return present?.name === representative.name && present.title === representative.title;
}

/** Every reason why a record cannot be changed so. To others than officers a taken number would tell that somebody has it. */
export async function recordObstacles(changer: Changer, given: Changed): Promise<OrganisationObstacle[]> {
  const { db, actor, today, record, officer } = changer;
  const keeps = await keepsRepresentative(db, given);
  return [
    ...changeObstacles({
      kind: record.kind,
      provenance: record.provenance,
      status: record.status,
      version: record.version,
      expected: given.version,
      fields: givenFields(given),
      keepsRepresentative: keeps,
      officer,
    }),
    ...(changer.paper === undefined
      ? documentObstacles(registeredOf(givenFields(given), keeps), given.document, today)
      : []),
    ...effectiveObstacles(given.onDay ?? today, record.founded_on, today),
    ...identityObstacles(identityAfter(record, given), today),
    ...moveObstacles(await moveBy(changer, given)),
    ...(overseesUnit(actor, record.unit_code) ? await twinObstacles(db, twinsAfter(record, given)) : []),
  ];
}

/** Takes a change over, or refuses it with every obstacle. */
export async function changeRecord(
  changer: Changer,
  given: Changed,
): Promise<{ readonly version: number; readonly fields: readonly string[] }> {
  const { db, actor, today, record, act, paper } = changer;
  refuse('registry.organisation.not-changeable', await recordObstacles(changer, given));
  const { version } = await applyChange(db, given, {
    record,
    home: actor.province,
    today,
    by: actor.account,
    act,
    paper,
  });
  return { version, fields: givenFields(given) };
}

export const organisationChangeRoutes = [
  handle(registerOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    insist(mayRegister(actor, { unit: input.unit ?? null }));
    const unit = input.unit === undefined ? undefined : await findUnit(db, input.unit, today);
    const identity = identityOf(input);
    const home = actor.province;
    const seat = seatOf(input, home);
    refuse('registry.organisation.not-recordable', [
      ...identityObstacles(identity, today),
      ...(input.unit !== undefined && unit === undefined ? (['unit-unknown'] as const) : seatObstacles(seat, home)),
      ...(await twinObstacles(db, { id: input.id, name: input.name, ...identity })),
    ]);

    await enterOrganisation(db, input, { unit, seatProvince: seat.province, today, by: actor.account });
    await tell('registry.organisation.recorded', { organisation: input.id });
    return { version: 1 };
  }),

  handle(changeOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const record = await organisationRecord(db, input.organisation);
    insist(mayChange(actor, ownedBy(record)));
    const officer = overseesUnit(actor, record.unit_code);
    const act = newId<ActId>();
    const file = input.document?.file;
    if (file !== undefined) await claimFile(db, actor, file, { kind: 'registry.act', id: act });
    const { version, fields } = await changeRecord({ db, actor, today, record, officer, act }, input);
    await tell('registry.organisation.changed', { organisation: record.id, fields });
    return { version };
  }),
];
