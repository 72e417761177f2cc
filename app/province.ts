import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { seedReference } from '#db/seed/reference.ts';
import type { Config } from './config.ts';
import type { Installation } from './installation.ts';

async function asOwner<T>(installation: Installation, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

interface Served {
  readonly demonstration: boolean;
  readonly told: boolean;
}

const served = async (owner: pg.Client): Promise<Served | undefined> => {
  const { rows } = await owner.query<Served>(
    'select t.demonstration, exists (select from insight.story s where s.province = t.province) as told from platform.tenant t',
  );
  return rows[0];
};

/**
 * National lists always. Where the installation serves no province yet: the demonstration province, or with
 * LIENKET_DEMO=0 an empty real one, LIENKET_PROVINCE. What was cut off is ended.
 */
export async function prepareProvince(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<void> {
  await asOwner(installation, async (owner) => {
    await seedReference(owner);
    const found = await served(owner);
    if (found !== undefined && (found.told || !found.demonstration)) return;
    if (found === undefined && config.demo === '0') {
      await owner.query('insert into platform.tenant (province) values ($1)', [config.province]);
      return;
    }
    const { seedDemonstrationPolicies } = await import('#db/seed/policies.ts');
    const { seedDemonstration } = await import('#db/seed/demonstration.ts');
    const { makeStory } = await import('./story.ts');
    if (found === undefined) say('making the demonstration province…');
    await seedDemonstration(owner);
    await seedDemonstrationPolicies(owner);
    say('telling the story…');
    await makeStory(config, installation);
  });
}

/** The same in a process of its own where there is much to do, so that the server stays small. */
export async function prepareBeside(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<void> {
  const found = await asOwner(installation, served);
  const isMuch = config.demo !== '0' && (found === undefined || (found.demonstration && !found.told));
  if (!isMuch) return prepareProvince(config, installation, say);
  await new Promise<void>((resolve, reject) => {
    const seed = spawn(process.execPath, [fileURLToPath(new URL('cli.ts', import.meta.url)), 'seed'], {
      stdio: 'inherit',
      detached: false,
    });
    seed.on('error', reject);
    seed.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the province could not be made: see above')),
    );
  });
}
