import pg from 'pg';
import { seedSupport } from '#contexts/support/seed.example.ts';
import { demonstrationProvince, seedDemonstration } from '#db/seed/demonstration.ts';
import { storyParts } from '#db/seed/parts.ts';
import { seedReference } from '#db/seed/reference.ts';
import type { Province } from '#kernel/place.ts';
import { inProvince } from '#platform/database/transaction.ts';
import type { Config } from './config.ts';
import type { Installation } from './installation.ts';
import { makeStory } from './story.ts';

/**
 * National lists always. Where the installation serves no province yet: the demonstration province, or with
 * LIENKET_DEMO=0 an empty real one, LIENKET_PROVINCE.
 */
export async function prepareProvince(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<void> {
  if (await seeded(config, installation, say)) await storyOf(config, installation, say);
}

/** Returns whether this installation serves a demonstration province. */
async function seeded(config: Config, installation: Installation, say: (text: string) => void): Promise<boolean> {
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  try {
    await seedReference(owner);
    const { rows } = await owner.query<{ demonstration: boolean }>('select demonstration from platform.tenant');
    if (rows.length > 0) return rows.some(({ demonstration }) => demonstration);
    if (config.demo === '0') {
      await owner.query('insert into platform.tenant (province) values ($1)', [config.province]);
      return false;
    }
    say('making the demonstration province…');
    await seedDemonstration(owner);
    await seedSupport(owner, { province: demonstrationProvince, fund: storyParts.fund });
    return true;
  } finally {
    await owner.end();
  }
}

async function storyOf(config: Config, installation: Installation, say: (text: string) => void): Promise<void> {
  const { rows } = await inProvince(installation.database, config.province as Province, ({ client }) =>
    client.query('select from insight.story'),
  );
  if (rows.length > 0) return;
  say('telling the story…');
  await makeStory(config, installation);
}
