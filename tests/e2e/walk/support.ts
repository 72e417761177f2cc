import { storyParts } from '#db/seed/parts.ts';
import { words as production } from '#web/production/words.vi.ts';
import { words as registry } from '#web/registry/words.vi.ts';
import { words } from '#web/support/words.vi.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { productionPaths } from '#web/production/paths.ts';
import { supportPaths } from '#web/support/paths.ts';
import type { Hand } from './hand.ts';

export const outline = `21.3701, 107.5902
21.3699, 107.5921
21.3713, 107.5924
21.3716, 107.5905`;

export async function changeCrop(hand: Hand): Promise<void> {
  await hand.open(registryPaths.newAct(storyParts.yours));
  await hand.write(registry.act.note, 'Chuyển 3 ha rau ngắn ngày sang chanh leo hữu cơ.');
  await hand.finish(registry.act.save);
}

export async function enterPlot(hand: Hand): Promise<void> {
  await hand.open(productionPaths.newPlot);
  await hand.write(production.plot.code, 'BA-01');
  await hand.writeDay(production.plot.from, '2026-01-05');
  await hand.write(production.plot.name, 'Đồi Bình An');
  await hand.find(production.plot.unit, 'Đầm Hà');
  await hand.choose(production.plot.landUse, production.plot.use['perennial-crops']);
  await hand.write(production.plot.area, '31.200');
  await hand.page.getByText(production.outline.typed).click();
  await hand.write(production.outline.text, outline);
  await hand.finish(production.plot.save);
}

/** Looks at the conditions first, reads that they are met, hands in. */
export async function apply(hand: Hand): Promise<void> {
  await hand.open(supportPaths.policies);
  await hand.follow(words.measure.check);
  await hand.write(words.check.area, '3,12');
  await hand.choose(words.check.crop, 'Chanh leo');
  await hand.press(words.check.run);
  await hand.sees(words.check.verdict.yes);
  await hand.follow(words.check.apply);
  await hand.write(words.application.plan, 'Trồng mới 3.000 cây giống ghép theo quy trình hữu cơ, 12 hộ cùng làm.');
  await hand.finish(words.application.save);
  await hand.press(words.application.submit);
  await hand.confirm(words.application.submit);
  await hand.sees(words.application.state.submitted);
}

async function atApplication(hand: Hand): Promise<void> {
  await hand.open(supportPaths.applications);
  await hand.openRow('Bình An');
}

export async function recommend(hand: Hand): Promise<void> {
  await atApplication(hand);
  await hand.tick(words.desk.opinion.recommended);
  await hand.press(words.desk.send);
  await hand.sees(words.application.state.examined);
}

export async function approve(hand: Hand): Promise<void> {
  await atApplication(hand);
  await hand.tick(words.desk.decision.approved);
  await hand.press(words.desk.sendDecision);
  await hand.sees(words.application.state.approved);
}

/** Each part is handed over by the officer with its paper. */
export async function handOver(hand: Hand): Promise<void> {
  await atApplication(hand);
  for (const number of [1, 2, 3]) {
    await hand.press(words.disbursement.record);
    await hand.dialog.write(words.disbursement.reference, `BBBG 0${number}/2026-BA`);
    await hand.confirm(words.disbursement.save);
  }
}

export async function confirmReceipt(hand: Hand): Promise<void> {
  await atApplication(hand);
  for (const _ of [1, 2, 3]) {
    await hand.press(words.disbursement.confirm);
    await hand.confirm(words.disbursement.confirm);
  }
  await hand.sees(words.application.state.closed);
}
