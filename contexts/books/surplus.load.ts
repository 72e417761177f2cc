import { isAuditor, type Actor } from '#kernel/actor.ts';
import { contentHash } from '#kernel/canonical.ts';
import { day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { memberNames, type PublishedOrganisation } from '#registry';
import { sideFigures } from './year-book.ts';
import { yearBookOf } from './year-book.store.ts';
import type { MeasuredUse } from './member-use.ts';
import { memberUse } from './member-use.store.ts';
import { patronageSums } from './patronage.store.ts';
import type { Measured } from './surplus.ts';
import { capitalOn, linesOfSurpluses, surplusesOf, surplusRules } from './surplus.store.ts';
import type { SurplusView } from './surplus.wire.ts';

const summed = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

const noUse = { linkageVnd: 0, useVnd: null, labourDayTenths: null, labourVnd: null };

const tells = ({ linkageVnd, useVnd, labourDayTenths, labourVnd }: MeasuredUse): boolean =>
  linkageVnd > 0 || useVnd !== null || labourDayTenths !== null || labourVnd !== null;

/** What a year's surplus is shared from: profit before tax and tax by the books, weights of members, rules of the day. */
export async function basisOf(db: Db, facts: PublishedOrganisation, year: number) {
  const { lines, asOn } = await yearBookOf(db, facts.id, year);
  const [external, internal] = [sideFigures(lines, 'external'), sideFigures(lines, 'internal')];
  const tax = lines.find(({ line }) => line === 'tax');
  const last = day(`${year}-12-31`);
  const sums = await patronageSums(db, facts.id, year);
  const capital = await capitalOn(db, facts.id, last);
  const used = new Map((await memberUse(db, facts.id, year)).filter(tells).map((row) => [row.member, row]));
  const members = [...new Set([...used.keys(), ...capital.keys()])].toSorted();
  const weights = members.map((member) => {
    const { linkageVnd, useVnd, labourDayTenths, labourVnd } = used.get(member) ?? noUse;
    return { member, linkageVnd, useVnd, labourDayTenths, labourVnd, capitalVnd: capital.get(member) ?? 0 };
  }) satisfies Measured[];
  const rules = await surplusRules(db, facts.kind, last);
  const basis = {
    profitVnd: summed(external.profitVnd, internal.profitVnd),
    taxVnd: summed(tax?.externalVnd ?? null, tax?.internalVnd ?? null),
    capitalOn: last,
    weights,
    untracedVnd: sums.reduce((all, { member, amountVnd }) => all + (member === null ? amountVnd : 0), 0),
    rules,
  };
  return { ...basis, booksAsOn: asOn, basisHash: await contentHash(basis) };
}

/** Names for those who may know them; auditors see the rows without the persons. */
export async function namesFor(db: Db, actor: Actor, members: readonly MemberId[]) {
  const names = isAuditor(actor) ? new Map<MemberId, string>() : await memberNames(db, members);
  return (id: MemberId) => ({ id, name: names.get(id) ?? null });
}

export interface RecordedSurplus extends SurplusView {
  readonly year: number;
}

export async function recordedViews(
  db: Db,
  facts: PublishedOrganisation,
  asked: { actor: Actor; year: number | undefined },
): Promise<RecordedSurplus[]> {
  const rows = await surplusesOf(db, facts.id, asked.year);
  const lines = await linesOfSurpluses(
    db,
    rows.map(({ id }) => id),
  );
  const named = await namesFor(
    db,
    asked.actor,
    lines.flatMap(({ member_id: member }) => member ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    number: row.number,
    profitVnd: row.profitVnd,
    patronageBp: row.patronageBp,
    useBasis: row.useBasis,
    decidedOn: row.decidedOn,
    document: row.document,
    by: isAuditor(asked.actor) ? null : row.by,
    at: row.at,
    lines: lines
      .filter((line) => line.surplus_id === row.id)
      .map(({ kind, name, fund, member_id: member, weightVnd, amountVnd }) => ({
        kind,
        name,
        fund,
        member: member === null ? null : named(member),
        weightVnd,
        amountVnd,
      })),
    reversal:
      row.reversed_on === null
        ? null
        : { on: row.reversed_on, document: row.reversal_document!, reason: row.reversal_reason! },
  }));
}
