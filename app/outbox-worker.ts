import type { Province } from '#kernel/place.ts';
import type { Database } from '#platform/database/pool.ts';
import { drainOutbox, type Lane, type Subscriber } from '#platform/outbox/outbox.ts';

const pauseMs = 1_000;

export interface OutboxWorker {
  /** Something may have been told: look now rather than in a second. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
}

export const servedProvinces = async (database: Database): Promise<Province[]> => {
  const { rows } = await database.query<{ province: Province }>(
    'select province from platform.tenant order by province',
  );
  return rows.map(({ province }) => province);
};

/** Works off the outbox of every province served, until stopped: what takes long beside all the rest. */
export function startOutbox(
  database: Database,
  subscribers: readonly Subscriber[],
  onTrouble: (error: unknown) => void,
): OutboxWorker {
  const topics = subscribers.flatMap(({ isLong, topics: own }) => (isLong ? own : []));
  const workers = [false, true].map((isOnly) => startLane({ database, subscribers, onTrouble }, { topics, isOnly }));
  return {
    wake: () => {
      for (const worker of workers) worker.wake();
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

interface Outbox {
  readonly database: Database;
  readonly subscribers: readonly Subscriber[];
  readonly onTrouble: (error: unknown) => void;
}

function startLane({ database, subscribers, onTrouble }: Outbox, lane: Lane): OutboxWorker {
  let stopping = false;
  let awake: (() => void) | undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      awake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const loop = async (): Promise<void> => {
    while (!stopping) {
      let seen = 0;
      try {
        for (const province of await servedProvinces(database))
          seen += await drainOutbox(database, province, subscribers, lane);
      } catch (error) {
        onTrouble(error);
      }
      if (seen === 0 && !stopping) await pause();
    }
  };
  const running = loop();
  return {
    wake: () => awake?.(),
    stop: async () => {
      stopping = true;
      awake?.();
      await running;
    },
  };
}
