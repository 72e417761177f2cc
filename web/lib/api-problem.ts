import type { FieldTrouble, ProblemDetails } from '#kernel/problem.ts';

/** What the server refused and why, or (status 0) that it was not reached at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: ProblemDetails;
  constructor(status: number, code: string, details: ProblemDetails = {}) {
    super(code);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.details = details;
  }

  get isNetwork(): boolean {
    return this.status === 0;
  }

  /** The fields of the input that could not be taken. */
  get fields(): readonly FieldTrouble[] {
    return Array.isArray(this.details['fields']) ? (this.details['fields'] as FieldTrouble[]) : [];
  }

  /** Every reason of a refusal, as codes; an obstacle with figures is an object with its code. */
  get obstacles(): readonly Obstacle[] {
    return Array.isArray(this.details['obstacles']) ? (this.details['obstacles'] as Obstacle[]) : [];
  }
}

export type Obstacle = string | ({ readonly code: string } & Readonly<Record<string, unknown>>);

export const unreachable = (): ApiProblem => new ApiProblem(0, 'network.unreachable');
export const isApiProblem = (value: unknown): value is ApiProblem => value instanceof ApiProblem;

/** Reads a problem+json answer; anything else (a proxy's page, say) becomes a problem with a code of its own. */
export function problemFrom(status: number, body: string): ApiProblem {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'code' in parsed && typeof parsed.code === 'string') {
      const { code, ...details } = parsed;
      return new ApiProblem(status, code, details);
    }
  } catch {
    // Not JSON: falls through.
  }
  return new ApiProblem(status, status >= 500 ? 'server.failed' : 'server.refused');
}
