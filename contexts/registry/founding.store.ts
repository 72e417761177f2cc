import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { noteMade, type Trail } from './act-trail.store.ts';
import { saveAct } from './act.store.ts';
import type { ActId } from './act.wire.ts';
import type { CapitalActId } from './capital.ts';
import { saveCapitalAct } from './capital.store.ts';
import { toldOf } from './consent.ts';
import { saveConsent } from './consent.store.ts';
import type { foundOrganisation } from './founding.wire.ts';
import { saveEntries, saveMember } from './member.store.ts';
import { saveOrganisation, saveRepresentative, saveState } from './organisation-change.store.ts';
import { savePlace } from './organisation-place.store.ts';
import { saveLinks } from './organisation-link.store.ts';
import { beginHistory } from './organisation-state.store.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import { saveGuardian, saveMemberRepresentative } from './party.store.ts';
import type { MemberRepresentativeId } from './party.wire.ts';
import type { UnitFacts } from './unit.store.ts';

export type Founded = ParsedInputOf<typeof foundOrganisation>;
type Certificate = NonNullable<Founded['certificate']>;

interface Here {
  readonly unit: UnitFacts;
  readonly home: Province;
  readonly by: AccountId;
  readonly trail: Trail;
}

/** The record, its seat, who stands for it and its first act. A group works at once; the others when they are registered. */
export async function saveFounded(db: Db, given: Founded, { unit, home, by, trail }: Here): Promise<void> {
  const { organisation: id, onDay } = given;
  const status = given.kind === 'cooperative-group' ? 'operating' : 'founding';
  await saveOrganisation(db, { ...given, id, foundedOn: onDay, certificateOn: undefined }, home, status);
  const place = { unit, address: given.address ?? null, lon: null, lat: null };
  const from = unit.valid_from < onDay ? onDay : unit.valid_from;
  await savePlace(db, id, place, { day: from, known: true });
  if (given.representative !== undefined) await saveRepresentative(db, id, given.representative, onDay);
  await beginHistory(db, id);
  noteMade(trail, 'organisation', id);
  await saveAct(db, { ...given, id: given.act, kind: 'founded' }, by);
  if (given.certificate !== undefined)
    await saveRegistration(
      db,
      { partOf: given.act, organisation: id, document: given.document, certificate: given.certificate },
      by,
    );
}

interface Registration {
  readonly act?: ActId;
  readonly partOf?: ActId;
  readonly organisation: OrganisationId;
  readonly document: string;
  readonly legalBasis?: string | undefined;
  readonly note?: string | undefined;
  readonly certificate: Certificate;
}

/** With its certificate it is a legal person, and works. */
export async function saveRegistration(db: Db, given: Registration, by: AccountId): Promise<void> {
  const { organisation, certificate } = given;
  const { act: id, certificate: _, ...basis } = given;
  const act = await saveAct(db, { ...basis, id, kind: 'registered', onDay: certificate.on }, by);
  await saveState(db, organisation, {
    on: certificate.on,
    act,
    values: {
      status: 'operating',
      certificate_on: certificate.on,
      registration_number: certificate.number,
      ...(certificate.taxNumber !== undefined && { tax_number: certificate.taxNumber }),
    },
  });
}

const promised = ({ subscribedVnd, contributedVnd }: Founded['founders'][number]): number =>
  subscribedVnd ?? contributedVnd;

/** What they promised and paid in is the first entry of the capital's book. */
async function saveFoundersCapital(db: Db, given: Founded, by: AccountId): Promise<void> {
  const lines = given.founders
    .filter((founder) => promised(founder) > 0)
    .map((founder) => ({
      member: founder.id,
      form: 'money' as const,
      subscribedVnd: promised(founder),
      paidVnd: founder.contributedVnd,
    }));
  if (lines.length === 0) return;
  const { organisation, onDay, document } = given;
  const id = newId<CapitalActId>();
  await saveCapitalAct(db, { id, organisation, kind: 'subscribed', onDay, document, cause: given.act, by, lines });
}

interface Founders {
  readonly given: Founded;
  readonly cooperatives: ReadonlyMap<string, PublishedOrganisation>;
  readonly home: Province;
  readonly by: AccountId;
  readonly trail: Trail;
}

async function saveFounderPersons(
  db: Db,
  founder: Founded['founders'][number],
  onDay: Day,
  by: AccountId,
): Promise<void> {
  const { id: member, representative, guardian } = founder;
  if (representative !== undefined)
    await saveMemberRepresentative(
      db,
      { ...representative, id: newId<MemberRepresentativeId>(), member, from: onDay },
      by,
    );
  if (guardian !== undefined) await saveGuardian(db, member, guardian, by);
}

/** Its first members. A cooperative that founds a union goes on as it is; that it took part stands in its own life line. */
export async function saveFounders(db: Db, { given, cooperatives, home, by, trail }: Founders): Promise<void> {
  const { organisation, onDay } = given;
  for (const founder of given.founders) {
    const known = founder.partyOrganisation && cooperatives.get(founder.partyOrganisation);
    const name = known ? known.name : (founder.name ?? '');
    await saveMember(db, { ...founder, organisation, name, joinedOn: onDay }, home);
    noteMade(trail, 'member', founder.id);
    await saveFounderPersons(db, founder, onDay, by);
    await saveConsent(db, { member: founder.id, fields: toldOf(founder), given: given.consent, by });
  }
  await saveFoundersCapital(db, given, by);
  await saveEntries(
    db,
    given.founders.map(({ id }) => ({ member: id, organisation, kind: 'recorded' as const, onDay })),
    by,
  );
  if (given.kind !== 'union') return;
  const predecessors = [...cooperatives.values()].map(({ id }) => id);
  await saveLinks(
    db,
    predecessors.map((predecessor) => ({
      predecessor,
      successor: organisation,
      way: 'founded-union' as const,
      act: given.act,
      onDay,
    })),
  );
  for (const predecessor of predecessors)
    await saveAct(
      db,
      {
        organisation: predecessor,
        kind: 'joined-union',
        partOf: given.act,
        onDay,
        document: given.document,
        note: given.name,
      },
      by,
    );
}
