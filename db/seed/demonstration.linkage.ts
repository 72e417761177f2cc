import { addDays, addMonths, type Day } from '#kernel/day.ts';
import { totalQtyOf, type LinePeriod } from '#contexts/linkage/line.ts';
import { articleSource, reportedChains, reportedIds, type ReportedKey } from './demonstration.article.ts';
import { commodityId, usualQty, varietyIdsOf } from './demonstration.goods.ts';
import type { SeedOrganisation } from './demonstration.organisations.ts';
import { isFarming } from './demonstration.organisations.ts';
import { commodities, type SeedCommodity } from './commodities.ts';
import type { Row } from './bulk.ts';
import { seedId } from './ids.ts';
import { storyParts } from './parts.ts';
import { unitWord } from './profiles.ts';
import type { Prng } from './prng.ts';

const province = 22;
export const chainCount = 40;
export const cooperativesInChains = 26;
export const offerCount = 1_100;
export const demandCount = 160;
const recordedAt = '2026-11-01T00:00:00+07:00';
const parts: ReadonlySet<string> = new Set(Object.values(storyParts));

interface SeedPartner {
  readonly organisation: string;
  readonly role: 'lead' | 'producer' | 'processor' | 'buyer' | 'supplier';
  readonly stages: readonly string[];
  readonly subject: string;
}

interface SeedChain {
  readonly name: string;
  readonly lead: string;
  readonly product: string;
  readonly goods: readonly string[];
  readonly startedOn: Day | null;
  readonly reported: boolean;
  readonly partners: readonly SeedPartner[];
}

const shortName = (name: string): string => name.replace(/^Hợp tác xã (Dịch vụ )?/, 'HTX ');

/** As the article tells them: who with whom and for what; stages and days it does not tell. */
function reported(organisations: readonly SeedOrganisation[]): SeedChain[] {
  const nameOf = (key: ReportedKey): string => organisations.find(({ id }) => id === reportedIds[key])!.name;
  return reportedChains.map(({ lead, partners, what, goods }) => ({
    name: `${shortName(nameOf(lead))} – ${partners.map(nameOf).join(', ')}`.slice(0, 200),
    lead: reportedIds[lead],
    product: what,
    goods,
    startedOn: null,
    reported: true,
    partners: [
      { organisation: reportedIds[lead], role: 'lead', stages: [], subject: what },
      ...partners.map((partner) => ({
        organisation: reportedIds[partner],
        role: 'buyer' as const,
        stages: [],
        subject: what,
      })),
    ],
  }));
}

/** A chain of one good: its lead, sometimes a second grower, a buyer, sometimes somebody who processes. */
function invented(
  prng: Prng,
  lead: SeedOrganisation,
  others: readonly SeedOrganisation[],
  buyers: readonly SeedOrganisation[],
): SeedChain {
  const good = prng.pick(lead.goods);
  const [buyer, processor] = prng.shuffled(buyers);
  const second = prng.chance(0.3) ? prng.pick(others.filter(({ id }) => id !== lead.id)) : undefined;
  const stages = prng.pick([
    ['production', 'harvest'],
    ['production', 'harvest', 'preprocess'],
    ['inputs', 'production', 'harvest'],
  ]);
  const product = good.names[0];
  return {
    name: `Chuỗi ${product.toLowerCase()} ${shortName(lead.name)}`,
    lead: lead.id,
    product,
    goods: [good.code],
    startedOn: `${prng.int(2022, 2026)}-${String(prng.int(1, 9)).padStart(2, '0')}-15` as Day,
    reported: false,
    partners: [
      { organisation: lead.id, role: 'lead', stages, subject: product },
      ...(second === undefined
        ? []
        : [
            { organisation: second.id, role: 'producer' as const, stages: ['production', 'harvest'], subject: product },
          ]),
      { organisation: buyer!.id, role: 'buyer', stages: ['sale'], subject: product },
      ...(prng.chance(0.3)
        ? [{ organisation: processor!.id, role: 'processor' as const, stages: ['process'], subject: product }]
        : []),
    ],
  };
}

const isBuyer = ({ id, kind, provenance }: SeedOrganisation): boolean =>
  kind === 'enterprise' && provenance === 'synthetic' && !parts.has(id);

