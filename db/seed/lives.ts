import type { Row } from './bulk.ts';
import type { SeedMember } from './demonstration.members.ts';
import { seedId } from './ids.ts';
import { storyParts, storyUnit } from './parts.ts';
import { reformOn } from './reference.ts';

const recorded = '2026-11-01T00:00:00+07:00';
/** One act after the other, as they would have been entered: what came later is known by it. */
const recordedAt = (index: number): string => `2026-11-01T00:${String(index).padStart(2, '0')}:00+07:00`;
const law = 'Luật Hợp tác xã 17/2023/QH15';

type Act = readonly [kind: string, onDay: string, document: string, more?: Row];

interface Life {
  readonly name: string;
  readonly status: string;
  readonly fields: readonly string[];
  readonly number: string;
  readonly acts: readonly Act[];
}

/** Cooperatives that are no more, or are about to be: two went into one that is there, one was dissolved, one is at it. */
const lives: readonly Life[] = [
  {
    name: 'Hợp tác xã Rau Quả Thanh Xuân Đầm Hà',
    status: 'merged',
    fields: ['crops'],
    number: '220907000041',
    acts: [
      ['registered', '2015-04-20', 'Giấy chứng nhận 220907000041'],
      ['merged', '2025-03-10', 'Nghị quyết đại hội thành viên 02/NQ-ĐH'],
    ],
  },
  {
    name: 'Hợp tác xã Dịch vụ Nông nghiệp Tân Lập Đầm Hà',
    status: 'merged',
    fields: ['crops', 'services'],
    number: '220907000052',
    acts: [
      ['registered', '2017-09-05', 'Giấy chứng nhận 220907000052'],
      ['merged', '2025-03-10', 'Nghị quyết đại hội thành viên 05/NQ-ĐH'],
    ],
  },
  {
    name: 'Hợp tác xã Chăn nuôi Đồi Thông Đầm Hà',
    status: 'dissolved',
    fields: ['livestock'],
    number: '220907000029',
    acts: [
      ['registered', '2013-11-12', 'Giấy chứng nhận 220907000029'],
      ['suspended', '2024-08-01', 'Thông báo tạm ngừng 03/TB'],
      ['resumed', '2025-02-01', 'Thông báo hoạt động trở lại 01/TB'],
      ['dissolving', '2025-09-15', 'Nghị quyết đại hội thành viên 07/NQ-ĐH', { ground: 'general-meeting' }],
      ['dissolution-notice', '2025-09-18', 'Thông báo giải thể 11/TB'],
      ['debts-settled', '2025-12-20', 'Biên bản thanh lý, xác nhận của cơ quan thuế'],
      ['capital-returned', '2026-01-10', 'Danh sách trả vốn góp'],
      ['assets-handed', '2026-01-15', 'Biên bản bàn giao tài sản'],
      ['dissolved', '2026-01-22', 'Thông báo xóa tên 02/TB-ĐKKD'],
    ],
  },
  {
    name: 'Hợp tác xã Thủy sản Cồn Nổi Đầm Hà',
    status: 'dissolving',
    fields: ['fishery'],
    number: '220907000063',
    acts: [
      ['registered', '2018-06-30', 'Giấy chứng nhận 220907000063'],
      ['dissolving', '2026-09-20', 'Nghị quyết đại hội thành viên 04/NQ-ĐH', { ground: 'general-meeting' }],
      ['dissolution-notice', '2026-09-24', 'Thông báo giải thể 09/TB'],
      ['debts-settled', '2026-11-05', 'Xác nhận không nợ thuế'],
    ],
  },
];

/** Ids of one's own range: the first are the organisations, then their acts, then the links. */
const idOf = (number: number) => seedId('life', number);
const actStart = 100;
const linkStart = 1_000;

const statusOf: Readonly<Record<string, string>> = {
  registered: 'operating',
  resumed: 'operating',
  suspended: 'suspended',
  dissolving: 'dissolving',
  dissolved: 'dissolved',
  merged: 'merged',
};

const actsOf = (life: Life, at: number) =>
  life.acts.map(([kind, on_day, document, more], index) => ({
    kind,
    on_day,
    document,
    organisation_id: idOf(at + 1),
    id: idOf(actStart + at * 20 + index),
    ground: (more?.['ground'] ?? null) as string | null,
    recorded_at: recordedAt(index),
  }));

type LifeAct = ReturnType<typeof actsOf>[number];
const changesStatus = ({ kind }: LifeAct): boolean => statusOf[kind] !== undefined;

/** The record begins with its first act; each change of its status after that is one version more. */
const versionAfter = (acts: readonly LifeAct[]): number => Math.max(1, acts.filter(changesStatus).length);

