import { roles, type Role } from '#kernel/actor.ts';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import {
  getBatch,
  importBatch,
  listColumns,
  recordBatch,
  recordMapping,
  type BatchId,
} from '#contexts/intake/batch.wire.ts';
import { csv } from '#contexts/intake/sheet.example.ts';
import { sides, type AccessWorld, type Asker, type Cases, type Side } from './access.world.ts';
import type { Person } from './harness.ts';

/** Phones that only those who may hand in the sheet may read. */
export const sheetSecrets = { own: '0911 990 001', foreign: '0911 990 002' } as const satisfies Record<Side, string>;

const sheet = (side: Side): Uint8Array =>
  csv(
    `Họ và tên;Năm sinh;Điện thoại;Tư cách;Ngày vào\nNguyễn Văn Kín;1970;${sheetSecrets[side]};Liên kết không góp vốn;01/05/2025\n`,
  );

async function uploaded({ server }: AccessWorld, person: Person, side: Side): Promise<FileId> {
  return (await server.upload(person, sheet(side), 'so lieu.csv')).body.id as FileId;
}

/** A sheet as far as it has come. */
async function batchOf(
  world: AccessWorld,
  { person, side, organisation }: { person: Person; side: Side; organisation: OrganisationId },
  upTo: 'read' | 'checked' | 'imported',
): Promise<BatchId> {
  const { done, server } = world;
  const batch = newId<BatchId>();
  await done(person, recordBatch, { id: batch, file: await uploaded(world, person, side), organisation });
  if (upTo === 'read') return batch;
  const { columns } = await done(person, listColumns, { batch, sheet: 0, kind: 'members' });
  await done(person, recordMapping, {
    batch,
    version: 1,
    sheet: 0,
    kind: 'members',
    columns: columns.map(({ column, heading, field, unit }) => ({ column, heading, field, unit })),
  });
  await server.drain();
  if (upTo === 'checked') return batch;
  const { version } = await done(person, getBatch, { batch });
  await done(person, importBatch, { batch, version });
  await server.drain();
  return batch;
}

async function batchesOf(world: AccessWorld, side: Side) {
  const organisation = world.organisations[side].cooperative;
  const about = { person: world.people[side]['organisation-manager'], side, organisation };
  const read = await batchOf(world, about, 'read');
  const checked = await batchOf(world, about, 'checked');
  const imported = await batchOf(world, about, 'imported');
  const versions = new Map<BatchId, number>();
  for (const batch of [read, checked, imported])
    versions.set(batch, (await world.done(about.person, getBatch, { batch })).version);
  return { read, checked, imported, versions };
}

export async function filesOf(world: AccessWorld): Promise<Map<string, FileId>> {
  const files = new Map<string, FileId>();
  for (const side of sides)
    for (const role of roles) files.set(`${side} ${role}`, await uploaded(world, world.people[side][role], side));
  return files;
}

export async function intakeCases(world: AccessWorld): Promise<{ cases: Cases; file: (side: Side) => FileId }> {
  const files = await filesOf(world);
  const rows = new Map<string, Awaited<ReturnType<typeof batchesOf>>>();
  for (const side of sides) rows.set(side, await batchesOf(world, side));
  const batch = (side: Side, _asker: Asker, state: 'read' | 'checked' | 'imported') => {
    const of = rows.get(side)!;
    return { batch: of[state], version: of.versions.get(of[state])! };
  };
  const only = (state: 'read' | 'checked' | 'imported') => (side: Side, asker: Asker) => ({
    batch: batch(side, asker, state).batch,
  });
  const owned = await world.database.owner<{ id: FileId; side: string }>(
    `select f.id, u.name as side from platform.file f join auth."user" u on u.id = f.uploaded_by where f.owner_kind = 'intake.batch' order by f.uploaded_at`,
  );
  for (const side of sides)
    await world.database.owner(
      `insert into intake.status_told (province, batch_id, organisation_id, row_number, status, met_by, differs)
       values (22, $1, $2, 2, 'revoked', '{revoked}', true)`,
      [rows.get(side)!.imported, world.organisations[side].cooperative],
    );
  const cases: Cases = {
    'intake.batch.list': () => ({}),
    'intake.batch.record': (side, asker) => ({
      id: newId(),
      file: files.get(`${side} ${asker === 'nobody' ? ('auditor' satisfies Role) : asker}`)!,
      organisation: world.organisations[side].cooperative,
    }),
    'intake.batch.get': only('checked'),
    'intake.column.list': (side, asker) => ({ ...only('checked')(side, asker), sheet: 0, kind: 'members' }),
    'intake.word.list': (side, asker) => ({
      ...only('checked')(side, asker),
      sheet: 0,
      kind: 'members',
      columns: '4:standing',
    }),
    'intake.mapping.record': (side, asker) => ({
      ...batch(side, asker, 'read'),
      sheet: 0,
      kind: 'members',
      columns: [
        { column: 1, heading: 'Họ và tên', field: 'name' },
        { column: 4, heading: 'Tư cách', field: 'standing' },
        { column: 5, heading: 'Ngày vào', field: 'joinedOn' },
      ],
    }),
    'intake.mapping.withdraw': (side, asker) => ({ ...only('read')(side, asker), sheet: 0, kind: 'members' }),
    'intake.row.list': only('checked'),
    'intake.unit-name.list': only('checked'),
    'intake.answer.record': (side, asker) => ({
      ...only('checked')(side, asker),
      row: 2,
      field: 'name',
      choice: 'new',
    }),
    'intake.batch.check': (side, asker) => batch(side, asker, 'checked'),
    'intake.batch.import': (side, asker) => batch(side, asker, 'checked'),
    'intake.batch.withdraw': (side, asker) => ({ ...batch(side, asker, 'imported'), reason: 'nhầm tệp' }),
    'intake.batch.close': (side, asker) => batch(side, asker, 'checked'),
    'intake.status-told.list': (side) => ({ organisation: world.organisations[side].cooperative }),
    'intake.status-told.close': (side, asker) => ({
      ...only('imported')(side, asker),
      organisation: world.organisations[side].cooperative,
      reason: 'bảng cũ',
    }),
    'intake.blocker.list': only('imported'),
    'intake.marked-sheet.export': only('checked'),
    'intake.template.export': () => ({ kind: 'members' }),
  };
  return { cases, file: () => owned[0]!.id };
}
