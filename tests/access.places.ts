import { newId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';
import { makeSeat, makeUnits, reform } from '#contexts/places/places.example.ts';
import { listOfficerProposals } from '#contexts/places/officer-proposal.wire.ts';
import { confirmUnitAct, draftUnitAct, getUnitAct, type UnitActId } from '#contexts/places/unit-act.wire.ts';
import type { AccessWorld, Cases } from './access.world.ts';
import { signedIn } from './harness.ts';

const day = '2026-10-01' as Day;
const told = { onDay: day, document: 'Nghị quyết 1/NQ-TEST', legalBasis: 'Nghị quyết 1/NQ-TEST' };
const [one, two] = ['90011', '90012'] as UnitCode[];

const divides = (code: UnitCode) => ({
  ends: [{ code, from: reform }],
  begins: [
    { code: one!, name: 'Đơn vị mới một', kind: 'commune' as const },
    { code: two!, name: 'Đơn vị mới hai', kind: 'commune' as const },
  ],
  links: [one!, two!].map((to) => ({ from: code, to, part: 'part' as const })),
});
const renames = (code: UnitCode, to: string, name: string) => ({
  ends: [{ code, from: reform }],
  begins: [{ code: to as UnitCode, name, kind: 'commune' as const }],
  links: [{ from: code, to: to as UnitCode, part: 'whole' as const }],
});

/** A unit divided by an act, with a seat and an officer that wait; a draft; a link beside. */
async function rowsOf({ database, people, done }: AccessWorld) {
  const [first, second, third, fourth] = (await makeUnits(database.owner, 5)) as [
    UnitCode,
    UnitCode,
    UnitCode,
    UnitCode,
  ];
  const seat = await makeSeat(database.owner, 'Hợp tác xã chờ phân', { unit: first });
  await signedIn(database, { role: 'commune-officer', unit: first });
  const officer = people.own['provincial-officer'];
  const [act, draft] = [newId<UnitActId>(), newId<UnitActId>()];
  await done(officer, draftUnitAct, { id: act, ...told, plan: divides(first) });
  const { effects } = await done(officer, getUnitAct, { act });
  await done(officer, confirmUnitAct, { act, version: 1, seen: effects });
  await done(officer, draftUnitAct, { id: draft, ...told, plan: renames(second, '90021', 'Đơn vị hai mươi mốt') });
  const { items } = await done(officer, listOfficerProposals, {});
  const link = newId();
  await database.owner(
    `insert into reference.unit_link (id, province, from_code, from_from, to_code, to_from, on_day, part, source, verified)
     values ($1, 22, $2, $3, $4, $3, $3, 'whole', 'test', false)`,
    [link, third, reform, fourth],
  );
  const seen = (await done(officer, getUnitAct, { act: draft })).effects;
  return { first, third, fourth, seat, draft, seen, proposal: items[0]!.id, link };
}

const square = [
  [107.3, 21.1],
  [107.4, 21.1],
  [107.4, 21.2],
  [107.3, 21.2],
  [107.3, 21.1],
];

export async function placesCases(world: AccessWorld): Promise<Cases> {
  const rows = await rowsOf(world);
  const unit = { code: rows.third, from: reform };
  const waiting = {
    what: 'seat',
    organisation: rows.seat,
    seatFrom: '2020-01-01',
    unit: { code: rows.first, from: reform },
  };
  return {
    'places.unit.get': () => ({ code: rows.third }),
    'places.unit-link.list': () => ({}),
    'places.unit-link.record': () => ({
      id: newId(),
      from: { code: rows.fourth, from: reform },
      to: unit,
      onDay: day,
      part: 'whole',
      document: 'Nghị quyết 1',
    }),
    'places.unit-link.confirm': () => ({ links: [rows.link], document: 'Nghị quyết 1' }),
    'places.unit-link.withdraw': () => ({ link: rows.link, reason: 'ghi nhầm' }),
    'places.unit-act.list': () => ({}),
    'places.unit-act.get': () => ({ act: rows.draft }),
    'places.unit-act.draft': () => ({ id: newId(), ...told, plan: renames(rows.third, '90031', 'Đơn vị khác') }),
    'places.unit-act.change': () => ({
      act: rows.draft,
      version: 1,
      ...told,
      plan: renames(rows.third, '90031', 'Đơn vị khác'),
    }),
    'places.unit-act.confirm': () => ({ act: rows.draft, version: 1, seen: rows.seen }),
    'places.unit-act.withdraw': () => ({ act: rows.draft, reason: 'soạn nhầm' }),
    'places.waiting-seat.list': () => ({}),
    'places.waiting-seat.record': () => ({ items: [{ ...waiting, to: { code: one, from: day } }] }),
    'places.seat-elsewhere.list': () => ({}),
    'places.officer-proposal.list': () => ({}),
    'places.officer-proposal.approve': () => ({ proposal: rows.proposal }),
    'places.officer-proposal.refuse': () => ({ proposal: rows.proposal, reason: 'đã nghỉ' }),
    'places.boundary.list': () => ({}),
    'places.boundary.import': () => ({
      source: 'Bản đồ thử',
      items: [{ unit, geometry: { type: 'MultiPolygon', coordinates: [[square]] } }],
    }),
  };
}
