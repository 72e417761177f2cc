import { passkey } from '@better-auth/passkey';
import type { BetterAuthOptions } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import { newId } from '#kernel/id.ts';
import { passwordLength } from '#kernel/password.ts';
import { freshFor, guardAfter, guardBefore } from './auth.guards.ts';
import type { AuthSettings, OidcProvider } from './auth.settings.ts';
import { cookiePrefix } from './cookie.ts';
import { countTry } from './limit.ts';

/** The header in which we tell better-auth the address Fastify established; a client's own is dropped. */
export const addressHeader = 'x-lienket-address';

export const usualProvider = 'oidc';

const day = 24 * 60 * 60;
const sessionLasts = 14 * day;

const providerPlugin = (providers: readonly OidcProvider[]) =>
  genericOAuth({
    config: providers.map(({ id = usualProvider, name, issuer, clientId, clientSecret }) => ({
      providerId: id,
      name,
      discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      requireIdTokenVerification: true,
      clientId,
      clientSecret,
      scopes: ['openid', 'profile', 'email'],
      pkce: true,
      disableSignUp: true,
      disableImplicitSignUp: true,
      disableProviderLogout: true,
      // A provider need not give an address; the identity is the subject, and nobody is found by address.
      mapProfileToUser: (profile) => ({ email: `${profile.sub ?? profile.id}@${id}.invalid`, emailVerified: false }),
    })),
  });

const passkeyPlugin = (origin: string) =>
  passkey({
    rpID: new URL(origin).hostname,
    rpName: 'Lienket',
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { requireSession: true },
    authentication: {
      // A passkey stands for password and second factor, so the device must have seen its owner.
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw new Error('user not verified');
      },
    },
  });

function rateLimits(pool: pg.Pool): NonNullable<BetterAuthOptions['rateLimit']> {
  return {
    enabled: true,
    window: 60,
    max: 100,
    customStorage: { consume: (key, rule) => countTry(pool, key, rule) },
    customRules: {
      '/get-session': false,
      '/sign-in/email': { window: 60, max: 20 },
      '/sign-in/social': { window: 60, max: 20 },
      '/passkey/verify-authentication': { window: 60, max: 20 },
      '/two-factor/*': { window: 60, max: 10 },
      '/change-password': { window: 60, max: 5 },
    },
  };
}

/** We only need to know who it is, never to act at the provider in somebody's name: its tokens are not kept. */
const withoutTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

const additionalFields = {
  demonstration: { type: 'boolean', required: true, defaultValue: false, input: false },
  locale: { type: 'string', required: false, input: false },
} as const;

/** What better-auth is configured with. */
export function authOptions(settings: AuthSettings, pool: pg.Pool): BetterAuthOptions {
  const { origin, secret, oidc = [], log } = settings;
  return {
    appName: 'Lienket',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: pool,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: log === undefined ? { disabled: true } : { level: 'warn', log: (level, message) => log(level, message) },
    onAPIError: { errorURL: `${origin}/sign-in` },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: { additionalFields },
    session: { expiresIn: sessionLasts, updateAge: day, freshAge: freshFor },
    account: {
      updateAccountOnSignIn: false,
      accountLinking: {
        enabled: true,
        disableImplicitLinking: true,
        allowDifferentEmails: true,
        trustedProviders: oidc.map(({ id }) => id ?? usualProvider),
      },
    },
    rateLimit: rateLimits(pool),
    advanced: {
      cookiePrefix,
      // Said, because the library switches both checks off under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    databaseHooks: {
      account: { create: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) } },
    },
    hooks: { before: guardBefore(pool), after: guardAfter(pool) },
    plugins: [
      twoFactor({ issuer: 'Lienket' }),
      passkeyPlugin(origin),
      ...(oidc.length > 0 ? [providerPlugin(oidc)] : []),
    ],
  };
}
