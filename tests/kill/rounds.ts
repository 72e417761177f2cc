import type { ChildProcess } from 'node:child_process';
import { expect } from 'vitest';
import { commandsFor, ended, killPostmaster, sendAll, start, tracesOf, type House } from './crowd.ts';

const crowd = 200;
const once = { organisations: 1, places: 1, acts: 1, told: 1, audits: 1, replies: 1 };

export interface Round {
  readonly name: string;
  /** Killed with this acknowledgement: somewhere in the middle. */
  readonly after: number;
  readonly victim: 'product' | 'product and database';
}

/** Anywhere between the first acknowledgement and nearly the last. */
export const randomRounds = (count: number, victim: Round['victim'] = 'product'): Round[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `${victim} ${at + 1}`,
    after: 1 + Math.floor(Math.random() * (crowd - 40)),
    victim,
  }));

/** SIGKILL in the middle of the crowd, start again on the same data, send all of it again. The new process. */
export async function killedAmidst(
  house: House,
  cookie: string,
  product: ChildProcess,
  { name, after, victim }: Round,
): Promise<ChildProcess> {
  const commands = commandsFor(name, crowd);
  const acknowledged = await sendAll(house, cookie, commands, (count) => {
    if (count !== after) return;
    if (victim === 'product and database') killPostmaster(house);
    product.kill('SIGKILL');
  });
  await ended(product);
  const where = `killed after ${after} of ${crowd}, ${acknowledged.size} acknowledged`;
  expect(acknowledged.size, where).toBeGreaterThanOrEqual(after);
  expect(acknowledged.size, where).toBeLessThan(crowd);

  const again = await start(house);
  const before = new Map((await tracesOf(house, commands)).map((trace) => [trace.commandId, trace]));
  for (const commandId of acknowledged.keys()) expect(before.get(commandId), where).toMatchObject(once);
  const replies = await sendAll(house, cookie, commands);
  expect(replies.size, where).toBe(crowd);
  for (const [commandId, reply] of acknowledged) expect(replies.get(commandId), where).toBe(reply);
  for (const trace of await tracesOf(house, commands)) expect(trace, where).toMatchObject(once);
  return again;
}
