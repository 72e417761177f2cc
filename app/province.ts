import pg from 'pg';
import type { Config } from './config.ts';
import type { Installation } from './installation.ts';
import { seedReference } from '#db/seed/reference.ts';
import { seedDemonstration } from '#db/seed/demonstration.ts';

/** National lists always; the demonstration province when there is no province yet and it is wanted. */
export async function prepareProvince(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<void> {
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  try {
    await seedReference(owner);
    if (config.demo === '0') return;
    const { rowCount } = await owner.query('select from platform.tenant');
    if (rowCount === 0) {
      say('making the demonstration province…');
      await seedDemonstration(owner);
    }
  } finally {
    await owner.end();
  }
}
