import { creditPaths } from '#web/credit/paths.ts';
import { words } from '#web/credit/words.vi.ts';
import type { Hand } from './hand.ts';

/** The facts are frozen, and one bank may see them. */
export async function shareDossier(hand: Hand): Promise<void> {
  await hand.open(creditPaths.dossiers);
  await hand.press(words.dossier.assemble);
  await hand.dialog.finish(words.dossier.assembleConfirm);
  await hand.press(words.consent.give);
  const form = hand.dialog;
  await form.write(words.consent.purpose, 'Làm giàn và hệ thống tưới cho 3,12 ha chanh leo');
  await form.write(words.consent.amount, '400.000.000');
  await form.write(words.consent.months, '24');
  await form.confirm(words.consent.confirmGive);
  await hand.sees(words.consent.state.standing);
}

/** Each look is written down; the answer carries figures. */
export async function offerLoan(hand: Hand): Promise<void> {
  await hand.open(creditPaths.desk);
  await hand.openRow('Bình An');
  await hand.press(words.desk.open);
  await hand.sees(words.desk.opened);
  await hand.write(words.desk.rate, '7,5');
  await hand.press(words.desk.send);
  await hand.sees(words.answer.kind.offered);
}

export async function takeLoan(hand: Hand): Promise<void> {
  await hand.open(creditPaths.dossiers);
  await hand.openRow('Bình An');
  await hand.press(words.answer.accept);
  await hand.confirm(words.answer.accept);
  await hand.sees(words.answer.reply.accepted);
}
