import { expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import { formsOfKind, isFormOf, kindIsForm, legalForms } from './legal-form.ts';
import { identityObstacles, organisationKinds } from './organisation.ts';

const rest = { taxNumber: null, foundedOn: null, certificateOn: null };
const today = '2026-11-23' as Day;

test.each([
  ['enterprise', 'limited-one-member', true],
  ['enterprise', 'limited-several-members', true],
  ['enterprise', 'joint-stock', true],
  ['enterprise', 'partnership', true],
  ['enterprise', 'private-enterprise', true],
  ['enterprise', 'cooperative', false],
  ['enterprise', 'public-unit', false],
  ['enterprise', 'state-agency', false],
  ['bank', 'joint-stock', true],
  ['bank', 'cooperative', true],
  ['bank', 'private-enterprise', false],
  ['bank', 'state-agency', false],
  ['support-fund', 'state-fund', true],
  ['support-fund', 'joint-stock', false],
  ['laboratory', 'public-unit', true],
  ['laboratory', 'state-fund', false],
  ['agency', 'state-agency', true],
  ['agency', 'public-unit', true],
  ['agency', 'joint-stock', false],
  ['cooperative', 'cooperative', false],
  ['farm', 'private-enterprise', false],
  ['household-business', 'private-enterprise', false],
] as const)('%s as %s: %s', (kind, legalForm, may) => {
  expect(isFormOf(kind, legalForm)).toBe(may);
  expect(identityObstacles({ kind, legalForm, ...rest }, today)).toEqual(may ? [] : ['legal-form-of-other-kind']);
});

test('a form that nobody has told is no obstacle, for any kind', () => {
  for (const kind of organisationKinds)
    expect(identityObstacles({ kind, legalForm: null, ...rest }, today)).toEqual([]);
});

test('every form is somebody’s, and five kinds are their own', () => {
  const used = new Set(Object.values(formsOfKind).flat());
  expect(legalForms.filter((form) => !used.has(form))).toEqual([]);
  expect(organisationKinds.filter(kindIsForm)).toEqual([
    'cooperative-group',
    'cooperative',
    'union',
    'farm',
    'household-business',
  ]);
});
