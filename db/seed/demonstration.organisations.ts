import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { type ActivityField, type OrganisationKind, type Provenance } from '#contexts/registry/organisation.ts';
import { fitsCheckDigit } from '#kernel/tax-number.ts';
import { commodities, type SeedCommodity } from './commodities.ts';
import { seedId } from './ids.ts';
import { personName, properName, unusedName } from './names.ts';
import { storyDirector, storyParts, storyUnit } from './parts.ts';
import { unitOf, unitWord, weightedUnits, type SeedUnit } from './profiles.ts';
import type { Prng } from './prng.ts';

/** One organisation of the demonstration before it becomes rows. */
export interface SeedOrganisation {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly fields: readonly ActivityField[];
  readonly unit: SeedUnit | null;
  readonly address: string | null;
  readonly foundedOn: Day | null;
  readonly taxNumber: string | null;
  readonly seatProvince: number | null;
  readonly provenance: Provenance;
  readonly goods: readonly SeedCommodity[];
  readonly head: { readonly name: string; readonly title: string } | null;
}

export const counts = {
  cooperatives: 821,
  unions: 3,
  groups: 215,
  farms: 230,
  enterprises: 140,
  households: 60,
} as const;

const farming: ReadonlySet<ActivityField> = new Set(['crops', 'livestock', 'fishery', 'forestry']);
export const isFarming = ({ fields }: Pick<SeedOrganisation, 'fields'>): boolean =>
  fields.some((field) => farming.has(field));

const sectorField = {
  crop: 'crops',
  livestock: 'livestock',
  fishery: 'fishery',
  forestry: 'forestry',
  processed: 'processing',
} as const;

/** What is at home in the unit's district and belongs to what the organisation does; one to three of it. */
function goodsOf(prng: Prng, unit: SeedUnit, fields: readonly ActivityField[]): SeedCommodity[] {
  const fitting = commodities.filter(
    ({ sector, where }) => where.split(' ').includes(unit.district) && fields.includes(sectorField[sector]),
  );
  return prng.shuffled(fitting).slice(
    0,
    prng.weighted([
      [1, 5],
      [2, 4],
      [3, 2],
    ]),
  );
}

const trades: Readonly<Record<ActivityField, readonly string[]>> = {
  crops: [
    'Nông nghiệp',
    'Dịch vụ Nông nghiệp',
    'Nông sản',
    'Sản xuất Nông sản',
    'Rau quả',
    'Nông nghiệp Tổng hợp',
    'Trồng trọt',
  ],
  livestock: ['Chăn nuôi', 'Chăn nuôi Tổng hợp', 'Nông nghiệp và Chăn nuôi'],
  fishery: ['Nuôi trồng Thủy sản', 'Thủy sản', 'Dịch vụ Thủy sản', 'Khai thác Thủy sản'],
  forestry: ['Lâm nghiệp', 'Nông Lâm nghiệp', 'Dược liệu', 'Lâm sản'],
  processing: ['Chế biến Nông sản', 'Chế biến Thực phẩm'],
  trade: ['Thương mại', 'Thương mại và Dịch vụ'],
  transport: ['Vận tải', 'Vận tải và Dịch vụ'],
  construction: ['Xây dựng', 'Xây dựng và Dịch vụ'],
  environment: ['Dịch vụ Môi trường', 'Môi trường'],
  credit: ['Tín dụng'],
  tourism: ['Du lịch Cộng đồng', 'Du lịch'],
  services: ['Dịch vụ Tổng hợp', 'Dịch vụ'],
};

