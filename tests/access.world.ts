import { isOrganisationRole, roles, type Role } from '#kernel/actor.ts';
import { newId, type CommodityId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import { sealedNumber } from '#registry';
import {
  makeDemonstration,
  otherProvince,
  quangNinh,
  signedIn,
  stranger,
  type Held,
  type Person,
  type TestDatabase,
  type TestServer,
} from './harness.ts';

export const sides = ['own', 'foreign'] as const;
export type Side = (typeof sides)[number];
export type Asker = Role | 'nobody';
export type Input = Readonly<Record<string, unknown>>;

/** The input by which this asker asks about what is his own, or somebody else's. */
export type CaseOf = (side: Side, asker: Asker) => Input;
export type Cases = Readonly<Record<string, CaseOf>>;

const kinds = {
  cooperative: 'cooperative',
  buyer: 'household-business',
  bank: 'bank',
  laboratory: 'laboratory',
  fund: 'support-fund',
} as const;
export type Part = keyof typeof kinds;

const partOf: Readonly<Partial<Record<Role, Part>>> = {
  'organisation-manager': 'cooperative',
  'organisation-member': 'cooperative',
  buyer: 'buyer',
  'bank-officer': 'bank',
  laboratory: 'laboratory',
};

export const units: Readonly<Record<Side, UnitCode>> = { own: '06895' as UnitCode, foreign: '06913' as UnitCode };
const taxNumbers: Readonly<Record<Side, string>> = { own: '022199700011', foreign: '022199700022' };

/** Strings that must reach nobody but those they are meant for. */
export const secrets = {
  organisationPhone: { own: '0203 771 1101', foreign: '0203 771 1102' },
  organisationMail: { own: 'kin-own@example.test', foreign: 'kin-foreign@example.test' },
  buyerTaxNumber: taxNumbers,
  bankName: { own: 'Ngân hàng Kín Miệng Một', foreign: 'Ngân hàng Kín Miệng Hai' },
} as const satisfies Record<string, Record<Side, string>>;

const nameOf = (part: Part, side: Side): string =>
  part === 'bank' ? secrets.bankName[side] : `${part} ${units[side]}`;

export type People = Readonly<Record<Role, Person>>;

export interface AccessWorld {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly organisations: Readonly<Record<Side, Readonly<Record<Part, OrganisationId>>>>;
  readonly units: Readonly<Record<Side, UnitCode>>;
  readonly commodity: CommodityId;
  /** A role as somebody of that side holds it. */
  readonly held: (role: Role, side: Side, province?: Province) => Held;
  readonly people: Readonly<Record<Side, People>>;
  /** The same roles for the same organisations and units, but held in the other province. */
  readonly elsewhere: People;
  /** The organisation an asker of this role speaks for; the cooperative where he speaks for none. */
  readonly organisation: (side: Side, asker: Asker) => OrganisationId;
  /** One more cooperative in the same place, of the same manager and members. */
  readonly anotherCooperative: (side: Side, name: string) => Promise<OrganisationId>;
  readonly asker: (side: Side, asker: Asker) => Person;
  /** Plays a command or asks a question that must succeed. */
  readonly done: <M extends Method>(person: Person, method: M, input: InputOf<M>) => Promise<ReplyOf<M>>;
}

const place = `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from, address)
  values ($1, $2, '2025-07-01', $3, '2025-07-01', 'Thôn 1')`;

async function makeOrganisations({ owner }: TestDatabase, side: Side): Promise<Record<Part, OrganisationId>> {
  const made: Partial<Record<Part, OrganisationId>> = {};
  for (const [part, kind] of Object.entries(kinds) as [Part, string][]) {
    const id = newId<OrganisationId>();
    const number = sealedNumber(part === 'buyer' ? taxNumbers[side] : null, id, quangNinh);
    await owner(
      `insert into registry.organisation (province, id, kind, name, tax_number_cipher, tax_number_hmac, fields, founded_on, phone, email)
       values ($1, $2, $3, $4, $5, $6, '{crops}', '2019-01-01', $7, $8)`,
      [
        quangNinh,
        id,
        kind,
        nameOf(part, side),
        number.tax_number_cipher,
        number.tax_number_hmac,
        secrets.organisationPhone[side],
        secrets.organisationMail[side],
      ],
    );
    await owner(place, [quangNinh, id, units[side]]);
    made[part] = id;
  }
  return made as Record<Part, OrganisationId>;
}

async function makeReference(database: TestDatabase): Promise<CommodityId> {
  const { owner } = database;
  await makeDemonstration(database);
  await owner(`insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
    (22, '06895', 'Đầm Hà', 'Dam Ha', 'commune', '2025-07-01', 'test', true),
    (22, '06913', 'Quảng Tân', 'Quang Tan', 'commune', '2025-07-01', 'test', true) on conflict do nothing`);
  const commodity = newId<CommodityId>();
  await owner(
    `insert into registry.commodity (province, id, code, name_vi, name_en, name_th, sector, base_unit, storage, cycle, least_yield, most_yield)
     values (22, $1, 'passion-fruit', 'Chanh leo', 'Passion fruit', 'เสาวรส', 'crop', 'g', 'perishable', 'long', 10000000, 40000000)`,
    [commodity],
  );
  await owner(
    `insert into registry.trade_unit (province, commodity_id, code, name_vi, name_en, name_th, qty, usual)
     values (22, $1, 'kg', 'kg', 'kg', 'กก.', 1000, true)`,
    [commodity],
  );
  return commodity;
}

/** Everybody who acts in the world may accept contracts by demonstration, so that no password has to be hashed. */
async function person(database: TestDatabase, held: Held): Promise<Person> {
  const made = await signedIn(database, held);
  await database.owner(`update auth."user" set demonstration = true where id = $1`, [made.account]);
  return made;
}

async function everyRole(make: (role: Role) => Promise<Person>): Promise<People> {
  const made: Partial<Record<Role, Person>> = {};
  for (const role of roles) made[role] = await make(role);
  return made as People;
}

/** People of the cooperative here, and their likes by the other province's grant. */
async function another(
  database: TestDatabase,
  side: Side,
  name: string,
  people: readonly (readonly [Person, Role, Province])[],
) {
  const id = newId<OrganisationId>();
  await database.owner(
    `insert into registry.organisation (province, id, kind, name, fields, founded_on) values (22, $1, 'cooperative', $2, '{crops}', '2019-01-01')`,
    [id, `${name} ${units[side]}`],
  );
  await database.owner(place, [quangNinh, id, units[side]]);
  for (const [one, role, province] of people) {
    await database.owner(
      `insert into platform.access_grant (province, id, account_id, role, organisation_id, valid_from)
       values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [province, newId(), one.account, role, id],
    );
  }
  return id;
}

/** Two of everything: one's own, in Đầm Hà, and somebody else's, in Quảng Tân. */
export async function accessWorld(database: TestDatabase, server: TestServer): Promise<AccessWorld> {
  const commodity = await makeReference(database);
  const organisations = {
    own: await makeOrganisations(database, 'own'),
    foreign: await makeOrganisations(database, 'foreign'),
  };
  const organisation = (side: Side, asker: Asker): OrganisationId =>
    organisations[side][(asker === 'nobody' ? undefined : partOf[asker]) ?? 'cooperative'];
  const held = (role: Role, side: Side, province: Province = quangNinh): Held => {
    if (isOrganisationRole(role)) return { role, organisation: organisation(side, role), province };
    return role === 'commune-officer' ? { role, unit: units[side], province } : { role, province };
  };
  const people = {
    own: await everyRole((role) => person(database, held(role, 'own', quangNinh))),
    foreign: await everyRole((role) => person(database, held(role, 'foreign', quangNinh))),
  };
  const elsewhere = await everyRole((role) => person(database, held(role, 'own', otherProvince)));
  return {
    database,
    server,
    organisations,
    units,
    commodity,
    held,
    people,
    elsewhere,
    organisation,
    anotherCooperative: (side, name) =>
      another(database, side, name, [
        [people[side]['organisation-manager'], 'organisation-manager', quangNinh],
        [people[side]['organisation-member'], 'organisation-member', quangNinh],
        [elsewhere['organisation-manager'], 'organisation-manager', otherProvince],
        [elsewhere['organisation-member'], 'organisation-member', otherProvince],
      ]),
    asker: (side, asker) => (asker === 'nobody' ? stranger : people[side][asker]),
    done: async (by, method, input) => {
      const { status, body } = await server.as(by)(method, input);
      if (status !== 200) throw new Error(`${method.name}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
  };
}
