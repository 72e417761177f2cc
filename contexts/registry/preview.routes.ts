import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { certificatesOf } from './certificate.store.ts';
import { memberSight, mayKeepMembers } from './member.access.ts';
import { membersOn, presentPersons, type PersonThen } from './member-carry.store.ts';
import { memberMoves } from './merger.ts';
import { mergingMember } from './merger.store.ts';
import { leastMembers } from './minimum.store.ts';
import { organisationFacts } from './organisation.store.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import { countingMembers } from './reshaping.ts';
import { listPresentMembers, previewMerger } from './reshaping.wire.ts';

const sums = (members: readonly PersonThen[]) => ({
  subscribedVnd: members.reduce((sum, member) => sum + member.subscribedVnd, 0),
  paidVnd: members.reduce((sum, member) => sum + member.paidVnd, 0),
});

const counts = (kind: string, members: readonly PersonThen[]) => ({
  members: members.length,
  official: countingMembers(
    kind,
    members.map(({ standing }) => standing),
  ),
});

interface Party {
  readonly facts: PublishedOrganisation;
  readonly members: readonly PersonThen[];
}

async function partyOn(db: Db, id: OrganisationId, on: Day): Promise<Party> {
  return { facts: await organisationFacts(db, id), members: presentPersons(await membersOn(db, id, on)) };
}

async function rowOf(db: Db, { facts, members }: Party, role: 'predecessor' | 'successor') {
  const { id, name, kind } = facts;
  const certificates = (await certificatesOf(db, id)).filter(({ withdrawn_on }) => withdrawn_on === null).length;
  return { id, name, kind, role, certificates, ...counts(kind, members), ...sums(members) };
}

/** Everybody of all of them, each person once. */
function afterMerger(predecessors: readonly Party[], into: Party | undefined, leaving: readonly string[]) {
  const there = into?.members ?? [];
  const going = predecessors.map(({ members }) => members.filter(({ id }) => !leaving.includes(id)));
  const moves = memberMoves(
    going.map((members) => members.map(mergingMember)),
    there.map(mergingMember),
  );
  const made = new Set(moves.flatMap(({ to }) => ('made' in to ? [to.made] : [])));
  const kind = predecessors[0]?.facts.kind ?? '';
  const all = going.flat();
  const present = [...there, ...all.filter(({ id }) => made.has(id))];
  return { together: all.length - made.size, after: { ...counts(kind, present), ...sums([...there, ...all]) } };
}

const least = async (db: Db, kind: string, on: Day): Promise<number | null> =>
  (await leastMembers(db, kind, on))?.least ?? null;

export const previewRoutes = [
  handle(previewMerger, async ({ input, actor, db, insist }) => {
    const predecessors = [];
    for (const id of new Set(input.organisations)) predecessors.push(await partyOn(db, id, input.onDay));
    const into = input.into === undefined ? undefined : await partyOn(db, input.into, input.onDay);
    const all = [...predecessors, ...(into === undefined ? [] : [into])];
    insist(all.every(({ facts }) => mayKeepMembers(actor, { organisation: facts.id, unit: facts.unit_code })));
    const items = [];
    for (const party of predecessors) items.push(await rowOf(db, party, 'predecessor'));
    if (into !== undefined) items.push(await rowOf(db, into, 'successor'));
    const kind = predecessors[0]!.facts.kind;
    return { items, ...afterMerger(predecessors, into, input.leaving), least: await least(db, kind, input.onDay) };
  }),

  handle(listPresentMembers, async ({ input, actor, db, insist }) => {
    const facts = await organisationFacts(db, input.organisation);
    insist(memberSight(actor, { organisation: facts.id, unit: facts.unit_code }) === 'full');
    const members = presentPersons(await membersOn(db, facts.id, input.onDay));
    return {
      items: members.map(({ id, standing, subscribedVnd, paidVnd, records: [{ party, name, hamlet }] }) => ({
        id,
        party,
        name,
        hamlet,
        standing,
        subscribedVnd,
        paidVnd,
      })),
      least: {
        group: await least(db, 'cooperative-group', input.onDay),
        cooperative: await least(db, 'cooperative', input.onDay),
        union: await least(db, 'union', input.onDay),
      },
    };
  }),
];
