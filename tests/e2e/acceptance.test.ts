import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import {
  newId,
  type AccountId,
  type ContractId,
  type DeliveryId,
  type GrantId,
  type OrganisationId,
} from '#kernel/id.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { acceptContract, type AcceptanceId } from '#contexts/linkage/acceptance.wire.ts';
import { draftContract, exportContract } from '#contexts/linkage/contract.wire.ts';
import { confirmDelivery, recordDelivery } from '#contexts/linkage/delivery.wire.ts';
import { draftDemand, draftOffer, type LineId } from '#contexts/linkage/line.wire.ts';
import { exampleTerms, tonne } from '#contexts/linkage/linkage.example.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { newLinkToken, tokenHash } from '#contexts/people/invitation.ts';
import { acceptInvitation, draftInvitation } from '#contexts/people/invitation.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { storyParts } from '#db/seed/parts.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { words as account } from '#web/account/words.vi.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { words } from '#web/linkage/words.vi.ts';
import { desktop, phone, visit, type Visit } from './browser.ts';
import { signIn } from './people.ts';
import { Hand } from './walk/hand.ts';

const password = 'rừng trúc trên đồi';
const { contract: said } = words;
const visits: Visit[] = [];
afterAll(async () => {
  for (const { context } of visits) await context.close();
});

async function arrive(screen: typeof phone | typeof desktop): Promise<Hand> {
  const seen = await visit(screen, 'vi');
  visits.push(seen);
  seen.page.setDefaultTimeout(15_000);
  await seen.page.goto('/sign-in');
  return new Hand(seen);
}

const insisted = async (response: { ok: () => boolean; status: () => number; text: () => Promise<string> }) => {
  const body = await response.text();
  if (!response.ok()) throw new Error(`${response.status()}: ${body}`);
  return JSON.parse(body);
};

/** A command as the pages send it, under the visitor's own session. */
const tell = async <M extends Method<'command'>>({ page }: Hand, method: M, input: InputOf<M>): Promise<ReplyOf<M>> =>
  insisted(
    await page.request.post(`/api/${method.name}`, {
      headers: { 'command-id': newId(), origin: inject('address') },
      data: input,
    }),
  );
const ask = async <M extends Method<'query'>>(
  { page }: Hand,
  method: M,
  input: Record<string, string>,
): Promise<ReplyOf<M>> => insisted(await page.request.get(`/api/${method.name}`, { params: input }));

/** Somebody with a password of their own, invited by an officer. */
async function invited(
  officer: Hand,
  given: {
    readonly name: string;
    readonly role: 'organisation-manager' | 'buyer';
    readonly organisation: OrganisationId;
  },
  screen: typeof phone | typeof desktop,
): Promise<Hand> {
  const token = newLinkToken();
  const invitation = newId();
  await tell(officer, draftInvitation, { invitation, tokenHash: await tokenHash(token), ...given });
  const hand = await arrive(screen);
  const email = `${newId()}@example.test`;
  const newAccount = { account: newId<AccountId>(), name: given.name, email, password };
  await tell(hand, acceptInvitation, { token, grant: newId<GrantId>(), newAccount });
  await hand.page.getByLabel(account.signIn.email).fill(email);
  await hand.page.getByRole('textbox', { name: account.signIn.password }).fill(password);
  await hand.press(account.signIn.submit);
  await hand.page.waitForURL((url) => url.pathname !== '/sign-in');
  return hand;
}

async function withPasskey({ page }: Hand): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await device.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto('/account/security');
  await page.getByLabel(account.security.passkeyName).fill('Máy của Mận');
  await page.getByRole('button', { name: account.security.addPasskey, exact: true }).click();
  await page.getByText('Máy của Mận').waitFor();
}

let seller: Hand;
let buyer: Hand;
let wording: () => Promise<{ id: ContractId; contentHash: string }>;
const drafted = async (): Promise<ContractId> => (await wording()).id;

beforeAll(async () => {
  const officer = await arrive(desktop);
  await signIn(officer.seen, 'provincialOfficer');
  const inStory: readonly string[] = Object.values(storyParts);
  const one = async (kind: 'cooperative' | 'enterprise') => {
    const { items } = await ask(officer, listOrganisations, { kind, status: 'operating' });
    return items.find(({ id, provenance }) => provenance === 'synthetic' && !inStory.includes(id))!.id;
  };
  const [from, to] = [await one('cooperative'), await one('enterprise')];
  const { items } = await ask(officer, listCommodities, { search: 'Chanh leo' });
  const commodity = items[0]!.id;
  const manager = { name: 'Hoàng Thị Mận', role: 'organisation-manager', organisation: from } as const;
  seller = await invited(officer, manager, phone);
  buyer = await invited(officer, { name: 'Đỗ Quốc Bình', role: 'buyer', organisation: to }, desktop);
  const line = { commodity, from: today(), until: addDays(today(), 330), per: 'total' as const, periodQty: 90 * tonne };
  const [offer, demand] = [newId<LineId>(), newId<LineId>()];
  await tell(seller, draftOffer, { ...line, id: offer, organisation: from });
  await tell(buyer, draftDemand, { ...line, id: demand, organisation: to });
  wording = () => tell(seller, draftContract, { id: newId<ContractId>(), offer, demand, terms: exampleTerms() });
});

