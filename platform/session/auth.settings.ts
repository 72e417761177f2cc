/** An OpenID provider at which accounts may prove themselves (VNeID, say): configuration only, never a user's input. */
export interface OidcProvider {
  /** Part of the callback address: /api/auth/callback/oidc. */
  readonly id?: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthSettings {
  /** Of the serving role. */
  readonly databaseUrl: string;
  readonly secret: string;
  /** The address people type, without a path. */
  readonly origin: string;
  readonly oidc?: readonly OidcProvider[];
  readonly max?: number;
  readonly log?: (level: 'info' | 'success' | 'warn' | 'error' | 'debug', message: string) => void;
}
