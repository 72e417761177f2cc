/** The foreseen, coded refusals (RFC 9457). `code` is stable and is what pages translate. */
export const problemStatus = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  unprocessable: 422,
  'too-many': 429,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemStatus;

export type ProblemDetails = Readonly<Record<string, unknown>>;

export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly details: ProblemDetails;
  constructor(kind: ProblemKind, code: string, details: ProblemDetails = {}) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return problemStatus[this.kind];
  }
}

/** One field of an input that cannot be taken: where, and a stable code saying why. */
export interface FieldTrouble {
  readonly path: string;
  readonly code: string;
  readonly message?: string;
}

export const malformed = (fields: readonly FieldTrouble[]): Problem =>
  new Problem('malformed', 'input.invalid', { fields });
