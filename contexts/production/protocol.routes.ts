import { isProvincialOfficer, isSignedIn } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { commodityOf, contentOf, newestProtocols, protocolVersion, publish } from './protocol.store.ts';
import { getProtocol, listProtocols, publishProtocol } from './protocol.wire.ts';

export const protocolRoutes = [
  handle(listProtocols, async ({ actor, db, insist }) => {
    insist(isSignedIn(actor));
    const rows = await newestProtocols(db);
    return {
      items: rows.map((row) => {
        const { name, practice, stages } = contentOf(row);
        return {
          id: row.id,
          code: row.code,
          version: row.version,
          name,
          practice,
          commodity: commodityOf(row),
          stages: stages.map((stage) => stage.name),
          publishedOn: row.published_on,
        };
      }),
    };
  }),

  handle(getProtocol, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    const row = await protocolVersion(db, input.protocol, input.version);
    return {
      id: row.id,
      version: row.version,
      newestVersion: row.newest_version,
      publishedOn: row.published_on,
      contentHash: row.content_hash,
      commodity: commodityOf(row),
      content: contentOf(row),
    };
  }),

  handle(publishProtocol, async ({ input, actor, db, insist, today }) => {
    insist(isProvincialOfficer(actor));
    return publish(db, { ...input, on: today, by: actor.account });
  }),
];