const atContract = (hand: Hand, contract: ContractId): Promise<void> => hand.open(linkagePaths.contract(contract));

async function acceptByPassword(hand: Hand): Promise<void> {
  await hand.tick(said.way.password);
  await hand.page.getByRole('textbox', { name: said.password }).fill(password);
  await hand.press(said.accept);
}

test('each side accepts by typing its password again, and the record says so', async () => {
  const contract = await drafted();
  await atContract(seller, contract);
  await seller.tick(said.way.password);
  await seller.page.getByRole('textbox', { name: said.password }).fill('không phải mật khẩu');
  await seller.press(said.accept);
  await seller.sees(words.obstacle['password-wrong']);
  await acceptByPassword(seller);
  await seller.sees(said.stateName.offered);
  await atContract(buyer, contract);
  await buyer.sees(said.kind.password);
  await acceptByPassword(buyer);
  await buyer.sees(said.stateName.signed);
  await buyer.sees('Hoàng Thị Mận');
});

test('on paper: the sheet is printed to be signed, its scan goes up, and the other side confirms it', async () => {
  const contract = await drafted();
  await atContract(buyer, contract);
  await acceptByPassword(buyer);
  await buyer.sees(said.stateName.offered);

  await atContract(seller, contract);
  await seller.tick(said.way.paper);
  const sheet = await seller.page.getByRole('link', { name: said.printToSign }).getAttribute('href');
  expect(sheet).toContain(exportContract.name);
  const paper = textOfPdf(await (await seller.page.request.get(sheet!)).body()).join(' ');
  expect(paper).toContain('Bản để ký');
  expect(paper).not.toContain('BẢN THẢO');
  await seller.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'hop-dong.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF'),
    });
  await seller.press(said.accept);
  await seller.sees(said.scanWaits);

  await atContract(buyer, contract);
  await buyer.press(said.confirmScan);
  await buyer.confirm(said.confirmScan);
  await buyer.sees(said.stateName.signed);
  await buyer.sees(said.scanConfirmed);
});

test('with a passkey: the device signs the hash of the wording on the screen', async () => {
  const contract = await drafted();
  await withPasskey(seller);
  await atContract(seller, contract);
  await seller.tick(said.way.passkey);
  await seller.press(said.accept);
  await seller.sees(said.stateName.offered);
  await seller.sees(said.kind.passkey);
});

/** A load beyond the promise, its weight confirmed; the buyer has its page open. */
async function surplus(contract: ContractId, netQty: number): Promise<DeliveryId> {
  const delivery = newId<DeliveryId>();
  const load = { deliveredOn: today(), grossQty: netQty, tareQty: 0, side: 'seller' as const };
  await tell(seller, recordDelivery, { id: delivery, contract, ...load });
  await buyer.open(linkagePaths.delivery(delivery));
  await buyer.sees(`Quá hạn mà không trả lời thì ${words.terms.silence.confirmed}`);
  await tell(buyer, confirmDelivery, { delivery });
  await buyer.open(linkagePaths.delivery(delivery));
  await buyer.sees(words.outside.state.open);
  return delivery;
}

test('what exceeds the promise waits for the buyer, who accepts one surplus and returns another', async () => {
  const { id: contract, contentHash } = await wording();
  for (const [hand, side] of [
    [seller, 'seller'],
    [buyer, 'buyer'],
  ] as const)
    await tell(hand, acceptContract, {
      id: newId<AcceptanceId>(),
      contract,
      side,
      contentHash,
      way: { kind: 'password', password },
    });

  await surplus(contract, 25 * tonne);
  await buyer.press(words.outside.accept);
  await buyer.confirm(words.outside.accept);
  await buyer.sees(words.outside.state.accepted);

  const returned = await surplus(contract, 3 * tonne);
  await buyer.press(words.outside.refuse);
  await buyer.dialog.write(words.reason, 'Kho lạnh đã đầy');
  await buyer.confirm(words.outside.refuse);
  await buyer.sees(words.outside.state.returned);
  await seller.open(linkagePaths.delivery(returned));
  await seller.sees('Kho lạnh đã đầy');
});
