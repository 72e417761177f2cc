import { expect, test } from 'vitest';
import type { Role } from '#kernel/actor.ts';
import type { Me } from '#web/lib/me.ts';
import { actionsOf, runBy } from './palette-actions.ts';

const organisation = { id: 'a', name: 'HTX A' };
const holder = (...roles: Role[]) =>
  ({ account: {}, grants: roles.map((role) => ({ role, unit: null, organisation })) }) as unknown as Me;
const labels = (me: Me) => actionsOf(me).map(({ label }) => label.replace('shell:palette.', ''));

test('each is offered what the role may do, and whoever has none nothing', () => {
  expect(labels(holder())).toEqual([]);
  expect(labels(holder('auditor', 'buyer', 'organisation-member'))).toEqual([]);
  expect(labels(holder('organisation-manager'))).toEqual(['importSheet']);
  expect(labels(holder('commune-officer'))).toEqual(['register', 'foundGroup', 'foundCooperative', 'importSheet']);
  expect(labels(holder('provincial-officer'))).toContain('findDuplicates');
  expect(labels(holder('administrator'))).toEqual(['findDuplicates', 'unitAct']);
});

test('who holds two grants of one organisation runs it once', () => {
  expect(runBy(holder('organisation-manager', 'organisation-manager', 'organisation-member'))).toEqual([organisation]);
});
