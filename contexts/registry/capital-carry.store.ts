import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type Branded, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import {
  balancesOn,
  gathered,
  givenTo,
  ledgerObstacles,
  noAmounts,
  noBalance,
  sumOf,
  taken,
  type Amounts,
  type CapitalActId,
  type CapitalEntry,
  type CapitalLine,
} from './capital.ts';
import { ledgerOf, saveCapitalAct } from './capital.store.ts';
import { lockOrganisation } from './organisation.store.ts';

/** One member's capital on its way into another organisation: all of it, or a part. */
export interface CapitalMove {
  readonly from: MemberId;
  readonly to: MemberId;
  readonly part?: Amounts;
}

export interface CapitalCarry {
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly onDay: Day;
  readonly document?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly note?: string | undefined;
  /** The conversion, merger or split that carries it. */
  readonly cause: Branded<'ActId'> | null;
  readonly by: AccountId | null;
  readonly moves: readonly CapitalMove[];
}

export type CarriedCapital = Readonly<Amounts & { out: CapitalActId | null; in: CapitalActId | null }>;

export type CarryingObstacle = Readonly<{
  code: 'later-act' | 'below-nought' | 'paid-above-promised';
  member: MemberId;
  onDay: Day;
}>;

/** Who gives all has no entry after that day: it would stay behind unseen. */
const laterActs = (entries: readonly CapitalEntry[], { onDay, moves }: CapitalCarry): CarryingObstacle[] => {
  const whole = new Set(moves.filter(({ part }) => part === undefined).map(({ from }) => from));
  return entries
    .filter((entry) => entry.onDay > onDay)
    .flatMap((entry) =>
      [...new Set(entry.lines.map(({ member }) => member))]
        .filter((member) => whole.has(member))
        .map((member) => ({ code: 'later-act' as const, member, onDay: entry.onDay })),
    );
};

function linesOut(entries: readonly CapitalEntry[], { onDay, moves }: CapitalCarry) {
  const balances = balancesOn(entries, onDay);
  return moves.map(({ from, to, part }) => {
    const balance = balances.get(from) ?? noBalance;
    const out = taken(from, balance, part ?? balance);
    return { out, in: givenTo(to, out) };
  });
}

/**
 * Carries members' capital from one organisation's book into another's, in one transaction: what leaves the one is what
 * comes into the other, form by form. The members of both are already there, and nobody's membership ends by it. Caps
 * are not asked: conversion, merger and split are not the members' subscription; the page shows who stands above one.
 */
export async function carryCapital(db: Db, carry: CapitalCarry): Promise<CarriedCapital> {
  for (const organisation of [carry.from, carry.to].toSorted()) await lockOrganisation(db, organisation);
  const entries = await ledgerOf(db, carry.from);
  const carried = linesOut(entries, carry);
  const out = gathered(carried.flatMap((move) => move.out));
  if (out.length === 0) return { ...noAmounts, out: null, in: null };

  const last = entries.at(-1)?.number ?? 0;
  const after = [...entries, { number: last + 1, kind: 'carried-out' as const, onDay: carry.onDay, lines: out }];
  const obstacles: CarryingObstacle[] = [
    ...laterActs(entries, carry),
    ...ledgerObstacles(after, new Set(out.map(({ member }) => member))),
  ];
  if (obstacles.length > 0) throw new Problem('conflict', 'registry.capital.not-carriable', { obstacles });

  const { onDay, document, legalBasis, note, cause, by } = carry;
  const told = { onDay, document, legalBasis, note, cause, by };
  const ids = { out: newId<CapitalActId>(), in: newId<CapitalActId>() };
  const lines: readonly CapitalLine[] = gathered(carried.flatMap((move) => move.in));
  await saveCapitalAct(db, { ...told, id: ids.out, organisation: carry.from, kind: 'carried-out', lines: out });
  await saveCapitalAct(db, { ...told, id: ids.in, organisation: carry.to, kind: 'carried-in', lines });
  return { ...lines.reduce<Amounts>(sumOf, noAmounts), ...ids };
}
