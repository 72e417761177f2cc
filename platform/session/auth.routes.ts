import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemStatus, type ProblemKind } from '#kernel/problem.ts';
import type { Auth } from './auth.ts';
import { addressHeader } from './auth.options.ts';

const bodyLimit = 32_768;

/** Just the endpoints our pages use. Whatever else better-auth could do does not exist here. */
const open: readonly (readonly ['GET' | 'POST', string])[] = [
  ['GET', '/get-session'],
  ['POST', '/sign-in/email'],
  ['POST', '/sign-in/social'],
  ['POST', '/sign-out'],
  ['GET', '/callback/:id'],
  ['GET', '/list-accounts'],
  ['POST', '/link-social'],
  ['POST', '/unlink-account'],
  ['POST', '/change-password'],
  ['GET', '/passkey/generate-register-options'],
  ['POST', '/passkey/verify-registration'],
  ['GET', '/passkey/generate-authenticate-options'],
  ['POST', '/passkey/verify-authentication'],
  ['GET', '/passkey/list-user-passkeys'],
  ['POST', '/passkey/delete-passkey'],
  ['POST', '/passkey/update-passkey'],
  ['POST', '/two-factor/enable'],
  ['POST', '/two-factor/disable'],
  ['POST', '/two-factor/verify-totp'],
  ['POST', '/two-factor/verify-backup-code'],
  ['POST', '/two-factor/generate-backup-codes'],
];

interface AuthTrouble {
  readonly code?: string;
  readonly retryAfter?: number;
  readonly obstacles?: readonly string[];
}

function insistReadable(request: FastifyRequest): void {
  if (/%00/.test(request.url)) throw new Problem('malformed', 'request.malformed');
  const body = request.body as string | undefined;
  if (body === undefined || body === '') return;
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) throw new SyntaxError('not an object');
  } catch {
    throw new Problem('malformed', 'request.malformed');
  }
  // PostgreSQL has no text with NUL in it.
  if (body.includes('\\u0000')) throw new Problem('malformed', 'record.bad-text');
}

function asked(request: FastifyRequest, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !name.startsWith('x-') && name !== 'content-length') headers.set(name, value);
  }
  headers.set(addressHeader, request.ip);
  const body = request.method === 'POST' ? (request.body as string | undefined) || '{}' : undefined;
  if (body !== undefined) headers.set('content-type', 'application/json');
  return new Request(new URL(request.url, origin), {
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

const kindOf = (status: number): ProblemKind =>
  (Object.entries(problemStatus).find(([, code]) => code === status)?.[0] as ProblemKind | undefined) ?? 'malformed';

/** better-auth's refusal in the house's manner: INVALID_TOTP_CODE is auth.invalid-totp-code. */
function problemOf(status: number, trouble: AuthTrouble): Problem {
  const code = trouble.code ?? (status === problemStatus['too-many'] ? 'TOO_MANY' : 'REFUSED');
  const details = {
    ...(trouble.retryAfter === undefined ? {} : { retryAfter: trouble.retryAfter }),
    ...(trouble.obstacles === undefined ? {} : { obstacles: trouble.obstacles }),
  };
  return new Problem(kindOf(status), `auth.${code.toLowerCase().replaceAll('_', '-')}`, details);
}

function troubleIn(text: string): AuthTrouble {
  try {
    return JSON.parse(text) as AuthTrouble;
  } catch {
    return {};
  }
}

function refusal(response: Response, text: string): Error {
  const trouble = troubleIn(text);
  // An attestation that cannot be read is the sender's mistake, not ours.
  const unreadable = response.status === 500 && trouble.code === 'FAILED_TO_VERIFY_REGISTRATION';
  if (response.status >= 500 && !unreadable) return new Error(`better-auth: ${trouble.code ?? response.status}`);
  const seconds = Number(response.headers.get('x-retry-after'));
  return problemOf(unreadable ? 400 : response.status, seconds > 0 ? { ...trouble, retryAfter: seconds } : trouble);
}

async function answer(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  reply.header('cache-control', 'no-store');
  const location = response.headers.get('location');
  if (location !== null && response.status >= 300 && response.status < 400) {
    return reply.redirect(location, response.status);
  }
  const text = await response.text();
  if (response.status >= 400) throw refusal(response, text);
  return reply
    .code(response.status)
    .type('application/json')
    .send(text || 'null');
}

/** Mounts sign-in at /api/auth. */
export async function mountAuth(server: FastifyInstance, auth: Auth): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    for (const [method, path] of open) {
      scope.route({
        method,
        url: `/api/auth${path}`,
        bodyLimit,
        handler: async (request, reply) => {
          insistReadable(request);
          return answer(await auth.handler(asked(request, auth.origin)), reply);
        },
      });
    }
  });
}