/** What stood in the record before each act: by this they are taken back, as acts entered by hand are. */
function effectRows(province: number): Row[] {
  return lives.flatMap((life, at) => {
    const acts = actsOf(life, at);
    return acts.slice(1).map((act, index) => {
      const earlier = acts.slice(0, index + 1);
      const before = {
        status: statusOf[earlier.findLast(changesStatus)!.kind],
        version: versionAfter(earlier),
        changed_at: earlier.findLast(changesStatus)!.recorded_at,
      };
      return {
        province,
        act_id: act.id,
        seq: 1,
        relation: 'organisation',
        row_id: act.organisation_id,
        before: changesStatus(act) ? before : {},
        after_version: versionAfter([...earlier, act]),
      };
    });
  });
}

function stateRows(province: number): Row[] {
  return lives.flatMap((life, at) => {
    const steps = actsOf(life, at).filter(changesStatus);
    const [first] = steps;
    const opening = {
      kind: 'cooperative',
      name: life.name,
      registration_number: life.number,
      certificate_on: first!.on_day,
      founded_on: first!.on_day,
      status: 'operating',
      fields: life.fields,
      seat_province: province,
    };
    const blank = Object.fromEntries(Object.keys(opening).map((column) => [column, null]));
    const every = [...Object.keys(opening), 'legal_form', 'short_name', 'tax_number', 'gln'];
    return steps.map((step, index) => ({
      province,
      organisation_id: step.organisation_id,
      seq: index + 1,
      valid_from: step.on_day,
      told: index === 0 ? every : ['status'],
      ...(index === 0 ? opening : { ...blank, status: statusOf[step.kind] }),
      act_id: index === 0 ? null : step.id,
      start_known: true,
      recorded_at: recorded,
    }));
  });
}

const absorbed = (province: number): Row[] =>
  lives.flatMap((life, at) =>
    life.status === 'merged'
      ? [
          {
            province,
            id: idOf(linkStart + at),
            predecessor_id: idOf(at + 1),
            successor_id: storyParts.yours,
            way: 'absorbed',
            act_id: actsOf(life, at).at(-1)!.id,
            on_day: '2025-03-10',
          },
        ]
      : [],
  );

/** Every union with the cooperatives that founded it and go on. */
const founders = (province: number, members: readonly SeedMember[], registered: ReadonlyMap<string, Row>): Row[] =>
  members
    .filter(({ party_organisation_id }) => (party_organisation_id ?? null) !== null)
    .map((member, index) => ({
      province,
      id: idOf(linkStart + 100 + index),
      predecessor_id: member.party_organisation_id,
      successor_id: member.organisation_id,
      way: 'founded-union',
      act_id: registered.get(member.organisation_id)!['id'],
      on_day: member.joined_on,
    }));

/** Organisations whose life has more in it than a beginning. They count in no figure: none of them operates. */
export function lifeTables(
  province: number,
  members: readonly SeedMember[],
  acts: readonly Row[],
): (readonly [table: string, rows: readonly Row[]])[] {
  const registered = new Map(
    acts.filter(({ kind }) => kind === 'registered').map((act) => [act['organisation_id'] as string, act]),
  );
  return [
    [
      'registry.organisation',
      lives.map((life, at) => ({
        province,
        id: idOf(at + 1),
        kind: 'cooperative',
        name: life.name,
        registration_number: life.number,
        certificate_on: life.acts[0]![1],
        founded_on: life.acts[0]![1],
        status: life.status,
        fields: life.fields,
        seat_province: province,
        provenance: 'synthetic',
        recorded_at: recorded,
        changed_at: actsOf(life, at).findLast(changesStatus)!.recorded_at,
        version: versionAfter(actsOf(life, at)),
      })),
    ],
    [
      'registry.organisation_place',
      lives.map((_, at) => ({
        province,
        organisation_id: idOf(at + 1),
        valid_from: reformOn,
        valid_until: null,
        start_known: false,
        unit_code: storyUnit,
        unit_from: reformOn,
        address: `Thôn ${at + 3}, xã Đầm Hà`,
      })),
    ],
    [
      'registry.organisation_act',
      lives.flatMap((life, at) =>
        actsOf(life, at).map((act) => ({
          province,
          ...act,
          legal_basis: law,
          basis_verified: false,
        })),
      ),
    ],
    ['registry.act_effect', effectRows(province)],
    ['registry.organisation_state', stateRows(province)],
    ['registry.organisation_link', [...absorbed(province), ...founders(province, members, registered)]],
  ];
}
