import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { likelyStep } from './dissolution.ts';

const done = (...kinds: string[]) => kinds.map((kind, at) => ({ kind, onDay: day(`2026-05-0${at + 1}`) }));

test('where a dissolution runs the next step is offered, one after the other', () => {
  const course = [
    'dissolving',
    'dissolution-notice',
    'debts-settled',
    'capital-returned',
    'assets-handed',
    'dissolved',
  ];
  for (const [at, next] of course.entries())
    if (at > 0) expect(likelyStep('dissolving', done(...course.slice(0, at)))).toBe(next);
});

test('steps of an earlier dissolution that was given up do not count', () => {
  const acts = [...done('dissolving', 'dissolution-notice'), { kind: 'dissolving', onDay: day('2026-08-01') }];
  expect(likelyStep('dissolving', acts)).toBe('dissolution-notice');
});

test('a revoked certificate leads to a dissolution; who works is offered none', () => {
  expect(likelyStep('revoked', done('revoked'))).toBe('dissolving');
  expect(likelyStep('operating', done('founded'))).toBeUndefined();
});
