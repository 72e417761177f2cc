import type { Locator, Page } from 'playwright-core';
import type { DemonstrationPart } from '#db/seed/story.accounts.ts';
import { visit, type Screen, type Visit } from '#tests/e2e/browser.ts';
import { signIn } from '#tests/e2e/people.ts';

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const beginning = (text: string): RegExp => new RegExp(`^${literal(text)}`);

/** A person at their screen: what fingers do, by the words on the page. */
export class Hand {
  readonly seen: Visit;
  readonly page: Page;
  /** Where the next word is looked for: the page, or a dialog or card on it. */
  readonly within: Page | Locator;

  constructor(seen: Visit, within: Page | Locator = seen.page) {
    this.seen = seen;
    this.page = seen.page;
    this.within = within;
  }

  in(place: Locator): Hand {
    return new Hand(this.seen, place);
  }

  get dialog(): Hand {
    return this.in(this.page.getByRole('dialog'));
  }

  async press(name: string): Promise<void> {
    await this.within.getByRole('button', { name, exact: true }).first().click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.within.getByRole('link', { name }).first().click();
  }

  /** Opens the row of a table in which something stands. */
  async openRow(text: string | RegExp): Promise<void> {
    await this.page.getByRole('row').filter({ hasText: text }).first().getByRole('link').first().click();
  }

  /** The field whose label begins with these words: "Bì" is not "Cân cả bì". */
  field(label: string): Locator {
    return this.within.getByLabel(beginning(label)).first();
  }

  async write(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  /** A day as it is typed on a desk. */
  async writeDay(label: string, day: string): Promise<void> {
    const field = this.field(label);
    await field.fill(day.split('-').toReversed().join('/'));
    await field.press('Tab');
  }

  async choose(label: string, option: string): Promise<void> {
    const box = this.within.getByRole('combobox', { name: label }).first();
    if (await box.evaluate((node) => node.tagName === 'SELECT'))
      return void (await box.selectOption({ label: option }));
    await box.click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Looks for something by name and takes what is found. */
  async find(label: string, name: string): Promise<void> {
    await this.field(label).fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  async tick(label: string): Promise<void> {
    await this.within.getByLabel(label, { exact: true }).first().check();
  }

  /** The words as they are written: "Đủ" is not the end of "Chưa đủ". */
  async sees(text: string | RegExp): Promise<void> {
    await this.within
      .getByText(typeof text === 'string' ? new RegExp(literal(text)) : text)
      .first()
      .waitFor();
  }

  /** Presses the button that ends a form and waits for the page it leads to. */
  async finish(name: string): Promise<void> {
    const from = new URL(this.page.url()).pathname;
    await this.press(name);
    await this.page.waitForURL((url) => url.pathname !== from);
    await this.page.locator('h1').first().waitFor();
  }

  /** Presses the button in the dialog and waits until the dialog is gone. */
  async confirm(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.locator('h1').first().waitFor();
  }
}

/** Opens the product as one of the demonstration's people, or as anybody. */
export async function handOf(address: string, screen: Screen, part?: DemonstrationPart): Promise<Hand> {
  const seen = await visit(screen, 'vi', { address });
  if (part !== undefined) await signIn(seen, part);
  seen.page.setDefaultTimeout(15_000);
  return new Hand(seen);
}
