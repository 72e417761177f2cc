-- Who signs in, and how. The tables and their camelCase columns are better-auth's; accounts belong to the installation, not to a province.
create schema auth;
grant usage on schema auth to lienket_server;

create table auth."user" (
  "id"               text primary key check ("id" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  "name"             text not null check (length("name") between 1 and 200),
  "email"            text not null unique,
  "emailVerified"    boolean not null default false,
  "image"            text,
  "createdAt"        timestamptz not null default now(),
  "updatedAt"        timestamptz not null default now(),
  "twoFactorEnabled" boolean default false,
  "demonstration"    boolean not null default false,
  "locale"           text check ("locale" in ('vi', 'en', 'th')),

  constraint addresses_are_lower_case check ("email" = lower("email"))
);
comment on table auth."user" is 'An account: a person who may sign in. What the person may do stands in platform.access_grant, per province.';
comment on column auth."user"."demonstration" is 'Made for a demonstration province: has no password, and anybody may sign in as it there.';

create table auth.session (
  "id"        text primary key,
  "expiresAt" timestamptz not null,
  "token"     text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId"    text not null references auth."user" on delete cascade
);
comment on table auth.session is 'A browser that is signed in. Ended by deleting the row: the next request finds nobody.';
create index session_by_user on auth.session ("userId");
create index session_by_end on auth.session ("expiresAt");

create table auth.account (
  "id"                    text primary key,
  "accountId"             text not null,
  "providerId"            text not null,
  "userId"                text not null references auth."user" on delete cascade,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope"                 text,
  "password"              text,
  "createdAt"             timestamptz not null default now(),
  "updatedAt"             timestamptz not null default now(),

  constraint identities_belong_to_one_account unique ("providerId", "accountId"),
  constraint tokens_of_others_are_not_kept check (num_nonnulls("accessToken", "refreshToken", "idToken") = 0)
);
comment on table auth.account is 'A way to prove an account: its password (providerId credential, scrypt), or an identity at an OpenID provider.';
create index account_by_user on auth.account ("userId");

create table auth.verification (
  "id"         text primary key,
  "identifier" text not null,
  "value"      text not null,
  "expiresAt"  timestamptz not null,
  "createdAt"  timestamptz not null default now(),
  "updatedAt"  timestamptz not null default now()
);
comment on table auth.verification is 'What is waited for between two requests of one sign-in: challenges, states, second factors.';
create index verification_by_identifier on auth.verification ("identifier");
create index verification_by_end on auth.verification ("expiresAt");

create table auth."twoFactor" (
  "id"                      text primary key,
  "secret"                  text not null,
  "backupCodes"             text not null,
  "userId"                  text not null references auth."user" on delete cascade,
  "verified"                boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil"             timestamptz
);
comment on table auth."twoFactor" is 'The secret shared with an authenticator app and the recovery codes, encrypted.';
create index two_factor_by_user on auth."twoFactor" ("userId");

create table auth.passkey (
  "id"           text primary key,
  "name"         text check (length("name") <= 200),
  "publicKey"    text not null,
  "userId"       text not null references auth."user" on delete cascade,
  "credentialID" text not null unique,
  "counter"      bigint not null,
  "deviceType"   text not null,
  "backedUp"     boolean not null,
  "transports"   text,
  "createdAt"    timestamptz default now(),
  "aaguid"       text
);
comment on table auth.passkey is 'The public half of a passkey. The private half never leaves the person''s device.';
create index passkey_by_user on auth.passkey ("userId");

create table auth.rate_limit (
  key      text primary key,
  count    integer not null,
  began_at timestamptz not null
);
comment on table auth.rate_limit is 'How often an address or an account has tried something within the running window.';

grant select, insert, update, delete on all tables in schema auth to lienket_server;
