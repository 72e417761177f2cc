import { isAdministrator } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { mailIsSet, sendMail } from '#platform/mail/mail.ts';
import { handle } from '#platform/method/handle.ts';
import { ownAddress, tenantRow } from './account.store.ts';
import { testLetter } from './invitation-mail.ts';
import { sendTestLetter } from './officer-sheet.wire.ts';

export const testLetterRoutes = [
  handle(sendTestLetter, async ({ input, actor, db, insist, origin }) => {
    insist(isAdministrator(actor));
    if (!mailIsSet()) throw new Problem('conflict', 'mail.off');
    const to = await ownAddress(db, actor.account!);
    const province = (await tenantRow(db, actor.province))?.name ?? '';
    const letter = testLetter({ language: input.language, name: actor.name, province, origin });
    return { to, answer: await sendMail({ to, ...letter }) };
  }),
];
