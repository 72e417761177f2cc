import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { CapitalActId, CapitalLine } from './capital.ts';
import { capObstacles, type CapObstacle, type Holder } from './capital-cap.ts';
import { byPerson, capitalFacts, saveCapitalAct } from './capital.store.ts';
import type { Standing } from './member.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';

interface Joined {
  readonly id: MemberId;
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly standing: Standing;
  readonly foreignInvestor: boolean;
  readonly joinedOn: Day;
  readonly subscribedVnd: number;
  readonly contributedVnd: number;
}

const lineOf = (joined: Joined): CapitalLine => ({
  member: joined.id,
  form: 'money',
  subscribedVnd: joined.subscribedVnd,
  paidVnd: joined.contributedVnd,
});

/** Which caps a new member's first capital would break. */
export async function firstCapitalObstacles(
  db: Db,
  { kind, founded_on }: PublishedOrganisation,
  joined: Joined,
): Promise<(CapObstacle & { name: string })[]> {
  if (joined.subscribedVnd === 0) return [];
  const { entries, holders, caps } = byPerson(await capitalFacts(db, joined.organisation));
  const all = new Map<MemberId, Holder>(holders.map((holder) => [holder.id, holder]));
  all.set(joined.id, { standing: joined.standing, foreign: joined.foreignInvestor });
  const number = (entries.at(-1)?.number ?? 0) + 1;
  const act = { number, kind: 'subscribed' as const, onDay: joined.joinedOn, lines: [lineOf(joined)] };
  const question = { kind, foundedOn: founded_on, versions: caps, holders: all };
  return capObstacles(entries, act, question).map((obstacle) => ({ ...obstacle, name: joined.name }));
}

/** What a new member promises, and pays in money, on the day of joining. */
export const saveFirstCapital = (db: Db, joined: Joined, by: AccountId | null): Promise<number> =>
  saveCapitalAct(db, {
    id: newId<CapitalActId>(),
    organisation: joined.organisation,
    kind: 'subscribed',
    onDay: joined.joinedOn,
    by,
    lines: [lineOf(joined)],
  });
