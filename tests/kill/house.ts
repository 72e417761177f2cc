import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { freePort } from '#tests/e2e/server.setup.ts';
import { ended, officerOf, open, start } from './crowd.ts';
import { killedAmidst, type Round } from './rounds.ts';

/** One house for all rounds: what it has lived through stays in its data. */
export function killing(rounds: readonly Round[]): void {
  describe('SIGKILL in the middle of 200 commands at once', () => {
    const house = { data: mkdtempSync(join(tmpdir(), 'lienket-kill-')), port: 0 };
    let product: ChildProcess;
    let cookie: string;

    beforeAll(async () => {
      house.port = await freePort();
      await open(house);
      product = await start(house);
      cookie = await officerOf(house);
    }, 120_000);
    afterAll(async () => {
      product.kill('SIGTERM');
      await ended(product);
      rmSync(house.data, { recursive: true, force: true });
    }, 60_000);

    test.each(rounds.map((round) => [round.name, round] as const))(
      '%s: what was acknowledged is there once, and nothing twice',
      async (_, round) => {
        product = await killedAmidst(house, cookie, product, round);
      },
      120_000,
    );
  });
}
