import { expect, test } from 'vitest';
import { contentParty } from './contract.draft.ts';
import { damHa, parties } from './linkage.example.ts';
import type { KnownParty } from './part.store.ts';

const party = (address: string | null, unit: KnownParty['unit'] = { code: damHa, name: 'Đầm Hà' }): KnownParty => ({
  id: parties.cooperative,
  name: 'Hợp tác xã Chanh leo Đầm Hà',
  kind: 'cooperative',
  taxNumber: null,
  address,
  provenance: 'entered',
  status: 'operating',
  unit,
});

test('the wording names the unit once', () => {
  expect(contentParty(party('Thôn 6, xã Đầm Hà')).address).toBe('Thôn 6, xã Đầm Hà');
  expect(contentParty(party('Thôn 6')).address).toBe('Thôn 6, Đầm Hà');
  expect(contentParty(party(null)).address).toBe('Đầm Hà');
  expect(contentParty(party('Thôn 6', null)).address).toBe('Thôn 6');
  expect(contentParty(party(null, null)).address).toBeNull();
});
