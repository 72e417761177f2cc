import type { FastifyInstance } from 'fastify';
import type { FileId } from '#kernel/id.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { seedId } from './ids.ts';
import { demonstrationAccounts, type DemonstrationPart } from './story.accounts.ts';

export type Cookies = Readonly<Record<DemonstrationPart, string>>;

const flat = (input: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input ?? {})
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, String(value)]),
  );

/**
 * Lets the people of the story do what they do: through the very methods their pages call. Ids and command ids are the
 * same each time, so a story that was cut off is told again from the start without anything happening twice.
 */
export class Teller {
  readonly #server: FastifyInstance;
  readonly #cookies: Cookies;
  #made = 1_000;
  constructor(server: FastifyInstance, cookies: Cookies) {
    this.#server = server;
    this.#cookies = cookies;
  }

  /** The next id of the story. */
  id<Id extends string>(): Id {
    this.#made += 1;
    return seedId('story', this.#made) as string as Id;
  }

  async ask<M extends Method<'query' | 'command'>>(
    part: DemonstrationPart,
    method: M,
    input: InputOf<M>,
  ): Promise<ReplyOf<M>> {
    const headers = { cookie: this.#cookies[part] };
    const url = `/api/${method.name}`;
    const response =
      method.kind === 'query'
        ? await this.#server.inject({ method: 'GET', url, query: flat(input), headers })
        : await this.#server.inject({
            method: 'POST',
            url,
            headers: { ...headers, 'command-id': this.id(), 'content-type': 'application/json' },
            payload: JSON.stringify(input),
          });
    if (response.statusCode !== 200)
      throw new Error(`${demonstrationAccounts[part].name}: ${method.name}: ${response.body.slice(0, 2_000)}`);
    return response.json<ReplyOf<M>>();
  }

  async fetch(part: DemonstrationPart, method: Method<'document'>, input: unknown): Promise<Uint8Array> {
    const response = await this.#server.inject({
      method: 'GET',
      url: `/api/${method.name}`,
      query: flat(input),
      headers: { cookie: this.#cookies[part] },
    });
    if (response.statusCode !== 200)
      throw new Error(`${demonstrationAccounts[part].name}: ${method.name}: ${response.body.slice(0, 2_000)}`);
    return response.rawPayload;
  }

  async upload(part: DemonstrationPart, name: string, content: Uint8Array): Promise<FileId> {
    const id = this.id<FileId>();
    const response = await this.#server.inject({
      method: 'POST',
      url: '/files',
      query: { id, name },
      headers: { cookie: this.#cookies[part], 'content-type': 'application/octet-stream' },
      payload: Buffer.from(content),
    });
    if (response.statusCode !== 200) throw new Error(`${name}: ${response.body}`);
    return id;
  }
}
