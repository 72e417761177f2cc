import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The command line as somebody types it, beside the running product. */
function lienket(...words: string[]) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'lienket', '--', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LIENKET_DATA: inject('data') },
  });
  return { status, stdout, stderr };
}

describe.runIf(inject('data') !== '')('the command line beside the running product', () => {
  test('figures --json prints the province’s figures as one list', () => {
    const { status, stdout } = lienket('figures', '--json');
    expect(status).toBe(0);
    const figures = JSON.parse(stdout) as Record<string, unknown>[];
    for (const figure of figures)
      expect(Object.keys(figure).toSorted()).toEqual(['asOf', 'definition', 'key', 'scope', 'unit', 'value']);
    expect(Object.fromEntries(figures.map(({ key, value }) => [key, value]))).toMatchObject({
      cooperatives: 821,
      unions: 3,
      members: 44_377,
      cooperativeGroups: 215,
      farms: 230,
      chains: 40,
      cooperativesInChains: 26,
      meanRevenueVnd: 850_000_000,
      meanProfitVnd: 150_000_000,
    });
  });

  test('user list and user invite work without stopping the product', () => {
    expect(JSON.parse(lienket('user', 'list', '--json').stdout)).not.toEqual([]);
    const { link } = JSON.parse(
      lienket('user', 'invite', '--name', 'Nguyễn Văn An', '--role', 'administrator', '--json').stdout,
    ) as { link: string };
    expect(link).toMatch(/\/invitation#[\w-]{43}$/);
  });

  test('migrate and seed are safe to repeat', () => {
    expect(lienket('migrate').status).toBe(0);
    expect(lienket('seed', '--json')).toMatchObject({ status: 0, stdout: '{"seeded":true}\n' });
  });

  test.each([['migrate'], ['seed'], ['figures'], ['user'], ['import']])('%s explains itself', (command) => {
    const { status, stdout } = lienket(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`lienket -- ${command}`);
  });

  test.each([
    [['fly'], 'expected one of migrate, seed, province, figures, user'],
    [['figures', '--colour'], '--colour'],
    [['figures', 'yesterday'], 'expected no further words'],
    [['import', '--kind', 'fields'], '--kind: expected one of organisations, members, accounts'],
    [['user', 'invite', '--name', 'A', '--role', 'king'], 'expected one of'],
    [['user', 'invite', '--name', 'An Nguyễn', '--role', 'commune-officer'], 'expected --unit CODE'],
    [['user', 'remove'], 'expected: user invite, or user list'],
    [
      ['user', 'invite', '--name', 'An Nguyễn', '--role', 'commune-officer', '--unit', '99999'],
      "expected the code of one of the province's units of today",
    ],
    [
      [
        'user',
        'invite',
        '--name',
        'An Nguyễn',
        '--role',
        'buyer',
        '--organisation',
        '019b7563-4c00-7001-8000-00000000ffff',
      ],
      'expected the id of an organisation of this province',
    ],
    [
      ['user', 'invite', '--name', 'An Nguyễn', '--role', 'provincial-officer', '--unit', '06895'],
      'expected no --unit',
    ],
  ])('%j is refused with what was expected', (words, expected) => {
    const { status, stdout, stderr } = lienket(...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(expected);
  });
});
