import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

function once(agent: Agent, { url, headers }: Load): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Requests one after the other on each of some connections; returns how many were answered with 200, and how fast. */
export async function measure(load: Load): Promise<{ perSecond: number; answered: number; p95Ms: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const until = Date.now() + load.seconds * 1_000;
  const times: number[] = [];
  const began = performance.now();
  const one = async (): Promise<void> => {
    while (Date.now() < until) {
      const from = performance.now();
      const status = await once(agent, load);
      if (status !== 200) throw new Error(`answered ${status}`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, one));
  agent.destroy();
  times.sort((a, b) => a - b);
  const seconds = (performance.now() - began) / 1_000;
  return {
    perSecond: times.length / seconds,
    answered: times.length,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}