/** 40 chains in which 26 cooperatives take part: the article's four, and invented ones for the rest. */
function chains(prng: Prng, organisations: readonly SeedOrganisation[]): SeedChain[] {
  const told = reported(organisations);
  const able = organisations.filter(
    (one) =>
      one.kind === 'cooperative' &&
      one.provenance === 'synthetic' &&
      isFarming(one) &&
      one.goods.length > 0 &&
      !parts.has(one.id),
  );
  const members = prng.shuffled(able).slice(0, cooperativesInChains - told.length);
  const buyers = organisations.filter(isBuyer);
  const names = new Set<string>();
  const made: SeedChain[] = [];
  for (let turn = 0; made.length < chainCount - told.length; turn += 1) {
    const chain = invented(prng, members[turn % members.length]!, members, buyers);
    if (names.has(chain.name)) continue;
    names.add(chain.name);
    made.push(chain);
  }
  return [...told, ...made];
}

function chainTables(all: readonly SeedChain[]): (readonly [string, Row[]])[] {
  const provenance = ({ reported: isReported }: SeedChain): string => (isReported ? 'reported' : 'synthetic');
  let made = 0;
  return [
    [
      'linkage.chain',
      all.map((chain, at) => ({
        province,
        id: seedId('chain', at + 1),
        name: chain.name,
        lead_id: chain.lead,
        state: 'active',
        started_on: chain.startedOn,
        product_note: chain.product,
        note: chain.reported ? 'Không có hợp đồng trong hồ sơ. Chỉ ghi những gì bài báo nêu.' : 'Chuỗi minh họa.',
        source: chain.reported ? articleSource : null,
        provenance: provenance(chain),
        recorded_at: recordedAt,
        changed_at: recordedAt,
        version: 1,
      })),
    ],
    [
      'linkage.chain_product',
      all.flatMap(({ goods }, at) =>
        goods.map((code) => ({ province, chain_id: seedId('chain', at + 1), commodity_id: commodityId(code) })),
      ),
    ],
    [
      'linkage.chain_partner',
      all.flatMap((chain, at) =>
        chain.partners.map(({ organisation, role, stages, subject }) => ({
          province,
          id: seedId('partner', (made += 1)),
          chain_id: seedId('chain', at + 1),
          organisation_id: organisation,
          role,
          stages,
          subject,
          from_day: chain.startedOn,
          provenance: provenance(chain),
          recorded_at: recordedAt,
        })),
      ),
    ],
  ];
}

/** Two leading digits are as exact as offers are. */
function roundly(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.max(1, Math.round(value / unit)) * unit;
}

interface Window {
  readonly from: Day;
  readonly until: Day;
  readonly per: LinePeriod;
}

/** Within the months of the good, in the year from October 2026 on. */
function windowOf(prng: Prng, { months: [first, last], cycle }: SeedCommodity): Window {
  const begin = prng.int(first, last);
  const from =
    `${begin >= 10 ? 2026 : 2027}-${String(begin).padStart(2, '0')}-${prng.pick(['01', '05', '10', '15', '20'])}` as Day;
  const perennial = first === 1 && last === 12;
  const per = prng.weighted<LinePeriod>(
    perennial
      ? [
          ['total', 3],
          ['week', 4],
          ['month', 3],
        ]
      : [
          ['total', 7],
          ['week', 2],
          ['month', 1],
        ],
  );
  const until =
    per === 'total'
      ? addDays(from, prng.int(6, cycle === 'long' ? 60 : 30))
      : addDays(addMonths(from, prng.int(1, perennial ? 9 : 2)), -1);
  return { from, until, per };
}

interface Maker {
  readonly side: 'offer' | 'demand';
  readonly organisation: SeedOrganisation;
  readonly good: SeedCommodity;
  readonly valueVnd: number;
  readonly certificates: readonly string[];
}

