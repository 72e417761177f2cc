import { demonstrationAccounts, makeDemonstrationAccounts, type DemonstrationPart } from '#db/seed/story.accounts.ts';
import { decideDuplicates } from '#db/seed/story.duplicates.ts';
import { makeStories, storyDay, tellStory } from '#db/seed/story.ts';
import { today } from '#kernel/day.ts';
import { noteMovedFigures } from '#insight';
import { seedProtocols } from '#production';
import { inProvince } from '#platform/database/transaction.ts';
import { drainOutbox } from '#platform/outbox/outbox.ts';
import { signedSessionCookie } from '#platform/session/cookie.ts';
import { openDemonstrationSession } from '#platform/session/demonstration.ts';
import type { Settled } from './province.ts';
import type { Installation } from './installation.ts';
import { subscribers } from './methods.ts';
import { composeServer } from './server.ts';

/** Makes the demonstration's people, and lets them go through the story once. */
export async function makeStory(config: Settled, installation: Installation): Promise<void> {
  const { database, secrets } = installation;
  const { province } = config;
  await inProvince(database, province, async ({ db }) => {
    await makeDemonstrationAccounts(db);
    await seedProtocols(db);
    // What the figures are before the story, so that one sees what it moved.
    await noteMovedFigures(db, today());
  });
  const { server, auth } = await composeServer(config, installation);
  try {
    await server.ready();
    const cookies = Object.fromEntries(
      await Promise.all(
        Object.entries(demonstrationAccounts).map(async ([part, { id }]) => {
          const token = await inProvince(database, province, ({ db }) =>
            openDemonstrationSession(db, id, { ip: '127.0.0.1', agent: 'seed' }),
          );
          return [part, signedSessionCookie(token!, secrets.session, config.origin).split(';')[0]!];
        }),
      ),
    ) as Record<DemonstrationPart, string>;
    const teller = await tellStory(server, cookies, await inProvince(database, province, ({ db }) => storyDay(db)));
    while ((await drainOutbox(database, province, subscribers)) > 0);
    await decideDuplicates(teller);
    while ((await drainOutbox(database, province, subscribers)) > 0);
    await inProvince(database, province, ({ db }) => makeStories(db));
  } finally {
    await server.close();
    await auth.close();
  }
}
