import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemStatus, type ProblemKind } from '#kernel/problem.ts';

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
}

/** What the database refuses is told as a problem, not as a fault: constraints are the last of three checks. */
const sqlProblems: Readonly<Record<string, readonly [ProblemKind, string]>> = {
  '23505': ['conflict', 'record.exists'],
  '23503': ['unprocessable', 'record.unknown-reference'],
  '23514': ['unprocessable', 'record.constraint'],
  '23502': ['unprocessable', 'record.missing-value'],
  '23P01': ['conflict', 'record.overlaps'],
  '22001': ['unprocessable', 'record.too-long'],
  '22003': ['unprocessable', 'record.number-out-of-range'],
  '22007': ['malformed', 'record.bad-date'],
  '22008': ['malformed', 'record.bad-date'],
  '22021': ['malformed', 'record.bad-text'],
  '22P02': ['malformed', 'record.bad-text'],
  '22P05': ['malformed', 'record.bad-text'],
  '40001': ['conflict', 'request.try-again'],
  '40P01': ['conflict', 'request.try-again'],
  '57014': ['unavailable', 'request.took-too-long'],
  '53300': ['unavailable', 'request.try-again'],
};

const kindOfStatus = (status: number): ProblemKind =>
  (Object.entries(problemStatus).find(([, code]) => code === status)?.[0] as ProblemKind | undefined) ?? 'malformed';

function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { code, constraint } = error as DatabaseError;
  const known = code === undefined ? undefined : sqlProblems[code];
  if (known !== undefined) return new Problem(known[0], known[1], constraint === undefined ? {} : { constraint });
  const { statusCode } = error as FastifyError;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem(
      kindOfStatus(statusCode),
      statusCode === 413 ? 'request.too-large' : statusCode === 429 ? 'request.too-many' : 'request.malformed',
    );
  }
  return undefined;
}

/** Every refusal leaves as problem+json (RFC 9457); an unforeseen fault says nothing but its request id. */
export function problemReply(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error);
  if (problem === undefined) request.log.error(error);
  const body =
    problem === undefined
      ? { type: 'about:blank', title: 'fault', status: 500, code: 'server.fault', requestId: request.id }
      : {
          ...problem.details,
          type: `/problems/${problem.code}`,
          title: problem.code,
          status: problem.status,
          code: problem.code,
          requestId: request.id,
        };
  const { retryAfter } = problem?.details ?? {};
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  return reply.code(body.status).type('application/problem+json').send(JSON.stringify(body));
}