function line(prng: Prng, { side, organisation, good, valueVnd, certificates }: Maker) {
  const window = windowOf(prng, good);
  const unitQty = usualQty(good);
  const periods = totalQtyOf({ ...window, periodQty: 1 });
  const periodQty = roundly(valueVnd / good.priceVnd / periods) * unitQty;
  const totalQty = totalQtyOf({ ...window, periodQty });
  const varieties = varietyIdsOf(good.code);
  const price = good.priceVnd * (side === 'offer' ? 0.82 + prng.next() * 0.2 : 0.96 + prng.next() * 0.24);
  const place =
    organisation.unit === null
      ? (organisation.address ?? '')
      : `${unitWord(organisation.unit.kind)} ${organisation.unit.name}`;
  return {
    side,
    organisation_id: organisation.id,
    commodity_id: commodityId(good.code),
    variety_id: varieties.length > 0 && prng.chance(side === 'offer' ? 0.6 : 0.2) ? prng.pick(varieties) : null,
    from_day: window.from,
    until_day: window.until,
    per: window.per,
    period_qty: periodQty,
    total_qty: totalQty,
    limit_price_vnd: Math.max(100, Math.round(price / 100) * 100),
    minimum_order_qty: prng.chance(0.2) ? Math.max(unitQty, Math.floor(totalQty / 10 / unitQty) * unitQty) : null,
    certificates,
    place,
  };
}

/** Which kinds of certificate an organisation holds, for what it offers. */
function heldKinds(certificates: readonly Row[]): (organisation: string, good: SeedCommodity) => string[] {
  return (organisation, good) => [
    ...new Set(
      certificates
        .filter(
          (one) =>
            one['organisation_id'] === organisation &&
            [null, commodityId(good.code)].includes(one['commodity_id'] as never),
        )
        .filter((one) => String(one['valid_until']) >= '2026-11-23')
        .map((one) => String(one['kind'])),
    ),
  ];
}

function lines(prng: Prng, organisations: readonly SeedOrganisation[], certificates: readonly Row[]) {
  const sellers = organisations.filter(
    ({ id, kind, goods }) => goods.length > 0 && kind !== 'enterprise' && !parts.has(id),
  );
  const buyers = organisations.filter((one) => isBuyer(one) || one.kind === 'household-business');
  const held = heldKinds(certificates);
  const sizes: Partial<Record<string, number>> = { cooperative: 160, farm: 90, 'cooperative-group': 40 };
  const offers = Array.from({ length: offerCount }, () => {
    const organisation = prng.pick(sellers);
    const good = prng.pick(organisation.goods);
    const valueVnd = (sizes[organisation.kind] ?? 40) * 1_000_000 * prng.skewed(1);
    return line(prng, { side: 'offer', organisation, good, valueVnd, certificates: held(organisation.id, good) });
  });
  // What is grown most is asked for most; each good is asked for at least once.
  const asked = [
    ...commodities,
    ...offers
      .slice(0, demandCount)
      .map(({ commodity_id }) => commodities.find(({ code }) => commodityId(code) === commodity_id)!),
  ];
  const demands = asked.slice(0, demandCount).map((good) => {
    const organisation = prng.pick(buyers);
    const valueVnd = (organisation.kind === 'enterprise' ? 620 : 80) * 1_000_000 * prng.skewed(0.9);
    return line(prng, {
      side: 'demand',
      organisation,
      good,
      valueVnd,
      certificates: prng.chance(0.12) ? ['vietgap'] : [],
    });
  });
  return [
    ...offers.map((row, at) => ({ id: seedId('offer', at + 1) as string, ...row })),
    ...demands.map((row, at) => ({ id: seedId('demand', at + 1) as string, ...row })),
  ];
}

function lineTables(all: ReturnType<typeof lines>): (readonly [string, Row[]])[] {
  const rows = all.map((row) => ({
    province,
    ...row,
    recorded_at: recordedAt,
    changed_at: recordedAt,
    provenance: 'synthetic',
    drawn_qty: 0,
    state: 'open',
    revision: 1,
    quality: '',
  }));
  return [
    ['linkage.line', rows],
    [
      'linkage.line_revision',
      rows.map((row) => ({
        province,
        line_id: row.id,
        revision: 1,
        content: {
          from: row.from_day,
          until: row.until_day,
          per: row.per,
          periodQty: row.period_qty,
          totalQty: row.total_qty,
          minimumOrderQty: row.minimum_order_qty,
          certificates: row.certificates,
          quality: '',
          place: row.place,
          state: 'open',
        },
        limit_price_vnd: row.limit_price_vnd,
        reason: '',
        recorded_at: recordedAt,
      })),
    ],
  ];
}

/** Chains, offers and demands of the demonstration. */
export const linkageTables = (
  prng: Prng,
  organisations: readonly SeedOrganisation[],
  certificates: readonly Row[],
): (readonly [string, Row[]])[] => [
  ...chainTables(chains(prng, organisations)),
  ...lineTables(lines(prng, organisations, certificates)),
];
