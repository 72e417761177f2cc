import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll } from 'vitest';
import { useMail } from '#platform/mail/mail.ts';
import { mailbox, mailServer } from '#platform/mail/settings.ts';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came: headers and body. */
  readonly data: string;
}

/** What the server answers to lines that begin like this; 'silence' answers nothing at all. */
export type Answers = Readonly<Record<string, string>>;

export interface Postbox {
  readonly url: string;
  readonly received: Received[];
  /** Every line a client has sent. */
  readonly heard: string[];
  answer: (answers: Answers) => void;
}

const usual: Answers = {
  greeting: '220 test.invalid ready',
  EHLO: '250-test.invalid\r\n250 8BITMIME',
  DATA: '354 go on',
  QUIT: '221 bye',
  '.': '250 taken',
};

function converse(socket: Socket, box: Postbox, answers: () => Answers): void {
  let [rest, from, data] = ['', '', ''];
  let to: string[] = [];
  let inData = false;
  const say = (key: string): void => {
    const answer = answers()[key] ?? usual[key] ?? '250 ok';
    if (answer !== 'silence') socket.write(`${answer}\r\n`);
  };
  const take = (line: string): void => {
    if (inData && line !== '.') {
      data += `${line.replace(/^\./, '')}\r\n`;
      return;
    }
    const key = /^[A-Z]+|^\.$/.exec(line)?.[0] ?? line;
    if (inData) {
      inData = false;
      if (answers()['.'] === undefined) box.received.push({ from, to, data });
      [data, to] = ['', []];
    } else box.heard.push(line);
    if (key === 'MAIL') from = line.slice('MAIL FROM:'.length);
    if (key === 'RCPT') to = [...to, line.slice('RCPT TO:'.length)];
    if (key === 'DATA') inData = (answers()['DATA'] ?? '354').startsWith('354');
    say(key);
    if (key === 'QUIT') socket.end();
  };
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    const lines = `${rest}${chunk.toString()}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  say('greeting');
}

/** A small mail server on loopback that keeps what it is given. */
export async function openPostbox(): Promise<Postbox> {
  let answers: Answers = {};
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, box, () => answers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const box: Postbox = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?tls=none`,
    received: [],
    heard: [],
    answer: (given) => {
      answers = given;
    },
  };
  return box;
}

export const sender = 'Lienket Quảng Ninh <no-reply@lienket.example>';

/** The same, and the product sends its letters there. */
export async function connectPostbox(): Promise<Postbox> {
  const box = await openPostbox();
  useMail({ server: mailServer(box.url), from: mailbox(sender) });
  afterAll(() => useMail(undefined));
  return box;
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** What a person reads. */
export function bodyOf({ data }: Received): string {
  const [head = '', ...parts] = data.split('\r\n\r\n');
  const body = parts.join('\r\n\r\n');
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1];
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? unquoted(body).toString() : body;
}

/** Header lines, unfolded. */
export const headersOf = ({ data }: Received): string[] =>
  data
    .split('\r\n\r\n')[0]!
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');
