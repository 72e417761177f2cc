import { z } from 'zod';

/** The mail server letters are handed to. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** from-the-start: smtps. upgrade: smtp, and no letter without STARTTLS. none: only where the address says so. */
  readonly tls: 'from-the-start' | 'upgrade' | 'none';
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface MailSettings {
  readonly server: MailServer;
  readonly from: Mailbox;
}

export class MailSettingsTrouble extends Error {}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MailSettingsTrouble('user and password are percent-encoded, and this is not');
  }
}

function loginOf({ username, password }: URL): MailServer['login'] {
  if (username === '' && password === '') return undefined;
  if (username === '' || password === '')
    throw new MailSettingsTrouble('a user needs a password, and a password a user');
  return { user: decoded(username), password: decoded(password) };
}

function tlsOf({ protocol, search }: URL): MailServer['tls'] {
  if (protocol === 'smtps:' && search === '') return 'from-the-start';
  if (protocol === 'smtp:' && search === '') return 'upgrade';
  if (protocol === 'smtp:' && search === '?tls=none') return 'none';
  throw new MailSettingsTrouble('expected smtp:// or smtps://; after smtp://… only ?tls=none may follow');
}

const usualPorts = { 'from-the-start': 465, upgrade: 587, none: 25 } as const;

/** smtps://user:password@host:465, smtp://host:587 (STARTTLS demanded), smtp://localhost:25?tls=none. */
export function mailServer(text: string): MailServer {
  const url = URL.parse(text);
  if (url === null) throw new MailSettingsTrouble('expected smtp://host:port or smtps://user:password@host:port');
  const tls = tlsOf(url);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === '' || !['', '/'].includes(url.pathname) || url.hash !== '')
    throw new MailSettingsTrouble('expected a host, and nothing but a port behind it');
  const port = url.port === '' ? usualPorts[tls] : Number(url.port);
  if (port === 0) throw new MailSettingsTrouble('the port is 1 to 65535');
  const login = loginOf(url);
  if (login !== undefined && tls === 'none') throw new MailSettingsTrouble('a password is not sent without TLS');
  return { host, port, tls, login };
}

/** One address. The library reads a comma in it as two, also where it is told apart from the name. */
export const Address = z.email().max(254);

/** `no-reply@province.example`, or with a name: `Lienket Quảng Ninh <no-reply@province.example>`. */
export function mailbox(text: string): Mailbox {
  const [, name = '', bracketed, bare] = /^(?:([^<>"\p{C}]{1,100}?)\s*<([^<>]+)>|([^<>]+))$/u.exec(text.trim()) ?? [];
  const address = Address.safeParse(bracketed ?? bare);
  if (!address.success) throw new MailSettingsTrouble('expected an address, or Name <address>');
  return { name: name.trim(), address: address.data };
}
