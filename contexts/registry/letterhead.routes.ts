import type { Actor } from '#kernel/actor.ts';
import type { FileId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { plainPng } from '#platform/file/content-png.ts';
import { handle } from '#platform/method/handle.ts';
import { letterheadSample } from './letterhead.print.ts';
import { findUpload, houseOf, letterheadNow, saveLetterhead } from './letterhead.store.ts';
import { exportLogo, getLetterhead, exportLetterhead, recordLetterhead } from './letterhead.wire.ts';
import { maySeeNames, maySeeSetup, maySetUp } from './setup.access.ts';

const logoLimits = { leastSide: 32, mostSide: 1_200, mostBytes: 400_000 };

/** The picture the new head has: the same as before, none, or the one just sent, written anew. */
async function logoOf(db: Db, actor: Actor, asked: FileId | 'keep' | null): Promise<Uint8Array | null> {
  if (asked === null) return null;
  if (asked === 'keep') return (await houseOf(db))?.logo ?? null;
  const file = await findUpload(db, asked, actor.account!);
  if (file === undefined) throw new Problem('unprocessable', 'file.unknown', { file: asked });
  return plainPng(file.content, logoLimits).bytes;
}

const unset = (): Problem => new Problem('not-found', 'registry.letterhead.unset');

export const letterheadRoutes = [
  handle(getLetterhead, async ({ actor, db, insist }) => {
    insist(true);
    const row = await letterheadNow(db);
    const { recorded_at, by, ...lines } = row ?? {};
    const letterhead =
      row === undefined
        ? null
        : { ...(lines as typeof row), recordedAt: recorded_at!, recordedBy: maySeeNames(actor) ? (by ?? null) : null };
    return { letterhead, may: { record: maySetUp(actor) } };
  }),

  handle(recordLetterhead, async ({ input, actor, db, insist }) => {
    insist(maySetUp(actor));
    const { logo: asked, ...lines } = input;
    const logo = await logoOf(db, actor, asked);
    await saveLetterhead(db, { ...lines, logo: logo === null ? null : Buffer.from(logo), recorded_by: actor.account! });
    return {};
  }),

  handle(exportLetterhead, async ({ actor, db, today, insist }) => {
    insist(maySeeSetup(actor));
    const house = await houseOf(db);
    if (house === undefined) throw unset();
    const body = await letterheadSample(house, today);
    return { fileName: `Mẫu văn bản ${today}.pdf`, mediaType: 'application/pdf', body, inline: true };
  }),

  handle(exportLogo, async ({ db, insist }) => {
    insist(true);
    const house = await houseOf(db);
    if (house?.logo == null) throw unset();
    return { fileName: 'logo.png', mediaType: 'image/png', body: new Uint8Array(house.logo), inline: true };
  }),
];
