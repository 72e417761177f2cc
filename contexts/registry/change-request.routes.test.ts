import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { listNotifications } from '#contexts/people/notification.wire.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { standingOfFormer } from './change-request.ts';
import {
  acceptChangeRequest,
  getChangeRequest,
  listChangeRequests,
  refuseChangeRequest,
  submitChangeRequest,
  withdrawChangeRequest,
  type ChangeRequestId,
} from './change-request.wire.ts';
import { listWaiting } from './waiting.wire.ts';
import { changeOrganisation, getOrganisation } from './organisation.wire.ts';
import { eraseRepresentative, listRepresentatives } from './representative.wire.ts';
import { damHa, examples, proof, saveExamples, vanDon } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here);
const { cooperative, neighbour, reported } = examples;

const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const neighbourly = as(await signedIn(here, { role: 'organisation-manager', organisation: neighbour }));
const told = as(await signedIn(here, { role: 'organisation-manager', organisation: reported }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const auditor = as(await signedIn(here, { role: 'auditor' }));

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values ('changeRequest.formerOfficerDays', '2025-07-01', '30', 'test', false)
     on conflict do nothing`,
  );
});

const recordOf = async (organisation: OrganisationId) => (await officer(getOrganisation, { organisation })).body;
const asked = async (wanted: Record<string, unknown>, ask = manager, organisation = cooperative) => {
  const id = newId<ChangeRequestId>();
  const answer = await ask(submitChangeRequest, { id, organisation, wanted, document: proof });
  return { id, answer };
};
const viewOf = async (request: ChangeRequestId, ask = officer) => (await ask(getChangeRequest, { request })).body;

describe('an organisation asks, the officer of its place answers', () => {
  test('accepted, the record is as asked and the request keeps what was before', async () => {
    const { id } = await asked({ name: 'Hợp tác xã Hòa Bình Mới', certificateOn: '2020-04-01' });
    const waiting = async (ask: typeof officer) => (await ask(listWaiting, {})).body.items.map(({ kind }) => kind);
    expect(await waiting(communeOfficer)).toEqual(['request-to-answer']);
    expect(await waiting(otherOfficer)).toEqual([]);
    expect(await waiting(manager)).toEqual([]);
    const seen = await viewOf(id, communeOfficer);
    expect(seen.differences).toEqual([
      expect.objectContaining({
        field: 'name',
        before: 'Hợp tác xã Hòa Bình Đầm Hà',
        wanted: 'Hợp tác xã Hòa Bình Mới',
      }),
      expect.objectContaining({ field: 'certificateOn', before: null, wanted: '2020-04-01', changedSince: false }),
    ]);
    expect((await recordOf(cooperative)).name).toBe('Hợp tác xã Hòa Bình Đầm Hà');
    expect((await communeOfficer(acceptChangeRequest, { request: id, round: 1 })).status).toBe(200);
    expect(await recordOf(cooperative)).toMatchObject({ name: 'Hợp tác xã Hòa Bình Mới', certificateOn: '2020-04-01' });
    const after = await viewOf(id, manager);
    expect(after).toMatchObject({ state: 'accepted', flags: [], may: { answer: false, withdraw: false } });
    expect(after.entries.map(({ kind }) => kind)).toEqual(['submitted', 'accepted']);
    const { body } = await manager(listNotifications, {});
    expect(body.items.map(({ topic }) => topic)).toContain('registry.change-request.accepted');
  });

  test('returned with remarks, asked again in a second round, then accepted', async () => {
    const { id } = await asked({ gln: '8934567890120' });
    expect((await communeOfficer(refuseChangeRequest, { request: id, round: 1, remarks: '' })).status).toBe(400);
    await communeOfficer(refuseChangeRequest, { request: id, round: 1, remarks: 'Thiếu giấy của GS1' });
    expect(await viewOf(id, manager)).toMatchObject({
      state: 'returned',
      remarks: 'Thiếu giấy của GS1',
      may: { submitAgain: true },
    });
    const again = { id, organisation: cooperative, wanted: { gln: '8934567890113' }, document: proof };
    expect((await manager(submitChangeRequest, again)).body.round).toBe(2);
    // The first round was read: what is answered must be what was read.
    const stale = await communeOfficer(acceptChangeRequest, { request: id, round: 1 });
    expect(stale.body).toMatchObject({ code: 'registry.change-request.not-answerable', obstacles: ['other-round'] });
    expect((await communeOfficer(acceptChangeRequest, { request: id, round: 2 })).status).toBe(200);
    expect((await recordOf(cooperative)).gln).toBe('8934567890113');
  });

  test('lines of business, seat and who stands for it are asked for; a name asked for in vain is not kept', async () => {
    const representative = { name: 'Phạm Thị Xin', title: 'Giám đốc' };
    const wanted = { fields: ['trade', 'crops'], address: 'Thôn Mới', representative };
    const { version } = await recordOf(cooperative);
    const alone = await manager(changeOrganisation, {
      organisation: cooperative,
      version,
      representative,
      document: proof,
    });
    expect(alone.body.obstacles).toEqual(['officers-only']);
    const { id } = await asked(wanted);
    const told = async (ask: typeof officer) =>
      (await viewOf(id, ask)).differences.find(({ field }) => field === 'representative')!.wanted;
    for (const ask of [manager, communeOfficer, officer]) expect(await told(ask)).toEqual(representative);
    for (const ask of [member, auditor]) expect(await told(ask)).toEqual({ name: null, title: 'Giám đốc' });
    await manager(withdrawChangeRequest, { request: id });
    expect(await told(manager)).toEqual({ name: null, title: 'Giám đốc' });
    const again = await asked(wanted);
    expect((await communeOfficer(acceptChangeRequest, { request: again.id, round: 1 })).status).toBe(200);
    expect(await recordOf(cooperative)).toMatchObject({
      fields: ['trade', 'crops'],
      place: { address: 'Thôn Mới' },
      representative,
    });
    const kept = await here.owner<{ text: string }>(
      `select to_jsonb(e)::text as text from registry.change_request_entry e where request_id in ($1, $2)`,
      [id, again.id],
    );
    expect(kept.map(({ text }) => text).join()).not.toContain('Xin');
  });

  test('erased, a former representative stands in no request any more', async () => {
    const next = { name: 'Phạm Văn Tiếp', title: 'Giám đốc' };
    const { id } = await asked({ representative: next });
    // Nobody is removed on the day on which they began.
    await here.owner(`update registry.representative set valid_from = '2024-01-01' where name = 'Phạm Thị Xin'`);
    expect((await communeOfficer(acceptChangeRequest, { request: id, round: 1 })).status).toBe(200);
    const { items } = (await manager(listRepresentatives, { organisation: cooperative })).body;
    const former = items.find(({ name }) => name === 'Phạm Thị Xin')!;
    expect(
      (await communeOfficer(eraseRepresentative, { representative: former.id, reason: 'theo yêu cầu' })).status,
    ).toBe(200);
    const rows = await here.owner<{ text: string }>(`select to_jsonb(r)::text as text from registry.change_request r`);
    expect(rows.map(({ text }) => text).join()).not.toContain('Phạm Thị Xin');
    expect((await viewOf(id, manager)).differences).toMatchObject([
      { before: { name: null, title: 'Giám đốc' }, wanted: next },
    ]);
  });

  test('what has changed meanwhile is not overwritten', async () => {
    const { id } = await asked({ foundedOn: '2020-02-02' });
    const { version } = await recordOf(cooperative);
    await officer(changeOrganisation, { organisation: cooperative, version, foundedOn: '2020-01-15', document: proof });
    expect((await viewOf(id)).differences[0]).toMatchObject({ changedSince: true, now: '2020-01-15' });
    const { body } = await communeOfficer(acceptChangeRequest, { request: id, round: 1 });
    expect(body).toMatchObject({ code: 'registry.change-request.not-answerable', obstacles: ['changed-meanwhile'] });
    expect((await manager(withdrawChangeRequest, { request: id })).status).toBe(200);
    expect((await recordOf(cooperative)).foundedOn).toBe('2020-01-15');
  });

  test('one request at a time, of something, of a record that can change, in what can be', async () => {
    const { id } = await asked({ registrationNumber: 'DK-1' });
    expect((await asked({ name: 'Tên khác nữa' })).answer.body).toMatchObject({
      code: 'registry.change-request.not-submittable',
      obstacles: ['already-asked'],
    });
    await manager(withdrawChangeRequest, { request: id });
    expect((await asked({})).answer.body).toMatchObject({ obstacles: ['nothing-changed'] });
    expect((await asked({ taxNumber: '012345678901' })).answer.status).toBe(400);
    expect((await asked({ name: 'Tên mới' }, told, reported)).answer.body).toMatchObject({ obstacles: ['reported'] });
  });
});

describe('who answers', () => {
  test('the officer of the place and the province, nobody else; each reads only what is theirs', async () => {
    const { id } = await asked({ name: 'Hợp tác xã Biển Xanh' }, neighbourly, neighbour);
    for (const ask of [communeOfficer, manager, member, auditor, neighbourly, as(stranger)])
      expect([401, 403]).toContain((await ask(acceptChangeRequest, { request: id, round: 1 })).status);
    for (const ask of [communeOfficer, manager, as(stranger)])
      expect([401, 403]).toContain((await ask(getChangeRequest, { request: id })).status);
    const ids = async (ask: typeof officer) =>
      (await ask(listChangeRequests, { state: 'open' })).body.items.map((row) => row.id);
    expect(await ids(otherOfficer)).toEqual([id]);
    expect(await ids(communeOfficer)).toEqual([]);
    expect(await ids(officer)).toContain(id);
    expect((await viewOf(id, auditor)).entries[0]!.by).toBeNull();
    expect((await otherOfficer(acceptChangeRequest, { request: id, round: 1 })).status).toBe(200);
  });

  test('an officer who has moved hands in the answer of a day on which the office was theirs, and it is flagged', async () => {
    const { id } = await asked({ name: 'Hợp tác xã Hòa Bình Ba' });
    const yesterday = addDays(today(), -1);
    await here.owner(`update registry.change_request set submitted_on = $2 where id = $1`, [id, addDays(today(), -5)]);
    const person = await signedIn(here, { role: 'commune-officer', unit: damHa });
    const former = as(person);
    await here.owner(`update platform.access_grant set valid_until = $2 where account_id = $1`, [
      person.account,
      addDays(today(), -2),
    ]);
    expect((await former(acceptChangeRequest, { request: id, round: 1 })).status).toBe(403);
    // On that day the office was no longer theirs.
    expect((await former(acceptChangeRequest, { request: id, round: 1, answeredOn: yesterday })).status).toBe(403);
    expect((await viewOf(id, former)).may).toMatchObject({ answer: false, answerForPast: true });
    const tooEarly = await former(acceptChangeRequest, { request: id, round: 1, answeredOn: addDays(today(), -6) });
    expect(tooEarly.body).toMatchObject({ obstacles: ['answered-before-asked'] });
    const answer = await former(acceptChangeRequest, { request: id, round: 1, answeredOn: addDays(today(), -3) });
    expect(answer.status).toBe(200);
    expect(await viewOf(id)).toMatchObject({
      state: 'accepted',
      flags: ['officer-moved'],
      answeredOn: addDays(today(), -3),
    });
    const { body } = await communeOfficer(listNotifications, {});
    expect(body.items.map(({ topic }) => topic)).toContain('registry.change-request.answered-by-former');
  });

  test('not who asked, also with both offices', async () => {
    const both = as(
      await signedIn(
        here,
        { role: 'organisation-manager', organisation: cooperative },
        { role: 'commune-officer', unit: damHa },
      ),
    );
    const { id } = await asked({ registrationNumber: 'DK-2' }, both);
    expect((await viewOf(id, both)).may).toMatchObject({ answer: false, withdraw: true });
    const { status, body } = await both(acceptChangeRequest, { request: id, round: 1 });
    expect([status, body['obstacles']]).toEqual([409, ['asked-by-oneself']]);
    expect((await communeOfficer(acceptChangeRequest, { request: id, round: 1 })).status).toBe(200);
  });

  test('for so many days only', () => {
    expect(standingOfFormer({ until: '2026-10-01' as never }, '2026-10-31' as never, 30)).toBe('officer-moved');
    expect(standingOfFormer({ until: '2026-10-01' as never }, '2026-11-01' as never, 30)).toBeNull();
    expect(standingOfFormer(undefined, '2026-11-01' as never, 30)).toBeNull();
  });

  test('the request stays with the place of its day when the seat moves on', async () => {
    const { id } = await asked({ registrationNumber: 'DK-9' });
    const { version } = await recordOf(cooperative);
    await officer(changeOrganisation, { organisation: cooperative, version, unit: vanDon, document: proof });
    expect((await otherOfficer(acceptChangeRequest, { request: id, round: 1 })).status).toBe(403);
    expect((await communeOfficer(acceptChangeRequest, { request: id, round: 1 })).status).toBe(200);
    expect((await recordOf(cooperative)).registrationNumber).toBe('DK-9');
  });
});
