import { addDays, today, type Day } from '#kernel/day.ts';
import { evidencePhoto } from '#db/seed/story.evidence.ts';
import { productionPaths } from '#web/production/paths.ts';
import { words } from '#web/production/words.vi.ts';
import type { Hand } from './hand.ts';

const startedOn = addDays(today(), -185);

export async function startSeason(hand: Hand): Promise<void> {
  await hand.open(productionPaths.newSeason());
  await hand.find(words.season.plot, 'BA-01');
  await hand.writeDay(words.season.startedOn, startedOn);
  await hand.finish(words.season.start);
}

async function atSeason(hand: Hand, stage: number): Promise<void> {
  await hand.open(productionPaths.seasons);
  await hand.openRow('BA-01');
  await hand.page.getByRole('radiogroup', { name: words.season.stages }).locator('label').nth(stage).click();
}

const written: Readonly<Record<string, string>> = {
  [words.log.source]: 'Vườn ươm giống Đầm Hà',
  [words.log.lot]: 'CG-2026-07',
  [words.log.method]: 'Theo quy trình',
  [words.log.target]: 'Rệp, nhện đỏ',
  [words.log.equipment]: 'Bình phun 16 lít',
  [words.log.weather]: 'Trời mát, lặng gió',
  [words.log.waterSource]: 'Giếng khoan',
  [words.log.place]: 'Nhà sơ chế thôn Trại Dinh',
  [words.log.temperature]: '8,5',
  [words.log.packaging]: 'Khay nhựa 10 kg',
  [words.log.qty]: '450',
  [words.log.treatedArea]: '31.200',
};

/** Whatever the step asks to be written down. */
async function fillAsked(hand: Hand, on: Day): Promise<void> {
  await hand.writeDay(words.log.doneOn, on);
  for (const [label, text] of Object.entries(written)) {
    const field = hand.field(label);
    if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill(text);
  }
  const input = hand.page.getByRole('combobox', { name: words.log.input });
  if ((await input.count()) > 0) await input.selectOption({ index: 1 });
  const photo = hand.page.locator('input[type=file]');
  await photo.setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: Buffer.from(evidencePhoto()) });
  await hand.sees(/anh\.png/);
}

const dayIn = (text: string): Day => {
  const [, day, month, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(text)!;
  return `${year}-${month}-${day}` as Day;
};

/** Goes down the stage's table, writes what is required and not there yet, and hands the stage over. */
export async function writeStage(hand: Hand, stage: number): Promise<void> {
  for (;;) {
    await atSeason(hand, stage);
    const row = hand.page
      .getByRole('row')
      .filter({ hasText: words.step.required })
      .filter({ has: hand.page.getByRole('link') })
      .first();
    if ((await row.count()) === 0) break;
    const due = addDays(dayIn(await row.innerText()), 1);
    const link = row.getByRole('link').first();
    const isHarvest = (await link.innerText()) === words.harvest.new;
    await link.click();
    if (isHarvest) {
      await hand.writeDay(words.harvest.day, due);
      await hand.write(words.harvest.qty, '1.500');
      await hand.finish(words.harvest.save);
    } else {
      await hand.page.getByLabel(words.log.doneOn).waitFor();
      await fillAsked(hand, due);
      await hand.finish(words.log.save);
    }
  }
  await hand.press(words.stage.submit);
  await hand.sees(words.stage.state.submitted);
}

export async function signStage(hand: Hand, stage: number): Promise<void> {
  await atSeason(hand, stage);
  await hand.write(words.stage.remarks, 'Đã kiểm tra tại vườn.');
  await hand.press(words.stage.sign);
  await hand.sees(words.stage.act['signed-off']);
}
