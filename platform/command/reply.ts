import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical.ts';
import type { Method } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import { withoutSecrets } from '#platform/audit/audit.ts';
import type { Client } from '#platform/database/pool.ts';

const nobody = '';

export interface CommandKey {
  readonly account: string | null;
  readonly method: Method;
  readonly commandId: string;
  readonly input: unknown;
}

const hashOf = (input: unknown): Buffer =>
  createHash('sha256')
    .update(canonicalJson(input ?? null))
    .digest();

/**
 * Takes the command's place. A second run of the same command waits here for the first to end.
 * Returns the first reply when there is one; throws when the id was used with another input.
 */
export async function takeCommand(
  client: Client,
  { account, method, commandId, input }: CommandKey,
): Promise<{ reply: unknown } | undefined> {
  const hash = hashOf(withoutSecrets(method.input, input));
  const taken = await client.query({
    name: 'command-take',
    text: `insert into platform.command_reply (account_id, method, command_id, input_hash)
           values ($1, $2, $3, $4) on conflict do nothing`,
    values: [account ?? nobody, method.name, commandId, hash],
  });
  if (taken.rowCount === 1) return undefined;
  const { rows } = await client.query<{ input_hash: Buffer; reply: unknown }>({
    name: 'command-first',
    text: `select input_hash, reply from platform.command_reply
           where province = platform.current_province() and account_id = $1 and method = $2 and command_id = $3`,
    values: [account ?? nobody, method.name, commandId],
  });
  const first = rows[0];
  if (first === undefined) throw new Problem('conflict', 'command.in-progress');
  if (!first.input_hash.equals(hash)) throw new Problem('conflict', 'command.id-reused');
  return { reply: first.reply };
}

export async function keepReply(
  client: Client,
  { account, method, commandId }: CommandKey,
  reply: unknown,
): Promise<void> {
  await client.query({
    name: 'command-keep',
    text: `update platform.command_reply set reply = $4
           where province = platform.current_province() and account_id = $1 and method = $2 and command_id = $3`,
    values: [account ?? nobody, method.name, commandId, JSON.stringify(reply)],
  });
}
