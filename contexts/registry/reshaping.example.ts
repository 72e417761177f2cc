import { day, type Day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { Method, InputOf, ReplyOf } from '#kernel/method.ts';
import type { ActId } from './act.wire.ts';
import { foundOrganisation } from './founding.wire.ts';
import { getOrganisation } from './organisation.wire.ts';
import { damHa } from './registry.example.ts';
import { listPresentMembers } from './reshaping.wire.ts';

type Ask = <M extends Method>(method: M, input: InputOf<M>) => Promise<{ status: number; body: ReplyOf<M> }>;

type Owner = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

/** What is kept for ever, so that an undoing can be read: in these tables rows are only added. */
const trails = [
  'organisation_act',
  'organisation_state',
  'organisation_link',
  'act_effect',
  'member_link',
  'member_former_standing',
  'member_entry',
  'capital_act',
  'capital_line',
  'undivided_entry',
  'undivided_line',
];

/** Every row of every table of the registry, as JSON text by table and row. */
export async function allRows(owner: Owner): Promise<Map<string, Set<string>>> {
  const tables = await owner<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'registry' order by tablename`,
  );
  const rows = new Map<string, Set<string>>();
  for (const { name } of tables) {
    const all = await owner<{ row: string }>(`select to_jsonb(t)::text as row from registry.${name} t`);
    rows.set(name, new Set(all.map(({ row }) => row)));
  }
  return rows;
}

/** A book keeps what was taken back; what counts of it is the sum of each member and day. */
const balances = `(select organisation_id, member_id, form, on_day, sum(subscribed_vnd) as subscribed, sum(paid_vnd) as paid
  from registry.published_capital_line group by 1, 2, 3, 4 having sum(subscribed_vnd) <> 0 or sum(paid_vnd) <> 0)`;

const holdings = `(select organisation_id, account, source, pledge_barred, on_day, sum(amount_vnd) as vnd
  from registry.published_undivided group by 1, 2, 3, 4, 5 having sum(amount_vnd) <> 0)`;

/** What an undone act had made has ended too, and nobody had known of it before. */
const ends = `(select e.* from registry.published_end e join registry.organisation o on o.province = e.province and o.id = e.id
  where o.status <> 'void')`;

const books: Readonly<Record<string, string>> = {
  published_capital_line: balances,
  published_undivided: holdings,
  published_end: ends,
};

/** Everything the registry publishes, which is what other contexts and the lists read. */
export async function allPublished(owner: Owner): Promise<Record<string, string[]>> {
  const views = await owner<{ name: string }>(
    `select viewname as name from pg_views where schemaname = 'registry' and viewname like 'published%' order by viewname`,
  );
  const read: Record<string, string[]> = {};
  for (const { name } of views) {
    const rows = books[name] ?? `registry.${name}`;
    const all = await owner<{ row: string }>(`select to_jsonb(t)::text as row from ${rows} t order by 1`);
    read[name] = all.map(({ row }) => row);
  }
  return read;
}

const isVoid = (row: string): boolean => {
  const { voided_by, status } = JSON.parse(row) as { voided_by?: string | null; status?: string };
  return (voided_by ?? null) !== null || status === 'void';
};

/** Rows that are neither what they were nor a trail of what was undone. */
export function remains(before: ReadonlyMap<string, Set<string>>, after: ReadonlyMap<string, Set<string>>): string[] {
  const rowsOf = (table: string) => [...(after.get(table) ?? [])].filter(isVoid);
  const made = new Set(
    [...rowsOf('organisation'), ...rowsOf('member')].map((row) => (JSON.parse(row) as { id: string }).id),
  );
  const isOfMade = (row: string): boolean => {
    const { organisation_id: organisation, member_id: member } = JSON.parse(row) as Record<string, string | undefined>;
    return made.has(organisation ?? '') || made.has(member ?? '');
  };
  return [...after].flatMap(([table, rows]) => {
    const then = before.get(table) ?? new Set<string>();
    const gone = [...then].filter((row) => !rows.has(row)).map((row) => `${table} lost ${row}`);
    const come = [...rows].filter((row) => !then.has(row) && !isVoid(row) && !isOfMade(row));
    return [...gone, ...(trails.includes(table) ? [] : come.map((row) => `${table} kept ${row}`))];
  });
}

export const founded = day('2025-01-10');

export const paper = (more: object = {}) => ({
  act: newId<ActId>(),
  onDay: day('2026-05-01'),
  document: 'Nghị quyết 01/NQ',
  ...more,
});

const ids = new Map<string, string>();
/** A national id of one's own. */
export function numberOf(name: string): string {
  if (!ids.has(name)) ids.set(name, `0221${String(80_000_000 + ids.size)}`);
  return ids.get(name)!;
}

export const letters = (from: string, count: number) => Array.from({ length: count }, (_, index) => `${from}${index}`);

export const money = (members: readonly { subscribedVnd: number; paidVnd: number }[]) => ({
  subscribed: members.reduce((sum, { subscribedVnd }) => sum + subscribedVnd, 0),
  paid: members.reduce((sum, { paidVnd }) => sum + paidVnd, 0),
});

export const newOne = (unit = damHa) => ({
  organisation: newId<OrganisationId>(),
  name: `Hợp tác xã mới ${newId().slice(-10)}`,
  unit,
  certificate: { number: newId().slice(-10) },
});

export const sorted = (names: readonly string[]): string[] => names.toSorted((a, b) => (a < b ? -1 : 1));

/** Founds organisations and looks at them, as this officer. */
export function playing(officer: Ask) {
  async function made(
    kind: 'cooperative' | 'cooperative-group',
    names: readonly string[],
    { vnd = 10_000_000, unit = damHa, onDay = founded } = {},
  ): Promise<OrganisationId> {
    const organisation = newId<OrganisationId>();
    const answer = await officer(foundOrganisation, {
      ...paper({ onDay }),
      organisation,
      kind,
      name: `${kind} ${newId().slice(-10)}`,
      unit,
      ...(kind === 'cooperative' && { certificate: { on: onDay, number: newId().slice(-10) } }),
      consent: { way: 'paper', givenOn: onDay, document: 'Giấy đồng ý' },
      founders: names.map((name) => ({
        id: newId<MemberId>(),
        standing: 'official-both' as const,
        name: `Người ${name}`,
        nationalId: numberOf(name),
        phone: '0912 000 111',
        contributedVnd: vnd,
      })),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return organisation;
  }
  /** Of what was undone nobody. */
  const present = async (organisation: OrganisationId, onDay: Day = day('2026-11-01')) => {
    const { status, body } = await officer(listPresentMembers, { organisation, onDay });
    // Of an undone act's organisation nothing is there any more, which is told as one that is somebody else's.
    return status === 403 ? [] : body.items;
  };
  const namesIn = async (organisation: OrganisationId, onDay?: Day) =>
    sorted((await present(organisation, onDay)).map(({ name }) => name!.replace('Người ', '')));
  const seen = async (organisation: OrganisationId, asOf?: string) =>
    (await officer(getOrganisation, { organisation, ...(asOf !== undefined && { asOf: day(asOf) }) })).body;
  return { made, present, namesIn, seen };
}
