import { APIError, createAuthMiddleware, getIP, getSessionFromCtx } from 'better-auth/api';
import type pg from 'pg';
import { passwordObstacles } from '#kernel/password.ts';
import { countTry, forgetTries } from './limit.ts';

/** Adding or removing a way to prove oneself asks for a sign-in this fresh, in seconds. */
export const freshFor = 15 * 60;

/** What changes how an account is proved. */
const credentialPaths = new Set([
  '/change-password',
  '/link-social',
  '/unlink-account',
  '/passkey/delete-passkey',
  '/passkey/generate-register-options',
  '/passkey/update-passkey',
  '/passkey/verify-registration',
  '/two-factor/disable',
  '/two-factor/enable',
  '/two-factor/generate-backup-codes',
]);
/** These ask for the password itself, or only for a name. */
const provenOtherwise = new Set([
  '/change-password',
  '/passkey/update-passkey',
  '/two-factor/disable',
  '/two-factor/enable',
  '/two-factor/generate-backup-codes',
]);

const tries = {
  fromOneAddress: { max: 10, window: 15 * 60 },
  fromAnywhere: { max: 50, window: 15 * 60 },
} as const;

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const refuse = (status: 'FORBIDDEN' | 'BAD_REQUEST' | 'TOO_MANY_REQUESTS', code: string, more: object = {}): never => {
  throw new APIError(status, { code, message: code, ...more });
};

function emailOf(body: unknown): string | undefined {
  const email = (body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? email.toLowerCase() : undefined;
}

function keysOf(ctx: Middleware): { here: string; anywhere: string } | undefined {
  const email = emailOf(ctx.body);
  if (email === undefined) return undefined;
  const address = ctx.request === undefined ? '' : getIP(ctx.request, ctx.context.options);
  return { here: `sign-in:${email}:${address}`, anywhere: `sign-in:${email}` };
}

async function countSignIn(auth: pg.Pool, ctx: Middleware): Promise<void> {
  const keys = keysOf(ctx);
  if (keys === undefined) return;
  const here = await countTry(auth, keys.here, tries.fromOneAddress);
  const anywhere = await countTry(auth, keys.anywhere, tries.fromAnywhere);
  if (!here.allowed || !anywhere.allowed) {
    refuse('TOO_MANY_REQUESTS', 'TOO_MANY', { retryAfter: here.retryAfter ?? anywhere.retryAfter });
  }
}

async function guardCredentials(ctx: Middleware): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (session === null) return;
  if ((session.user as { demonstration?: boolean }).demonstration === true)
    refuse('FORBIDDEN', 'DEMONSTRATION_ACCOUNT');
  const age = Date.now() - new Date(session.session.createdAt).getTime();
  if (!provenOtherwise.has(ctx.path) && age >= freshFor * 1000) refuse('FORBIDDEN', 'SESSION_NOT_FRESH');
  if (ctx.path !== '/change-password') return;
  const wanted = (ctx.body as { newPassword?: unknown } | undefined)?.newPassword;
  const obstacles = typeof wanted === 'string' ? passwordObstacles(wanted, session.user.email) : [];
  if (obstacles.length > 0) refuse('BAD_REQUEST', 'PASSWORD_WEAK', { obstacles });
}

/** Asked before each of better-auth's endpoints. */
export const guardBefore = (auth: pg.Pool) =>
  createAuthMiddleware(async (ctx) => {
    if (ctx.path === '/sign-in/email') await countSignIn(auth, ctx);
    if (!credentialPaths.has(ctx.path)) return undefined;
    await guardCredentials(ctx);
    // A new password ends every other session: whoever knew the old one is out.
    if (ctx.path === '/change-password')
      return { context: { body: { ...(ctx.body as object), revokeOtherSessions: true } } };
    return undefined;
  });

/** A right password forgives the wrong ones before it. */
export const guardAfter = (auth: pg.Pool) =>
  createAuthMiddleware(async (ctx) => {
    if (ctx.path !== '/sign-in/email' || ctx.context.newSession === null) return;
    const keys = keysOf(ctx);
    if (keys === undefined) return;
    await forgetTries(auth, keys.here);
    await forgetTries(auth, keys.anywhere);
  });
