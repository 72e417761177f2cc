import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { CapitalMove } from './capital-carry.store.ts';
import type { MemberThen, PersonThen } from './member-carry.store.ts';
import { givenByRecords } from './member-person.ts';
import { partsOf, type Assigned } from './split.ts';

const held = ({ id, subscribed_vnd, contributed_vnd }: MemberThen) => ({
  id,
  subscribedVnd: subscribed_vnd,
  paidVnd: contributed_vnd,
});

/** What of a person's capital goes to one place, by the records that hold it. */
export function movesOf(
  person: PersonThen,
  places: readonly Assigned[],
  { to, member }: { readonly to: OrganisationId; readonly member: MemberId },
): CapitalMove[] {
  const { records } = person;
  // All of it goes as it is; only a part has to be told.
  if (places.length === 1) return records.map(({ id }) => ({ from: id, to: member }));
  let left = records.map(held);
  for (const part of partsOf(person, places)) {
    const given = givenByRecords(left, part);
    if (part.organisation === to)
      return given.map(({ id, subscribedVnd, paidVnd }) => ({
        from: id,
        to: member,
        part: { subscribedVnd, paidVnd },
      }));
    const gone = new Map(given.map((one) => [one.id, one]));
    left = left.map((one) => ({
      ...one,
      subscribedVnd: one.subscribedVnd - (gone.get(one.id)?.subscribedVnd ?? 0),
      paidVnd: one.paidVnd - (gone.get(one.id)?.paidVnd ?? 0),
    }));
  }
  return [];
}
