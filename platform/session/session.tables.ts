import type { Generated } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, GrantId, OrganisationId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';

type UserTable = {
  id: AccountId;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  createdAt: Generated<Instant>;
  updatedAt: Generated<Instant>;
  twoFactorEnabled: Generated<boolean | null>;
  demonstration: Generated<boolean>;
  locale: 'vi' | 'en' | 'th' | null;
  erasedAt: Instant | null;
};

type SessionTable = {
  id: string;
  token: string;
  userId: AccountId;
  expiresAt: Instant;
  createdAt: Generated<Instant>;
  updatedAt: Generated<Instant>;
  ipAddress: string | null;
  userAgent: string | null;
};

type CredentialTable = {
  id: string;
  userId: AccountId;
  providerId: string;
  accountId: string;
  password: string | null;
  createdAt: Generated<Instant>;
  updatedAt: Generated<Instant>;
};

type PasskeyTable = {
  id: string;
  name: string | null;
  userId: AccountId;
  publicKey: string;
  credentialID: string;
  counter: number;
  transports: string | null;
};

type AccessGrantTable = {
  province: Generated<Province>;
  id: GrantId;
  account_id: AccountId;
  role: Role;
  organisation_id: OrganisationId | null;
  unit_code: UnitCode | null;
  valid_from: Day;
  valid_until: Day | null;
  granted_by: string | null;
  granted_at: Generated<Instant>;
  revoked_at: Instant | null;
  revoked_by: string | null;
  reason: string | null;
};

type InvitationTable = {
  province: Generated<Province>;
  id: string;
  kind: 'invite' | 'reset';
  token_hash: Uint8Array;
  account_id: AccountId | null;
  name: string | null;
  role: Role | null;
  organisation_id: OrganisationId | null;
  unit_code: UnitCode | null;
  grant_until: Day | null;
  made_by: string | null;
  made_at: Generated<Instant>;
  expires_at: Instant;
  used_at: Instant | null;
  used_by: string | null;
  withdrawn_at: Instant | null;
  withdrawn_by: string | null;
  mailed_times: Generated<number>;
  email_index: Uint8Array | null;
};

type NotificationTable = {
  province: Generated<Province>;
  id: string;
  at: Generated<Instant>;
  audience: string;
  topic: string;
  params: unknown;
  link: string | null;
};

type NotificationSeenTable = {
  province: Generated<Province>;
  account_id: AccountId;
  notification_id: string;
  seen_at: Generated<Instant>;
};

export type SessionTables = {
  'auth.user': UserTable;
  'auth.session': SessionTable;
  'auth.account': CredentialTable;
  'auth.passkey': PasskeyTable;
  'platform.access_grant': AccessGrantTable;
  'platform.invitation': InvitationTable;
  'platform.notification': NotificationTable;
  'platform.notification_seen': NotificationSeenTable;
};

/** All that sign-in and access see of the database. */
export const sessionIn = (db: Db) => db.$extendTables<SessionTables>();
