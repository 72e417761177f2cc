import { z } from 'zod';
import { mailbox, mailServer, MailSettingsTrouble, type MailSettings } from '#platform/mail/settings.ts';

export class ConfigTrouble extends Error {}

const Switch = z.enum(['0', '1']).transform((text) => text === '1');
const demonstrationProvince = 22;
const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LIENKET_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  LIENKET_DATA: z.string().min(1).optional(),
  LIENKET_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LIENKET_DEMO: z.enum(['0', '1', 'public']).default('1'),
  LIENKET_PROVINCE: z.coerce.number().int().min(1).max(99).optional(),
  LIENKET_TRUST_PROXY: Switch.default(false),
  LIENKET_LOG: Switch.default(false),
  LIENKET_WEB: z.enum(['0', '1']).default('1'),
  LIENKET_OIDC_ISSUER: z.url().optional(),
  LIENKET_OIDC_CLIENT_ID: z.string().min(1).optional(),
  LIENKET_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  LIENKET_OIDC_NAME: z.string().min(1).max(60).default('VNeID'),
  LIENKET_SMTP_URL: z.string().optional(),
  LIENKET_MAIL_FROM: z.string().optional(),
  LIENKET_LOST_KEY: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'expected the 16 characters that the refused start named')
    .optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash. */
  readonly origin: string;
  readonly data: URL;
  readonly databaseUrl: string | undefined;
  readonly demo: '0' | '1' | 'public';
  /** The demonstration's, or the one that was chosen; otherwise the only one there is (see `settle`). */
  readonly province: number | undefined;
  readonly trustProxy: boolean;
  readonly log: boolean;
  /** Whether the web app is built when stale: programs that only use the API need not wait for it. */
  readonly web: boolean;
  readonly oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  /** Without it nothing is sent: links are handed over by hand. */
  readonly mail: MailSettings | undefined;
  /** Begins the fingerprint of an installation key that is gone for good. */
  readonly lostKey: string | undefined;
}

type Env = z.infer<typeof Environment>;

function oidcOf(env: Env): Config['oidc'] {
  const {
    LIENKET_OIDC_ISSUER: issuer,
    LIENKET_OIDC_CLIENT_ID: clientId,
    LIENKET_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined) throw new ConfigTrouble('LIENKET_OIDC_CLIENT_ID needs LIENKET_OIDC_ISSUER beside it');
  if (clientId === undefined || clientSecret === undefined) {
    throw new ConfigTrouble(
      'LIENKET_OIDC_ISSUER needs LIENKET_OIDC_CLIENT_ID and LIENKET_OIDC_CLIENT_SECRET beside it',
    );
  }
  return { issuer, clientId, clientSecret, name: env.LIENKET_OIDC_NAME };
}

/** Says which variable is wrong, never what stands in it: there may be a password. */
function named<T>(variable: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MailSettingsTrouble) throw new ConfigTrouble(`${variable}: ${error.message}`);
    throw error;
  }
}

function mailOf({ LIENKET_SMTP_URL: url, LIENKET_MAIL_FROM: from, LIENKET_DEMO: demo }: Env): Config['mail'] {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined) throw new ConfigTrouble('LIENKET_MAIL_FROM needs LIENKET_SMTP_URL beside it');
  if (from === undefined) throw new ConfigTrouble('LIENKET_SMTP_URL needs LIENKET_MAIL_FROM beside it');
  if (demo === 'public')
    throw new ConfigTrouble('LIENKET_SMTP_URL does not go with LIENKET_DEMO=public: every visitor could send mail');
  return {
    server: named('LIENKET_SMTP_URL', () => mailServer(url)),
    from: named('LIENKET_MAIL_FROM', () => mailbox(from)),
  };
}

function originOf(env: Env): string {
  const origin = env.LIENKET_ORIGIN?.replace(/\/+$/, '');
  if (!loopback.has(env.HOST) && (origin === undefined || !origin.startsWith('https://'))) {
    throw new ConfigTrouble(`HOST=${env.HOST} is open to others: it needs LIENKET_ORIGIN with an https address`);
  }
  if (origin !== undefined && new URL(origin).origin !== origin)
    throw new ConfigTrouble('LIENKET_ORIGIN must be an address without a path');
  return origin ?? `http://localhost:${env.PORT}`;
}

/** Reads the environment once; a bad value is refused with its name. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, folder: URL): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigTrouble(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const env = parsed.data;
  if (env.LIENKET_DEMO !== '0' && (env.LIENKET_PROVINCE ?? demonstrationProvince) !== demonstrationProvince) {
    throw new ConfigTrouble('LIENKET_PROVINCE goes with LIENKET_DEMO=0: the demonstration province is 22');
  }
  return {
    port: env.PORT,
    host: env.HOST,
    origin: originOf(env),
    data:
      env.LIENKET_DATA === undefined
        ? new URL('data/', folder)
        : new URL(`file://${absolute(env.LIENKET_DATA, folder)}/`),
    databaseUrl: env.LIENKET_DATABASE_URL,
    demo: env.LIENKET_DEMO,
    province: env.LIENKET_DEMO === '0' ? env.LIENKET_PROVINCE : demonstrationProvince,
    trustProxy: env.LIENKET_TRUST_PROXY,
    log: env.LIENKET_LOG,
    web: env.LIENKET_WEB === '1',
    oidc: oidcOf(env),
    mail: mailOf(env),
    lostKey: env.LIENKET_LOST_KEY,
  };
}

const absolute = (path: string, folder: URL): string =>
  (path.startsWith('/') ? path : `${folder.pathname}${path}`).replace(/\/+$/, '');
