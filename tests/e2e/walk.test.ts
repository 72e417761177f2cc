import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type ExpectStatic } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { storySteps, type StoryStep } from '#contexts/insight/story.ts';
import type { DemonstrationPart } from '#db/seed/story.accounts.ts';
import { insightPaths } from '#web/insight/paths.ts';
import { words } from '#web/insight/words.vi.ts';
import { axeFindings, desktop, phone, settled, type Screen } from './browser.ts';
import { freePort, startProduct } from './server.setup.ts';
import * as credit from './walk/credit.ts';
import { handOf, type Hand } from './walk/hand.ts';
import * as linkage from './walk/linkage.ts';
import * as quality from './walk/quality.ts';
import * as season from './walk/season.ts';
import * as support from './walk/support.ts';

type Act = readonly [DemonstrationPart, (hand: Hand) => Promise<unknown>];

const stages = [0, 1, 2, 3, 4];

/** What people do until the step is done; a step that needs nothing more is done by what came before it. */
const acts: Readonly<Record<StoryStep, readonly Act[]>> = {
  cropChanged: [['yourDirector', support.changeCrop]],
  plotted: [['yourDirector', support.enterPlot]],
  applied: [['yourDirector', support.apply]],
  recommended: [['communeOfficer', support.recommend]],
  approved: [['provincialOfficer', support.approve]],
  received: [
    ['communeOfficer', support.handOver],
    ['yourDirector', support.confirmReceipt],
  ],
  shared: [['yourDirector', credit.shareDossier]],
  answered: [
    ['bank', credit.offerLoan],
    ['yourDirector', credit.takeLoan],
  ],
  signed: [
    ['yourDirector', linkage.offer],
    ['buyer', linkage.demand],
    ['yourDirector', linkage.draft],
    ['buyer', linkage.accept],
  ],
  season: [['yourDirector', season.startSeason]],
  signedOff: stages.flatMap((stage): readonly Act[] => [
    ['yourDirector', (hand) => season.writeStage(hand, stage)],
    ['communeOfficer', (hand) => season.signStage(hand, stage)],
  ]),
  harvested: [],
  released: [
    ['yourDirector', quality.makeLot],
    ['laboratory', quality.report],
    ['yourDirector', quality.release],
  ],
  delivered: [
    ['yourDirector', linkage.recordDelivery],
    ['buyer', linkage.confirmDelivery],
  ],
  settled: [
    ['buyer', linkage.recordPrice],
    ['yourDirector', linkage.settle],
    ['buyer', linkage.pay],
    ['yourDirector', linkage.confirmPayment],
  ],
  traced: [['yourDirector', quality.dispatch]],
  figures: [['provincialOfficer', openMovedFigure]],
};

