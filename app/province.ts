import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { seedReference } from '#db/seed/reference.ts';
import type { Province } from '#kernel/place.ts';
import type { Config } from './config.ts';
import type { Installation } from './installation.ts';

/** What stands in the database does not go with what was asked for: said with what to do. */
export class ProvinceTrouble extends Error {}

/** A configuration whose province is known to be there. */
export type Settled = Config & { readonly province: Province };

export interface Tenant {
  readonly province: Province;
  readonly name: string;
  readonly demonstration: boolean;
  /** Whether the story was told to its end; in a real province there is none. */
  readonly told: boolean;
}

export const createCommand =
  'LIENKET_DEMO=0 npm run -s lienket -- province create --code CODE --units units.csv --admin "NAME"';

const named = ({ province, name }: Tenant): string => `${province} ${name}`;

/** The province this start is about; undefined where there is none yet. */
export function chosenTenant(
  { demo, province }: Pick<Config, 'demo' | 'province'>,
  tenants: readonly Tenant[],
): Tenant | undefined {
  const [first] = tenants;
  if (first === undefined) return undefined;
  const list = tenants.map(named).join(', ');
  if (demo !== '0') {
    if (first.demonstration) return first;
    throw new ProvinceTrouble(
      `This database holds a real province (${list}), which never shares it with a demonstration. Start it with LIENKET_DEMO=0, or set LIENKET_DATA to another folder for the demonstration.`,
    );
  }
  if (first.demonstration)
    throw new ProvinceTrouble(
      'This database holds the demonstration province, which never shares it with a real one. Start it without LIENKET_DEMO=0, or set LIENKET_DATA to another folder for the real one.',
    );
  if (province === undefined && tenants.length === 1) return first;
  if (province === undefined)
    throw new ProvinceTrouble(
      `This database holds several provinces: ${list}. Say which one is meant where a request names none, for instance LIENKET_PROVINCE=${first.province}`,
    );
  const found = tenants.find((tenant) => tenant.province === province);
  if (found !== undefined) return found;
  throw new ProvinceTrouble(
    `LIENKET_PROVINCE=${province}: this database holds ${list}. Another province is opened by:\n${createCommand}`,
  );
}

export async function asOwner<T>(installation: Installation, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

export async function tenantsIn(owner: Pick<pg.Client, 'query'>): Promise<Tenant[]> {
  const { rows } = await owner.query<Tenant>(
    `select t.province, p.name, t.demonstration, exists (select from insight.story s where s.province = t.province) as told
     from platform.tenant t join reference.province p on p.code = t.province order by t.province`,
  );
  return rows;
}

const settledOn = (config: Config, tenant: Tenant): Settled => ({ ...config, province: tenant.province });
const isWhole = ({ demonstration, told }: Tenant): boolean => told || !demonstration;

/**
 * National lists always. Where nothing is served yet: the demonstration province, or with LIENKET_DEMO=0 nothing, and
 * undefined is answered. What was cut off is ended.
 */
export async function prepareProvince(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<Settled | undefined> {
  return asOwner(installation, async (owner) => {
    await seedReference(owner);
    const found = chosenTenant(config, await tenantsIn(owner));
    if (found !== undefined && isWhole(found)) return settledOn(config, found);
    if (found === undefined && config.demo === '0') return undefined;
    const { seedDemonstrationPolicies } = await import('#db/seed/policies.ts');
    const { seedDemonstration } = await import('#db/seed/demonstration.ts');
    const { makeStory } = await import('./story.ts');
    if (found === undefined) say('making the demonstration province…');
    const { sealedNumber } = await import('#registry');
    await seedDemonstration(owner, sealedNumber);
    await seedDemonstrationPolicies(owner);
    const [made] = await tenantsIn(owner);
    const settled = settledOn(config, made!);
    say('telling the story…');
    await makeStory(settled, installation);
    return settled;
  });
}

/** For what needs a province to work on. */
export async function settledProvince(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<Settled> {
  const settled = await prepareProvince(config, installation, say);
  if (settled === undefined)
    throw new ProvinceTrouble(`There is no province here yet. One is opened by:\n${createCommand}`);
  return settled;
}

/** As prepareProvince, in a process of its own where there is much to do, so that the server stays small. */
export async function prepareBeside(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<Settled | undefined> {
  const found = await asOwner(installation, async (owner) => chosenTenant(config, await tenantsIn(owner)));
  const isMuch = config.demo !== '0' && (found === undefined || !isWhole(found));
  if (isMuch)
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
  return prepareProvince(config, installation, say);
}
