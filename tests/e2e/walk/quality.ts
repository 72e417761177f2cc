import { filledPanel } from '#contexts/quality/sheet.example.ts';
import { today } from '#kernel/day.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { qualityPaths } from '#web/quality/paths.ts';
import { words } from '#web/quality/words.vi.ts';
import type { Hand } from './hand.ts';

export async function makeLot(hand: Hand): Promise<void> {
  await hand.open(qualityPaths.newLot);
  await hand.write('Chanh leo: ', '1.500');
  await hand.choose(words.lot.claimLabel, words.lot.claim['organic-practice']);
  // Of the prefix GS1 keeps for use within a company.
  await hand.write(words.lot.gtin, '02000000000022');
  await hand.finish(words.lot.save);
  await hand.follow(words.sample.new);
  await hand.write(words.sample.takenBy, 'Ngô Thanh Tâm');
  await hand.write(words.sample.place, 'Nhà sơ chế thôn Trại Dinh');
  await hand.write(words.sample.method, 'TCVN 9017:2011');
  await hand.write(words.sample.sealNumber, 'NP-004513');
  await hand.find(words.sample.laboratory, 'Trung tâm Kiểm nghiệm Nông sản Vịnh Xanh');
  await hand.finish(words.sample.save);
}

/** The laboratory downloads the panel's sheet, fills it in and uploads it. */
export async function report(hand: Hand): Promise<void> {
  await hand.open(qualityPaths.samples);
  await hand.openRow(/L\d{6}/);
  const [download] = await Promise.all([hand.page.waitForEvent('download'), hand.follow(words.report.template)]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const sheet = await filledPanel(sheetOf(await readSheets(Buffer.concat(chunks))));
  await hand.page.locator('input[type=file]').setInputFiles({
    name: 'ket-qua.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(sheet),
  });
  await hand.sees(words.report.ready);
  await hand.write(words.report.number, 'KN-26-1188');
  await hand.writeDay(words.report.receivedOn, today());
  await hand.writeDay(words.report.analysedOn, today());
  await hand.finish(words.report.save);
}

async function atLot(hand: Hand): Promise<void> {
  await hand.open(`${qualityPaths.lots}?mine=true`);
  await hand.openRow('Chanh leo');
}

export async function release(hand: Hand): Promise<void> {
  await atLot(hand);
  const act = words.release.act.replace('{{market}}', words.market.eu);
  await hand.press(act);
  await hand.confirm(act);
  await hand.sees(words.release.released.replace('{{market}}', words.market.eu));
}

/** Goes out against the delivery both sides weighed; the public page opens without an account. */
export async function dispatch(hand: Hand): Promise<string> {
  await atLot(hand);
  await hand.follow(words.dispatch.new);
  await hand.finish(words.dispatch.save);
  return hand.page.locator('code, [class*=mono], p').filter({ hasText: '/01/' }).first().innerText();
}
