import type { Transporter } from 'nodemailer';
import { Problem } from '#kernel/problem.ts';
import { Address, type MailServer, type MailSettings } from './settings.ts';

/** Plain text to one address; nothing in it is fetched from anywhere. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How long is waited for one answer of the mail server, and for the whole letter. */
interface Patience {
  readonly stepMs: number;
  readonly letterMs: number;
}

/** A letter is sent inside a transaction: a mail server that hangs must not hold the database for long, nor often. */
const usualPatience: Patience = { stepMs: 8_000, letterMs: 15_000 };
const mostAtOnce = 4;

let settings: MailSettings | undefined;
let patience = usualPatience;
let tellOperator: (trouble: unknown) => void = () => undefined;
let sending = 0;

interface Around {
  readonly patience?: Patience;
  /** Why the mail server was not reached: for the log, since whoever sends can do nothing about it. */
  readonly onTrouble?: (trouble: unknown) => void;
}

/** Said once at start by the composition root; without it nothing is sent. */
export function useMail(given: MailSettings | undefined, around: Around = {}): void {
  settings = given;
  patience = around.patience ?? usualPatience;
  tellOperator = around.onTrouble ?? (() => undefined);
}
export const mailIsSet = (): boolean => settings !== undefined;

/** Loaded with the first letter: who sends none does not carry the library. */
async function transporterTo({ host, port, tls, login }: MailServer): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure: tls === 'from-the-start',
    requireTLS: tls === 'upgrade',
    ignoreTLS: tls === 'none',
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    dnsTimeout: patience.stepMs,
    connectionTimeout: patience.stepMs,
    greetingTimeout: patience.stepMs,
    socketTimeout: patience.stepMs,
    socketCloseTimeout: 500,
    maxResponseSize: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

interface SmtpTrouble {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
}

const readable = (answer = ''): string => answer.replaceAll(/\p{C}+/gu, ' ').slice(0, 200);

/** What the server said is shown to whoever sends, so that the address or the settings can be put right. */
function problemOf(error: unknown): Problem {
  const { code, command, response } = error as SmtpTrouble;
  const answer = response === undefined ? undefined : readable(response);
  if (response === undefined) tellOperator(error);
  if (response === undefined || response.startsWith('421')) return new Problem('unavailable', 'mail.unreachable');
  if (code === 'EENVELOPE' && command === 'RCPT TO' && response.startsWith('5'))
    return new Problem('unprocessable', 'mail.address-refused', { answer });
  return new Problem('unavailable', 'mail.refused', { answer });
}

async function deliver({ server, from }: MailSettings, { to, subject, text }: Letter): Promise<string> {
  const transporter = await transporterTo(server);
  const { response } = await transporter.sendMail({
    from,
    to,
    envelope: { from: from.address, to: [to] },
    subject,
    text,
    xMailer: false,
    headers: { 'Auto-Submitted': 'auto-generated' },
    signal: AbortSignal.timeout(patience.letterMs),
  });
  return readable(response);
}

/** Hands a letter to the mail server and tells what it answered, or throws a Problem that says why it did not go. */
export async function sendMail(letter: Letter): Promise<string> {
  if (settings === undefined) throw new Problem('conflict', 'mail.off');
  if (!Address.safeParse(letter.to).success || /\p{C}/u.test(letter.subject))
    throw new RangeError('a letter has one address, and a subject of one line');
  if (sending >= mostAtOnce) throw new Problem('unavailable', 'mail.busy');
  sending += 1;
  try {
    return await deliver(settings, letter);
  } catch (error) {
    throw problemOf(error);
  } finally {
    sending -= 1;
  }
}
