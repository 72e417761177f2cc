import { overseesUnit } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { newTrail, noteRows, saveTrail } from './act-trail.store.ts';
import { founderObstacles } from './founder.store.ts';
import { settleExcess } from './capital-excess.store.ts';
import { foundingObstacles, registeringObstacles, type FounderTerms } from './founding.ts';
import { saveFounded, saveFounders, saveRegistration, type Founded } from './founding.store.ts';
import { foundOrganisation, listLinks, registerFounded } from './founding.wire.ts';
import { leastMembers } from './minimum.store.ts';
import { mayRegister } from './organisation.access.ts';
import { twinObstacles } from './organisation-change.routes.ts';
import { linksOf } from './organisation-link.store.ts';
import { stateOn } from './organisation-state.ts';
import { stateEntries } from './organisation-state.store.ts';
import { identityObstacles } from './organisation.ts';
import { lockOrganisation, organisationFacts, organisationRecord } from './organisation.store.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import { findUnit } from './unit.store.ts';

type Reason = string | Readonly<{ code: string }>;

export const refuse = (code: string, obstacles: readonly Reason[]): void => {
  const once = new Map(obstacles.map((obstacle) => [JSON.stringify(obstacle), obstacle]));
  if (once.size > 0) throw new Problem('conflict', code, { obstacles: [...once.values()] });
};

const termsOf = ({ founders }: Founded): FounderTerms[] =>
  founders.map(({ standing, party, partyOrganisation, nationalId }) => ({
    standing,
    party,
    partyOrganisation: partyOrganisation ?? null,
    nationalId: nationalId ?? null,
  }));

const identityOf = (given: Founded) => ({
  kind: given.kind,
  legalForm: null,
  taxNumber: given.certificate?.taxNumber ?? null,
  foundedOn: null,
  certificateOn: null,
});

/** As they were on the day; locked, so that none of them is dissolved while it founds. */
async function foundingOrganisations(db: Db, given: Founded): Promise<Map<string, PublishedOrganisation>> {
  const ids = [...new Set(given.founders.flatMap(({ partyOrganisation }) => partyOrganisation ?? []))].toSorted();
  const found = new Map<string, PublishedOrganisation>();
  for (const id of ids) {
    await lockOrganisation(db, id);
    const facts = await organisationFacts(db, id);
    const then = stateOn(await stateEntries(db, facts.id), given.onDay);
    found.set(id, { ...facts, kind: then?.kind ?? facts.kind, status: then?.status ?? facts.status });
  }
  return found;
}

export const foundingRoutes = [
  handle(foundOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    insist(mayRegister(actor, { unit: input.unit }));
    const unit = await findUnit(db, input.unit, today);
    const cooperatives = await foundingOrganisations(db, input);
    const least = await leastMembers(db, input.kind, input.onDay);
    const identity = identityOf(input);
    refuse('registry.founding.not-recordable', [
      ...foundingObstacles({
        kind: input.kind,
        onDay: input.onDay,
        today,
        founders: termsOf(input),
        cooperatives: [...cooperatives.values()].map((one) => ({ ...one, foundedOn: one.founded_on })),
        least: least?.least ?? null,
        certificate: input.certificate ?? null,
      }),
      ...identityObstacles(identity, today),
      ...(unit === undefined ? ['unit-unknown'] : []),
      ...(await twinObstacles(db, { id: input.organisation, name: input.name, ...identity })),
      ...(await founderObstacles(db, input, { cooperatives, today })),
    ]);

    const by = actor.account!;
    const trail = newTrail(input.act);
    await saveFounded(db, input, { unit: unit!, home: actor.province, by, trail });
    await saveFounders(db, { given: input, cooperatives, home: actor.province, by, trail });
    const { onDay } = input;
    await settleExcess(db, {
      organisations: [input.organisation],
      before: [],
      cause: 'founded',
      onDay,
      today,
      by,
      excuse: input,
      code: 'registry.founding.not-recordable',
    });
    await saveTrail(db, trail);
    await tell('registry.organisation.recorded', { organisation: input.organisation });
    return { status: (await organisationRecord(db, input.organisation)).status };
  }),

  handle(registerFounded, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const record = await organisationRecord(db, input.organisation);
    insist(overseesUnit(actor, record.unit_code));
    const taxNumber = input.certificate.taxNumber ?? null;
    refuse('registry.founding.not-registrable', [
      ...registeringObstacles(
        {
          provenance: record.provenance,
          status: record.status,
          foundedOn: record.founded_on,
          certificateOn: record.certificate_on,
        },
        input.onDay,
        today,
      ),
      ...identityObstacles(
        { kind: record.kind, legalForm: null, taxNumber, foundedOn: null, certificateOn: null },
        today,
      ),
      ...(await twinObstacles(db, { id: record.id, kind: record.kind, name: null, taxNumber })),
    ]);
    const certificate = { ...input.certificate, on: input.onDay };
    const trail = newTrail(input.act);
    await noteRows(db, trail, 'organisation', [record.id]);
    await saveRegistration(db, { ...input, certificate }, actor.account!);
    await saveTrail(db, trail);
    await tell('registry.act.recorded', { organisation: record.id, act: input.act, kind: 'registered' });
    return { status: (await organisationRecord(db, record.id)).status };
  }),

  handle(listLinks, async ({ input, db, insist }) => {
    insist(true);
    await organisationRecord(db, input.organisation);
    return { items: await linksOf(db, input.organisation) };
  }),
];
