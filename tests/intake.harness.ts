import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { getBatch, listColumns, recordBatch, recordMapping, type BatchId } from '#contexts/intake/batch.wire.ts';
import type { batchKinds } from '#contexts/intake/field.ts';
import { damHa, examples, saveExamples, vanDon } from '#contexts/registry/registry.example.ts';
import { stopMarking } from '#platform/spreadsheet/mark.ts';
import { stopReading } from '#platform/spreadsheet/read.ts';
import { usePersonalKeys } from '#registry';
import { signedIn, testDatabase, testServer, type Ask, type Person } from './harness.ts';

export interface Handing {
  readonly kind?: (typeof batchKinds)[number];
  /** null: an officer's sheet about many. */
  readonly organisation?: OrganisationId | null;
  readonly sheet?: number;
  readonly forAll?: Readonly<Record<string, string>>;
  readonly words?: Readonly<Record<string, Record<string, string[]>>>;
  readonly name?: string;
  readonly said?: InputOf<typeof recordMapping>['said'];
}

/** Said once for a sheet, as somebody would who has the papers. */
export const agreed: Handing['said'] = {
  consent: { way: 'paper', givenOn: '2026-01-05', document: 'Danh sách ký đồng ý, tủ hồ sơ 2026' },
};
export const onPaper: Handing['said'] = {
  change: {
    onDay: '2026-03-02',
    document: { number: '15/QĐ-HTX', on: '2026-02-20', issuer: 'Đại hội thành viên' },
    legalBasis: 'Luật số 17/2023/QH15',
  },
};

export interface Handed {
  readonly id: BatchId;
  readonly ask: Ask;
  readonly body: ReplyOf<typeof getBatch>;
  readonly proposed: ReplyOf<typeof listColumns>;
}

/** A small province with two cooperatives, and people who hand in sheets. */
export async function intakeWorld() {
  usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
  const here = await testDatabase();
  const server = await testServer(here);
  const { cooperative, neighbour } = examples;
  const people = {
    director: await signedIn(here, { role: 'organisation-manager', organisation: cooperative }),
    neighbour: await signedIn(here, { role: 'organisation-manager', organisation: neighbour }),
    communeOfficer: await signedIn(here, { role: 'commune-officer', unit: damHa }),
    otherOfficer: await signedIn(here, { role: 'commune-officer', unit: vanDon }),
    officer: await signedIn(here, { role: 'provincial-officer' }),
  };
  beforeAll(() => saveExamples(here.owner));
  afterAll(stopReading);
  afterAll(stopMarking);

  /** Hands a file in and says nothing yet. */
  async function handIn(
    person: Person,
    bytes: Uint8Array,
    { organisation = cooperative, name = 'danh sach.xlsx' }: Handing = {},
  ) {
    const file = (await server.upload(person, bytes, name)).body.id as FileId;
    const id = newId<BatchId>();
    const reply = await server.as(person)(recordBatch, {
      id,
      file,
      ...(organisation === null ? {} : { organisation }),
    });
    return { id, reply };
  }

  /** Hands a file in, takes the columns as proposed, and has it checked. */
  async function checked(person: Person, bytes: Uint8Array, handing: Handing = {}): Promise<Handed> {
    const { kind = 'members', sheet = 0, forAll = {}, words, said } = handing;
    const ask = server.as(person);
    const { id, reply } = await handIn(person, bytes, handing);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    const { body: proposed } = await ask(listColumns, { batch: id, sheet, kind });
    const columns = proposed.columns.map(({ column, heading, field, unit }) => ({ column, heading, field, unit }));
    const mapped = await ask(recordMapping, {
      batch: id,
      version: 1,
      sheet,
      kind,
      columns,
      forAll,
      words: words ?? proposed.words,
      ...(said !== undefined && { said }),
    });
    expect(mapped.status, JSON.stringify(mapped.body)).toBe(200);
    await server.drain();
    return { id, ask, proposed, body: (await ask(getBatch, { batch: id })).body };
  }

  return { here, ...server, people, cooperative, neighbour, handIn, checked };
}
