import pg from 'pg';
import { seedDemonstration } from '#db/seed/demonstration.ts';
import { seedReference } from '#db/seed/reference.ts';
import type { Config } from './config.ts';
import type { Installation } from './installation.ts';

/**
 * National lists always. Where the installation serves no province yet: the demonstration province, or with
 * LIENKET_DEMO=0 an empty real one, LIENKET_PROVINCE.
 */
export async function prepareProvince(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<void> {
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  try {
    await seedReference(owner);
    const { rows } = await owner.query<{ demonstration: boolean }>('select demonstration from platform.tenant');
    if (rows.length > 0) return;
    if (config.demo === '0') {
      await owner.query('insert into platform.tenant (province) values ($1)', [config.province]);
      return;
    }
    say('making the demonstration province…');
    await seedDemonstration(owner);
  } finally {
    await owner.end();
  }
}
