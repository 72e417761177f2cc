import type { MemberId } from '#kernel/id.ts';
import { sumOf, type Amounts, type CapitalLine } from './capital.ts';

/** A record of a member, with the record under which its person stands: its own id where it was entered once. */
export interface OfPerson {
  readonly id: MemberId;
  readonly person: MemberId;
}

export interface Person<Row> {
  readonly id: MemberId;
  /** The one that stands comes first, if it is among them. */
  readonly records: readonly [Row, ...Row[]];
}

/** Records by person, in the order in which the persons come. */
export function personsOf<Row extends OfPerson>(rows: readonly Row[]): Person<Row>[] {
  const found = new Map<MemberId, Row[]>();
  for (const row of rows) {
    const own = found.get(row.person) ?? [];
    found.set(row.person, row.id === row.person ? [row, ...own] : [...own, row]);
  }
  return [...found].map(([id, records]) => ({ id, records: records as [Row, ...Row[]] }));
}

/** The book read by person: lines stay where they were entered, and count for whom they stand. */
export function readByPerson<Entry extends { readonly lines: readonly CapitalLine[] }>(
  entries: readonly Entry[],
  personOf: ReadonlyMap<MemberId, MemberId>,
): Entry[] {
  if (personOf.size === 0) return [...entries];
  return entries.map((entry) => ({
    ...entry,
    lines: entry.lines.map((line) => ({ ...line, member: personOf.get(line.member) ?? line.member })),
  }));
}

interface RecordAmounts extends Amounts {
  readonly id: MemberId;
}

/**
 * What each of a person's records gives of an amount: none holds less than nought afterwards, or has paid more than it
 * promised, so that each stands sound once they part again. What none can give is asked of the first, and refused there.
 */
export function givenByRecords(
  records: readonly RecordAmounts[],
  { subscribedVnd, paidVnd }: Amounts,
): RecordAmounts[] {
  let [subscribed, paid] = [subscribedVnd, paidVnd];
  const parts = records.map(({ id, ...held }) => {
    const paidPart = Math.min(paid, held.paidVnd);
    const part = Math.min(subscribed, held.subscribedVnd - held.paidVnd + paidPart);
    subscribed -= part;
    paid -= paidPart;
    return { id, subscribedVnd: part, paidVnd: paidPart };
  });
  const [first, ...others] = parts;
  return first === undefined
    ? []
    : [{ ...first, ...sumOf(first, { subscribedVnd: subscribed, paidVnd: paid }) }, ...others];
}

/** What each of a person's records is given: a promise is the first's, a payment theirs who still owe one. */
export function takenByRecords(
  records: readonly RecordAmounts[],
  { subscribedVnd, paidVnd }: Amounts,
): RecordAmounts[] {
  let paid = paidVnd;
  const parts = records.map(({ id, ...held }, at) => {
    const promised = at === 0 ? subscribedVnd : 0;
    const part = Math.max(0, Math.min(paid, held.subscribedVnd - held.paidVnd + promised));
    paid -= part;
    return { id, subscribedVnd: promised, paidVnd: part };
  });
  const [first, ...others] = parts;
  return first === undefined ? [] : [{ ...first, paidVnd: first.paidVnd + paid }, ...others];
}