const dayText = (year: number, month: number, on: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}` as Day;

function foundedOn(prng: Prng): Day {
  const year = prng.weighted([
    [2013, 2],
    [2014, 3],
    [2015, 4],
    [2016, 5],
    [2017, 7],
    [2018, 8],
    [2019, 9],
    [2020, 9],
    [2021, 10],
    [2022, 11],
    [2023, 11],
    [2024, 10],
    [2025, 7],
    [2026, 4],
  ]);
  return dayText(year, prng.int(year === 2013 ? 7 : 1, year === 2026 ? 9 : 12), prng.int(1, 28));
}

/** No tax office gives out numbers that begin with 99: they pass the check and belong to nobody. */
export function madeUpTaxNumber(index: number): string {
  const body = `99${String(index).padStart(7, '0')}`;
  for (let digit = 0; digit < 10; digit += 1) if (fitsCheckDigit(`${body}${digit}`)) return `${body}${digit}`;
  return madeUpTaxNumber(index + 5_000_000);
}
/** 12 digits as persons have; no province has the number 999. */
const madeUpPersonNumber = (index: number): string => `999${String(index).padStart(9, '0')}`;

const titles: Partial<Record<OrganisationKind, string>> = {
  cooperative: 'Giám đốc',
  union: 'Chủ tịch Hội đồng quản trị',
  'cooperative-group': 'Tổ trưởng',
  farm: 'Chủ trang trại',
  'household-business': 'Chủ hộ',
  enterprise: 'Giám đốc',
};

/** Makes organisations one after another, each with a name and numbers of its own. */
export class OrganisationMaker {
  readonly #prng: Prng;
  readonly #names = new Set<string>();
  #made = 0;
  constructor(prng: Prng) {
    this.#prng = prng;
  }

  #base(kind: OrganisationKind, unit: SeedUnit | null) {
    const index = (this.#made += 1);
    const sex = this.#prng.chance(0.32) ? 'female' : 'male';
    const isPersons = kind === 'farm' || kind === 'household-business';
    const title = titles[kind];
    return {
      id: seedId('organisation', index),
      kind,
      unit,
      address: null,
      foundedOn: foundedOn(this.#prng),
      taxNumber: kind === 'cooperative-group' ? null : isPersons ? madeUpPersonNumber(index) : madeUpTaxNumber(index),
      seatProvince: null,
      provenance: 'synthetic' as const,
      goods: [],
      head: title === undefined ? null : { name: personName(this.#prng, sex, unit?.district ?? ''), title },
    };
  }

  #place(): SeedUnit {
    return this.#prng.weighted(weightedUnits);
  }

  cooperative(): SeedOrganisation {
    const prng = this.#prng;
    const unit = this.#place();
    const main = prng.weighted(unit.mix);
    const second = prng.weighted(unit.mix);
    const fields = second !== main && prng.chance(0.35) ? [main, second] : [main];
    const name = unusedName(
      this.#names,
      () => `Hợp tác xã ${prng.pick(trades[main])} ${properName(prng)}${prng.chance(0.35) ? ` ${unit.name}` : ''}`,
    );
    return { ...this.#base('cooperative', unit), fields, name, goods: goodsOf(prng, unit, fields) };
  }

  union(fields: readonly ActivityField[], name: string, code: string): SeedOrganisation {
    return { ...this.#base('union', unitOf(code)), fields, name, foundedOn: '2022-05-18' as Day };
  }

  /** A group or a farm: named after what it grows. */
  grower(kind: 'cooperative-group' | 'farm'): SeedOrganisation {
    const prng = this.#prng;
    for (;;) {
      const unit = this.#place();
      const main = prng.weighted(unit.mix);
      const goods = farming.has(main) ? goodsOf(prng, unit, [main]) : [];
      const work = goods[0]?.work;
      if (work === undefined) continue;
      const base = this.#base(kind, unit);
      const name = unusedName(this.#names, () =>
        kind === 'farm'
          ? `Trang trại ${work} ${base.head!.name}${this.#names.has(`Trang trại ${work} ${base.head!.name}`) ? ` ${unit.name}` : ''}`
          : `Tổ hợp tác ${work} ${unit.kind === 'ward' ? 'khu' : 'thôn'} ${prng.int(1, 16)} ${unitWord(unit.kind)} ${unit.name}`,
      );
      return { ...base, fields: [main], name, goods };
    }
  }

  enterprise(): SeedOrganisation {
    const prng = this.#prng;
    const seat = prng.weighted<number | null>([
      [null, 14],
      [31, 3],
      [1, 3],
      [24, 2],
      [33, 1],
      [79, 1],
    ]);
    const unit = seat === null ? this.#place() : null;
    const form = prng.pick(['Công ty TNHH', 'Công ty TNHH', 'Công ty Cổ phần']);
    const line = prng.pick([
      'Thực phẩm',
      'Nông sản',
      'Xuất nhập khẩu Nông sản',
      'Thủy sản',
      'Chế biến Nông sản',
      'Siêu thị',
      'Phân phối Thực phẩm',
      'Suất ăn Công nghiệp',
      'Dược liệu',
      'Lâm sản',
    ]);
    return {
      ...this.#base('enterprise', unit),
      seatProvince: seat,
      address: seat === null ? null : seatNames[seat]!,
      fields: [prng.pick(['trade', 'processing', 'trade'] as const)],
      name: unusedName(this.#names, () => `${form} ${line} ${properName(prng)}`),
    };
  }

  household(): SeedOrganisation {
    const base = this.#base('household-business', this.#place());
    const line = this.#prng.pick(['thu mua nông sản', 'rau quả', 'chế biến thủy sản', 'vật tư nông nghiệp', 'đặc sản']);
    const name = unusedName(
      this.#names,
      () => `Hộ kinh doanh ${line} ${base.head!.name}${this.#prng.chance(0.3) ? ` ${base.unit!.name}` : ''}`,
    );
    return { ...base, fields: ['trade'], name };
  }

  /** An organisation whose name and place are given. */
  given(kind: OrganisationKind, name: string, rest: Partial<SeedOrganisation>): SeedOrganisation {
    this.#names.add(name);
    return { ...this.#base(kind, rest.unit ?? null), name, fields: [], foundedOn: null, head: null, ...rest };
  }
}

const seatNames: Readonly<Record<number, string>> = {
  1: 'Hà Nội',
  24: 'Bắc Ninh',
  31: 'Hải Phòng',
  33: 'Hưng Yên',
  79: 'Thành phố Hồ Chí Minh',
};

/** Those who have a part in the story, and the offices and institutions it needs. All invented. */
export function institutions(maker: OrganisationMaker): SeedOrganisation[] {
  const damHa = unitOf(storyUnit);
  const passionFruit = commodities.filter(({ code }) => ['radish', 'maize', 'peanut'].includes(code));
  const committees = weightedUnits.map(([unit]) =>
    maker.given('agency', `Ủy ban nhân dân ${unitWord(unit.kind)} ${unit.name}`, {
      unit,
      taxNumber: null,
      ...(unit.code === storyUnit ? { id: storyParts.agency } : {}),
    }),
  );
  const hongGai = unitOf('06685');
  return [
    maker.given('cooperative', 'Hợp tác xã Nông nghiệp Hữu cơ Đầm Hà Xanh', {
      id: storyParts.cooperative,
      unit: damHa,
      fields: ['crops'],
      foundedOn: '2019-04-12' as Day,
      goods: passionFruit,
      head: { name: storyDirector.name, title: 'Giám đốc' },
    }),
    maker.given('cooperative', 'Hợp tác xã Nông nghiệp Bình An Đầm Hà', {
      id: storyParts.yours,
      unit: damHa,
      fields: ['crops'],
      foundedOn: '2020-06-18' as Day,
      goods: passionFruit,
      head: { name: 'Lý Thị Hồng', title: 'Giám đốc' },
    }),
    maker.given('enterprise', 'Công ty TNHH Trái cây Xuất khẩu Vịnh Xanh', {
      id: storyParts.buyer,
      seatProvince: 31,
      address: seatNames[31]!,
      fields: ['trade', 'processing'],
      foundedOn: '2017-09-06' as Day,
      head: { name: 'Vũ Minh Khôi', title: 'Giám đốc thu mua' },
    }),
    maker.given('bank', 'Ngân hàng Nông thôn Vịnh Xanh', { id: storyParts.bank, unit: hongGai, fields: ['credit'] }),
    maker.given('bank', 'Ngân hàng Hợp tác Đông Bắc', { unit: hongGai, fields: ['credit'] }),
    maker.given('bank', 'Ngân hàng Phát triển Biển Đông Triều', { unit: unitOf('07093'), fields: ['credit'] }),
    maker.given('support-fund', 'Quỹ Hỗ trợ phát triển hợp tác xã Quảng Ninh', {
      id: storyParts.fund,
      unit: hongGai,
      fields: ['credit'],
    }),
    maker.given('laboratory', 'Trung tâm Kiểm nghiệm Nông sản Vịnh Xanh', {
      id: storyParts.laboratory,
      unit: unitOf('06673'),
      fields: ['services'],
    }),
    maker.given('laboratory', 'Phòng thử nghiệm Sắc ký Hạ Long Xanh', { unit: unitOf('06688'), fields: ['services'] }),
    maker.given('agency', 'Sở Nông nghiệp và Môi trường Quảng Ninh', {
      id: storyParts.department,
      unit: hongGai,
      taxNumber: null,
    }),
    ...committees,
  ];
}
