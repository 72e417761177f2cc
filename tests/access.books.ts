import { recordYearBook } from '#contexts/books/year-book.wire.ts';
import { ratingParameters, soundUpdate } from '#contexts/books/books.example.ts';
import { getSurplus, recordSurplus, type SurplusId } from '#contexts/books/surplus.wire.ts';
import type { UpdateField } from '#contexts/books/update-field.ts';
import { acceptUpdate, draftUpdate, recordField, submitUpdate, type UpdateId } from '#contexts/books/update.wire.ts';
import type { Role } from '#kernel/actor.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { filesOf } from './access.intake.ts';
import type { AccessWorld, Cases, Side } from './access.world.ts';

const years = { draft: 2020, ready: 2024, submitted: 2021, accepted: 2022, new: 2023, reminded: 2026 } as const;
type Stage = 'draft' | 'ready' | 'submitted' | 'accepted';

async function updateIn(world: AccessWorld, side: Side, stage: Stage): Promise<UpdateId> {
  const { people, organisations, done } = world;
  const manager = people[side]['organisation-manager'];
  const update = newId<UpdateId>();
  await done(manager, draftUpdate, { id: update, organisation: organisations[side].cooperative, year: years[stage] });
  if (stage === 'draft') return update;
  const entries = await world.database.owner<{ field: string; version: number }>(
    'select field, max(version) as version from books.update_entry where update_id = $1 group by field',
    [update],
  );
  const seen = new Map(entries.map(({ field, version }) => [field, version]));
  for (const [field, value] of Object.entries(soundUpdate) as [UpdateField, number][])
    await done(manager, recordField, { update, field, seen: seen.get(field) ?? 0, value });
  if (stage === 'ready') return update;
  await done(manager, submitUpdate, { update, version: 1 });
  if (stage === 'accepted') await done(people[side]['commune-officer'], acceptUpdate, { update, version: 2 });
  return update;
}

const updatesOf = async (world: AccessWorld, side: Side) => ({
  draft: await updateIn(world, side, 'draft'),
  ready: await updateIn(world, side, 'ready'),
  submitted: await updateIn(world, side, 'submitted'),
  accepted: await updateIn(world, side, 'accepted'),
});

const bookLines = (['revenue', 'other-income', 'cost', 'management', 'other-cost', 'tax', 'profit'] as const).map(
  (line) => ({
    line,
    externalVnd: line === 'revenue' || line === 'profit' ? 90_000_000 : 0,
    internalVnd: 0,
    totalVnd: null,
  }),
);

/** All of it to a fund: what members get is another test's matter. */
const sharing = (basisHash: string) => ({
  funds: [{ name: 'Quỹ chung không chia', isUndivided: true, shareBp: 10_000 }],
  patronageBp: 0,
  decidedOn: '2026-02-20',
  document: 'Nghị quyết 01/2026',
  basisHash,
});

async function sharedBy(world: AccessWorld, side: Side) {
  const { people, organisations, done } = world;
  const manager = people[side]['organisation-manager'];
  const organisation = organisations[side].cooperative;
  for (const year of [2024, 2025])
    await done(manager, recordYearBook, { organisation, year, seen: 0, lines: bookLines, source: 'B02-HTX' });
  const basis = async (year: number) => (await done(manager, getSurplus, { organisation, year })).basisHash;
  const surplus = newId<SurplusId>();
  await done(manager, recordSurplus, { id: surplus, organisation, year: 2024, ...sharing(await basis(2024)) });
  return { surplus, basisHash: await basis(2025) };
}

async function someMember({ database, organisations }: AccessWorld, side: Side): Promise<MemberId> {
  const [member] = await database.owner<{ id: MemberId }>(
    'select id from registry.member where organisation_id = $1 and left_on is null and joined_on < $2 order by id limit 1',
    [organisations[side].cooperative, '2025-12-31'],
  );
  return member!.id;
}

