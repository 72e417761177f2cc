import { addDays, type Day } from '#kernel/day.ts';
import { acceptAnswer, recordAnswer } from '#contexts/credit/answer.wire.ts';
import { giveConsent } from '#contexts/credit/consent.wire.ts';
import { openDossier } from '#contexts/credit/desk.wire.ts';
import { assembleDossier } from '#contexts/credit/dossier.wire.ts';
import { listProducts } from '#contexts/credit/product.wire.ts';
import { storyParts, storyRecords } from './parts.ts';
import type { Teller } from './teller.ts';

const wantedVnd = 600_000_000;
const months = 24;

/** The dossier is frozen, shown to one bank by consent, and answered with an offer. */
export async function askBank(teller: Teller, on: Day): Promise<void> {
  const dossier = storyRecords.dossier as never;
  await teller.ask('director', assembleDossier, { dossier, organisation: storyParts.cooperative });
  const { items } = await teller.ask('director', listProducts, { bank: storyParts.bank });
  await teller.ask('director', giveConsent, {
    consent: teller.id(),
    dossier,
    product: items[0]!.id,
    purpose: 'Đầu tư giàn, hệ thống tưới và nhà sơ chế cho 3,12 ha chanh leo hữu cơ',
    amountVnd: wantedVnd,
    months,
    until: addDays(on, 90),
  });
  await teller.ask('bank', openDossier, { dossier });
  const answer = teller.id();
  await teller.ask('bank', recordAnswer, {
    answer,
    dossier,
    kind: 'offered',
    amountVnd: wantedVnd,
    rateBp: items[0]!.rateBp,
    months,
    paidOutOn: addDays(on, 14),
    validUntil: addDays(on, 30),
    remarks: 'Giải ngân theo tiến độ; trả gốc và lãi đều hằng tháng.',
  });
  await teller.ask('director', acceptAnswer, { answer });
}
