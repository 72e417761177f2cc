import { dayOf } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { houseOf } from '#registry';
import { acceptancesOf } from './acceptance.store.ts';
import { mayRead, seesNames } from './contract.access.ts';
import { contractToRead } from './contract.load.ts';
import { contractPdf } from './contract.print.ts';
import { findVersion } from './contract.store.ts';
import { signingObstacles } from './contract.ts';
import { contentIn, contentShown } from './contract.view.ts';
import { exportContract } from './contract.wire.ts';
import { longDay } from './print.words.ts';
import { settlementPdf, settlementXlsx } from './settlement.print.ts';
import { findSettlement } from './settlement.store.ts';
import { partiesIn, partsOfSettlements, settlementView } from './settlement.view.ts';
import { signersOf } from './signer.store.ts';
import { exportSettlement } from './settlement.wire.ts';

const pdf = 'application/pdf';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const exportRoutes = [
  handle(exportContract, async ({ input, actor, db, insist, origin }) => {
    const { row, parties } = await contractToRead(db, input.contract);
    insist(mayRead(actor, parties));
    const version = await findVersion(db, row.id, input.version ?? row.version);
    if (version === undefined) throw new Problem('not-found', 'linkage.contract.version-unknown');
    const isForSigning = input.for === 'signing';
    const obstacles = isForSigning ? signingObstacles(row, version.version) : [];
    if (obstacles.length > 0) throw new Problem('conflict', 'linkage.contract.not-acceptable', { obstacles });
    const showNames = seesNames(actor, parties);
    const body = await contractPdf({
      house: await houseOf(db),
      row,
      content: contentShown(contentIn(version.content), showNames),
      contentHash: version.content_hash,
      version: version.version,
      draftedOn: longDay(row.signed_on ?? dayOf(version.drafted_at)),
      signers: await signersOf(db, await acceptancesOf(db, row.id), { contentHash: version.content_hash, showNames }),
      isForSigning,
      origin,
    });
    return { fileName: `${row.number}-v${version.version}.pdf`, mediaType: pdf, body, inline: true };
  }),

  handle(exportSettlement, async ({ input, actor, db, insist }) => {
    const row = await findSettlement(db, input.settlement);
    if (row === undefined) throw new Problem('not-found', 'linkage.settlement.unknown');
    insist(mayRead(actor, partiesIn(row, await partsOfSettlements(db, [row]))));
    const settlement = await settlementView(db, row, actor);
    if (input.as === 'xlsx')
      return { fileName: `${row.number}.xlsx`, mediaType: xlsx, body: await settlementXlsx(settlement) };
    return {
      fileName: `${row.number}.pdf`,
      mediaType: pdf,
      body: await settlementPdf(settlement, await houseOf(db)),
      inline: true,
    };
  }),
];