export async function booksCases(world: AccessWorld): Promise<Cases> {
  await world.database.owner(ratingParameters);
  const updates = { own: await updatesOf(world, 'own'), foreign: await updatesOf(world, 'foreign') };
  const shared = { own: await sharedBy(world, 'own'), foreign: await sharedBy(world, 'foreign') };
  const files = await filesOf(world);
  const members = { own: await someMember(world, 'own'), foreign: await someMember(world, 'foreign') };
  const of = (side: Side) => ({ organisation: world.organisations[side].cooperative });
  return {
    'books.update.get': (side) => ({ ...of(side), year: years.draft }),
    'books.update.list': (side) => ({ unit: world.units[side] }),
    'books.update.export': (side) => ({ unit: world.units[side], format: 'csv' }),
    'books.update.draft': (side) => ({ id: newId(), ...of(side), year: years.new }),
    'books.update.assemble': (side) => ({ update: updates[side].draft }),
    'books.update-field.record': (side) => ({ update: updates[side].draft, field: 'chains', seen: 1, value: 3 }),
    'books.update-field.list': (side) => ({ update: updates[side].draft, field: 'chains' }),
    'books.update.submit': (side) => ({ update: updates[side].ready, version: 1 }),
    'books.update.refuse': (side) => ({
      update: updates[side].submitted,
      version: 2,
      remarks: [{ id: newId(), field: 'workers', text: 'Đối chiếu lại bảng lương.' }],
    }),
    'books.update.accept': (side) => ({ update: updates[side].submitted, version: 2 }),
    'books.update.correct': (side) => ({ update: updates[side].accepted, version: 3, reason: 'Cộng sót hóa đơn' }),
    'books.update.remind': (side) => ({ id: newId(), ...of(side), year: years.reminded }),
    'books.size-card.get': (side) => ({ ...of(side), year: years.accepted }),
    'books.rating-card.get': (side) => ({ ...of(side), year: years.accepted }),
    'books.rating-score.record': (side, asker) => ({
      ...of(side),
      year: years.accepted,
      criterion: 5,
      part: 'whole',
      kind: asker.endsWith('-officer') ? 'checked' : 'self',
      seen: 0,
      points: 6,
    }),
    'books.membership.list': () => ({}),
    'books.year-book.list': of,
    'books.year-book.record': (side) => ({ ...of(side), year: 2023, seen: 0, lines: bookLines, source: 'B02-HTX' }),
    'books.scorecard.export': () => ({ format: 'csv' }),
    'books.year-book-line.export': () => ({ format: 'csv' }),
    'books.patronage.export': () => ({ format: 'csv' }),
    'books.year-book.export': (side) => ({ ...of(side), year: 2024, format: 'xlsx' }),
    'books.patronage.list': (side) => ({ ...of(side), year: 2025 }),
    'books.member-use.list': (side) => ({ ...of(side), year: 2025 }),
    'books.member-use.export': (side) => ({ ...of(side), year: 2025, format: 'csv' }),
    'books.member-use.preview': (side, asker) => ({
      ...of(side),
      year: 2025,
      file: files.get(`${side} ${asker === 'nobody' ? ('auditor' satisfies Role) : asker}`)!,
    }),
    'books.member-use.record': (side) => ({
      ...of(side),
      year: 2025,
      source: 'Sổ dịch vụ',
      lines: [{ member: members[side], seen: 0, useVnd: 1_000_000, labourDayTenths: 15, labourVnd: null }],
    }),
    'books.surplus.get': (side) => ({ ...of(side), year: 2025 }),
    'books.surplus.export': (side) => ({ ...of(side), year: 2024, format: 'xlsx' }),
    'books.surplus.record': (side) => ({ id: newId(), ...of(side), year: 2025, ...sharing(shared[side].basisHash) }),
    'books.surplus.withdraw': (side) => ({
      surplus: shared[side].surplus,
      reversedOn: '2026-03-01',
      document: 'Nghị quyết 02/2026',
      reason: 'Tính sót một khoản',
    }),
    'books.update-sheet.export': (side) => ({ ...of(side), year: years.draft, format: 'xlsx' }),
  };
}
