import { runningBookLines, yearBookLines } from '#contexts/books/books.example.ts';
import { listMemberUse, recordMemberUse } from '#contexts/books/member-use.wire.ts';
import { getSurplus, recordSurplus } from '#contexts/books/surplus.wire.ts';
import { draftUpdate, listUpdates, recordField, remindOrganisation } from '#contexts/books/update.wire.ts';
import { recordYearBook } from '#contexts/books/year-book.wire.ts';
import { addDays, type Day } from '#kernel/day.ts';
import { reportingYear } from '#kernel/reporting-year.ts';
import { storyParts } from './parts.ts';
import type { Teller } from './teller.ts';

/** The general meeting of spring shares last year's surplus: chiefly by what members used, as the law has it, the rest by capital. */
async function shareLastYear(teller: Teller, on: Day): Promise<void> {
  const organisation = storyParts.cooperative;
  const year = Number(on.slice(0, 4)) - 1;
  const spring = addDays(on, -240);
  const { basisHash } = await teller.ask('director', getSurplus, { organisation, year });
  await teller.ask('director', recordSurplus, {
    id: teller.id(),
    organisation,
    year,
    funds: [
      { key: 'undivided', name: 'Quỹ chung không chia', isUndivided: true, shareBp: 2_000 },
      { key: 'development', name: 'Quỹ đầu tư phát triển', isUndivided: false, shareBp: 3_000 },
    ],
    patronageBp: 7_000,
    useBasis: 'use',
    decidedOn: spring > `${year}-12-31` ? spring : on,
    document: 'Nghị quyết 01/2026/NQ-ĐHTV',
    basisHash,
  });
}

/** What the members used of the cooperative's services that year: sales did not go through Lienket yet. */
async function enterUse(teller: Teller, year: number): Promise<void> {
  const organisation = storyParts.cooperative;
  const { items } = await teller.ask('director', listMemberUse, { organisation, year });
  const lines = items.slice(0, 12).map(({ member, version: seen }, at) => ({
    member: member.id,
    seen,
    useVnd: 4_200_000 + at * 350_000,
    labourDayTenths: at % 3 === 0 ? 125 + at * 10 : null,
    labourVnd: at % 3 === 0 ? 3_125_000 + at * 250_000 : null,
  }));
  if (lines.length === 0) return;
  const source = 'Sổ dịch vụ, số liệu minh họa';
  await teller.ask('director', recordMemberUse, { organisation, year, source, lines });
  const [first] = lines;
  await teller.ask('director', recordMemberUse, {
    organisation,
    year,
    source,
    reason: 'Cộng sót phiếu dịch vụ tháng 12',
    lines: [{ ...first!, seen: first!.seen + 1, useVnd: first!.useVnd + 600_000 }],
  });
}

/** The director enters last year's books and begins this year's update; the commune's officer writes for two others and reminds a third. */
export async function keepBooks(teller: Teller, on: Day): Promise<void> {
  const organisation = storyParts.cooperative;
  const year = reportingYear(on);
  await teller.ask('director', recordYearBook, {
    organisation,
    year: Number(on.slice(0, 4)) - 1,
    seen: 0,
    lines: yearBookLines,
    source: 'B02-HTX, số liệu minh họa',
  });
  // The update is due before these are closed.
  await teller.ask('director', recordYearBook, {
    organisation,
    year: Number(on.slice(0, 4)),
    seen: 0,
    asOn: on,
    lines: runningBookLines(),
    source: 'Sổ cái, số liệu minh họa',
  });
  await enterUse(teller, Number(on.slice(0, 4)) - 1);
  await shareLastYear(teller, on);
  const update = teller.id<never>();
  await teller.ask('director', draftUpdate, { id: update, organisation, year });
  await teller.ask('director', recordField, { update, field: 'workers', seen: 0, value: 11 });
  await teller.ask('director', recordField, { update, field: 'monthsStopped', seen: 0, value: 0 });
  const { items } = await teller.ask('communeOfficer', listUpdates, {
    year,
    state: 'missing',
    kind: 'cooperative',
    size: 4,
  });
  for (const { organisation: other } of items.slice(0, 2))
    await teller.ask('communeOfficer', draftUpdate, { id: teller.id<never>(), organisation: other.id, year });
  for (const { organisation: other } of items.slice(2, 3))
    await teller.ask('communeOfficer', remindOrganisation, { id: teller.id<never>(), organisation: other.id, year });
}
