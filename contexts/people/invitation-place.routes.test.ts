import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer, type Person } from '#tests/harness.ts';
import { newLinkToken, tokenHash } from './invitation.ts';
import { draftInvitation } from './invitation.wire.ts';
import { baChe, placesForPeople, savePlacesForPeople } from './people.example.ts';

const database = await testDatabase();
const { as } = await testServer(database);

const people: Record<string, Person> = {};
beforeAll(async () => {
  await savePlacesForPeople(database.owner);
  people['a manager'] = await signedIn(database, {
    role: 'organisation-manager',
    organisation: placesForPeople.cooperative,
  });
  people['a commune officer'] = await signedIn(database, { role: 'commune-officer', unit: baChe });
  people['a provincial officer'] = await signedIn(database, { role: 'provincial-officer' });
});

const invite = async (who: string, to: object) =>
  as(people[who]!)(draftInvitation, {
    invitation: newId(),
    tokenHash: await tokenHash(newLinkToken()),
    name: 'Lê Văn Bình',
    ...to,
  } as never);

test.each([
  ['a manager', { role: 'organisation-member' }, 'organisation'],
  ['a commune officer', { role: 'organisation-manager' }, 'organisation'],
  ['a provincial officer', { role: 'commune-officer' }, 'unit'],
] as const)('%s who leaves the place blank is told which field, not that it is forbidden', async (who, to, path) => {
  const { status, body } = await invite(who, to);
  expect([status, body]).toMatchObject([400, { fields: [{ path, message: `people.role.${path}-missing` }] }]);
});

test('the blank place is told beside whatever else is wrong', async () => {
  const { body } = await invite('a manager', { role: 'organisation-member', name: '' });
  expect(body.fields).toMatchObject([{ path: 'name' }, { path: 'organisation' }]);
});

test('a role for the whole province needs no place', async () => {
  expect((await invite('a provincial officer', { role: 'auditor' })).status).toBe(200);
});
