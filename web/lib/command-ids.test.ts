import { describe, expect, test } from 'vitest';
import { ApiProblem, unreachable } from './api-problem.ts';
import { commandIds } from './command-ids.ts';

const input = { contract: 'a', qty: 5 };

describe('the id of a command', () => {
  test.each([
    ['the network broke', unreachable()],
    ['the server broke', new ApiProblem(500, 'server.failed')],
    ['the server was busy', new ApiProblem(429, 'rate.limited')],
    ['the answer could not be read', new SyntaxError('x')],
  ])('stays when the same is sent again because %s', (_, problem) => {
    const ids = commandIds();
    const first = ids.idFor(input);
    ids.settle(problem);
    expect(ids.idFor({ qty: 5, contract: 'a' })).toBe(first);
  });

  test('is new after a reply, after a refusal and for another input', () => {
    const ids = commandIds();
    const first = ids.idFor(input);
    ids.settle();
    const second = ids.idFor(input);
    ids.settle(new ApiProblem(409, 'linkage.contract.not-signable'));
    const third = ids.idFor(input);
    ids.settle(unreachable());
    const fourth = ids.idFor({ ...input, qty: 6 });
    expect(new Set([first, second, third, fourth]).size).toBe(4);
  });
});