const data = mkdtempSync(join(tmpdir(), 'lienket-walk-'));
const products: ChildProcess[] = [];
afterAll(async () => {
  for (const product of products) {
    const ended = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
});

async function figures(address: string): Promise<Map<string, number>> {
  const reply = await fetch(`${address}/api/insight.figure.list`);
  const { items } = (await reply.json()) as { items: { key: string; value: number }[] };
  return new Map(items.map(({ key, value }) => [key, value]));
}

const given = process.env['LIENKET_E2E_PICTURES'];

/**
 * One cooperative's whole way, every field filled in and every button pressed by the person whose part it is. Both
 * screens at once, each on a product of its own: one hand waits while the other works.
 */
describe.concurrent.each([
  ['on a phone', phone],
  ['on a desk', desktop],
] as const)('the story walked by hand, %s', (name, screen: Screen) => {
  let address = '';
  beforeAll(async () => {
    const port = await freePort();
    products.push(await startProduct(join(data, name.replaceAll(' ', '-')), port));
    address = `http://localhost:${port}`;
  });

  const walking = (soft: ExpectStatic['soft']) =>
    async function as(part: DemonstrationPart | undefined, label: string, act: (hand: Hand) => Promise<unknown>) {
      const hand = await handOf(address, screen, part);
      try {
        const result = await act(hand);
        await settled(hand.page);
        soft(hand.seen.complaints, label).toEqual([]);
        soft(await axeFindings(hand.page), label).toEqual([]);
        return result;
      } finally {
        if (given !== undefined) await hand.page.screenshot({ path: join(given, `${label}.png`), fullPage: true });
        await hand.seen.context.close();
      }
    };

  test('from the crop to the code on the crate', { timeout: 900_000 }, async ({ expect: told }) => {
    const as = walking(told.soft);
    const before = await figures(address);
    let trace = '';
    for (const [index, step] of storySteps.entries()) {
      const label = `${String(index + 1).padStart(2, '0')}-${step}-${screen.width}`;
      if (acts[step].length > 0) await as(undefined, `${label}-next`, (hand) => followNext(hand, step));
      for (const [at, [part, act]] of acts[step].entries()) {
        const result = await as(part, `${label}-${at + 1}`, act);
        if (act === quality.dispatch) trace = result as string;
      }
    }
    await as(undefined, `18-code-${screen.width}`, async (hand) => {
      expect(trace).toContain('/01/02000000000022/10/');
      await hand.open(new URL(trace).href);
      await hand.sees('Hợp tác xã Nông nghiệp Bình An Đầm Hà');
      for (const seen of ['Chọn giống', 'Bảo quản', 'Chanh leo hữu cơ', 'Đã thử 570 chỉ tiêu']) await hand.sees(seen);
    });
    await expectDaysToRise(address, trace);
    await as(undefined, `19-walk-${screen.width}`, async (hand) => {
      await hand.open('/walk?story=yours');
      expect(await hand.page.locator('[data-step]:not([data-state="done"])').count()).toBe(0);
    });
    const after = await figures(address);
    const moved = (key: string): number => (after.get(key) ?? 0) - (before.get(key) ?? 0);
    expect(moved('firmContracts')).toBe(1);
    expect(moved('releasedLots')).toBe(1);
    // 1,200 kg at the market's 16,500 đồng, which is above the floor.
    expect(moved('paidToSellersVnd')).toBe(19_800_000);
    expect(moved('supportPaidVnd')).toBeGreaterThan(0);
  });
});

/** What sellers were paid, before and now, down to the row that moved it. */
async function openMovedFigure(hand: Hand): Promise<void> {
  await hand.open(insightPaths.figure('paidToSellersVnd'));
  await hand.sees(words.figure.history);
  await hand.sees(/19\.800\.000/);
}

/** No stage of the way back began before the one before it. */
async function expectDaysToRise(address: string, trace: string): Promise<void> {
  const token = new URL(trace).searchParams.get('k')!;
  const reply = await fetch(`${address}/api/quality.trace.get?token=${token}`);
  const { stages } = (await reply.json()) as { stages: { stage: string; from: string }[] };
  const days = stages.map(({ from }) => from);
  expect(days).toHaveLength(5);
  expect(days).toEqual(days.toSorted());
}

/** The guided walk names the step and opens where it is done, as the one whose part it is. */
async function followNext(hand: Hand, step: StoryStep): Promise<void> {
  const card = hand.page.locator(`[data-step="${step}"]`);
  const stateNow = async (): Promise<string | null> => {
    await hand.open('/walk?story=yours');
    return card.getAttribute('data-state');
  };
  // The figures move by themselves, soon after the money has.
  if (step === 'figures') await expect.poll(stateNow, { timeout: 20_000, interval: 1_000 }).toBe('done');
  else expect(await stateNow(), step).toBe('next');
  const button = card.locator('button, a').first();
  await Promise.all([hand.page.waitForURL((url) => url.pathname !== '/walk'), button.click()]);
  await settled(hand.page);
  expect(await hand.page.locator('[data-page-state]').count(), step).toBe(0);
}
