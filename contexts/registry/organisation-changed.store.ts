import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { isPersonNumber } from './organisation.ts';
import type { Changed, ChangeValue } from './organisation-change.ts';
import { givenFields } from './organisation-change.store.ts';
import type { Move } from './organisation-seat.store.ts';
import { stateColumns, stateOn, type OrganisationState, type StateEntry } from './organisation-state.ts';
import { stateEntries } from './organisation-state.store.ts';
import type { changeOrganisation } from './organisation.wire.ts';
import { registryIn } from './registry.tables.ts';

type Given = ParsedInputOf<typeof changeOrganisation>;

const columnOf: Readonly<Record<string, keyof OrganisationState>> = {
  name: 'name',
  legalForm: 'legal_form',
  shortName: 'short_name',
  taxNumber: 'tax_number',
  registrationNumber: 'registration_number',
  certificateOn: 'certificate_on',
  foundedOn: 'founded_on',
  gln: 'gln',
  fields: 'fields',
};
const fieldOf = Object.fromEntries(Object.entries(columnOf).map(([field, column]) => [column, field]));

async function provinceNames(db: Db): Promise<ReadonlyMap<Province | null, string>> {
  const rows = await db.selectFrom('reference.province').select(['code', 'full_name']).execute();
  return new Map(rows.map(({ code, full_name }) => [code, full_name]));
}

const recordNow = (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.organisation')
    .select([...stateColumns, 'website'])
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();

type Both = readonly [before: ChangeValue, after: ChangeValue];
const values = ([before, after]: Both): Omit<Changed, 'field'> => ({ before, after });
/** A person's number is no value to be shown, nor is it told of whom it was. */
const isPersons = (both: Both): boolean => both.some((one) => typeof one === 'string' && isPersonNumber(one));
const same = ([before, after]: Both): boolean => JSON.stringify(before) === JSON.stringify(after);

type Known = Readonly<Record<string, Both | undefined>>;

/** Of fields that stand in no state: the seat of that day, and what is known of today only. */
async function besideState(db: Db, given: Given, { move, website, province }: Beside): Promise<Known> {
  const names = given.seatProvince === undefined ? undefined : await provinceNames(db);
  const nameOf = (code: Province | null | undefined): string | null => names?.get(code ?? null) ?? null;
  const { unit, address } = move.present ?? { unit: null, address: null };
  return {
    website: [website, given.website ?? null],
    unit: [unit?.name ?? null, move.unit?.name ?? null],
    address: [address, given.address ?? null],
    seatProvince: [nameOf(province), nameOf(given.seatProvince)],
  };
}
interface Beside {
  readonly move: Move;
  readonly website: string | null;
  readonly province: Province | null;
}

/** A sealed number that is blanked reads as blank on both sides. */
function changedOf(field: string, both: Both | undefined): Changed[] {
  if (both === undefined || isPersons(both)) return [{ field }];
  if (same(both)) return field === 'taxNumber' ? [{ field }] : [];
  return [{ field, ...values(both) }];
}

interface About {
  readonly on: Day;
  readonly move: Move;
}

/** What stood on the day before and what stands from it on, of every field that is told otherwise. */
export async function changesOf(db: Db, given: Given, { on, move }: About): Promise<Changed[]> {
  const now = await recordNow(db, given.organisation);
  const then = stateOn(await stateEntries(db, given.organisation), on) ?? now;
  const beside = await besideState(db, given, { move, website: now.website, province: then.seat_province });
  const told = given as unknown as Readonly<Record<string, ChangeValue | undefined>>;
  return givenFields(given)
    .filter((field) => field !== 'lat' || given.lon === undefined)
    .flatMap((field) => {
      const column = columnOf[field];
      const both: Both | undefined =
        column === undefined ? beside[field] : [then[column] as ChangeValue, told[field] ?? null];
      return changedOf(field, both);
    });
}

/** What the states entered by an old act tell of it: rows of before changes were kept have their values there. */
export function changesInState(
  entries: readonly (StateEntry & { readonly act: string | null })[],
  act: string,
): Changed[] {
  const entry = entries.find((one) => one.act === act);
  if (entry === undefined) return [];
  const before = stateOn(
    entries.filter(({ seq }) => seq < entry.seq),
    entry.valid_from,
  );
  return entry.told.flatMap((column): Changed[] => {
    const field = fieldOf[column];
    if (field === undefined || before === undefined) return [];
    const both = [before[column as keyof OrganisationState], entry.values[column as keyof OrganisationState]] as Both;
    return isPersons(both) || same(both) ? [] : [{ field, ...values(both) }];
  });
}
