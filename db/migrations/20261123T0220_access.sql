-- Who may do what in a province, the one-time links by which people come in, and what they are told.
create table platform.access_grant (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  account_id      text not null references auth."user",
  role            text not null,
  organisation_id uuid,
  unit_code       text check (unit_code ~ '^\d{5}$'),
  valid_from      date not null,
  valid_until     date,
  granted_by      text,
  granted_at      timestamptz not null default now(),
  revoked_at      timestamptz,
  revoked_by      text,
  reason          text check (length(reason) between 1 and 500),

  primary key (province, id),
  constraint grant_names_a_role check (role in ('provincial-officer', 'commune-officer', 'organisation-manager',
    'organisation-member', 'buyer', 'bank-officer', 'laboratory', 'auditor', 'administrator')),
  constraint roles_for_an_organisation_name_it check ((organisation_id is not null) =
    (role in ('organisation-manager', 'organisation-member', 'buyer', 'bank-officer', 'laboratory'))),
  constraint commune_officers_have_a_unit_and_only_they check ((unit_code is not null) = (role = 'commune-officer')),
  constraint grant_days_in_order check (valid_until is null or valid_from <= valid_until),
  constraint revocation_is_whole check (num_nonnulls(revoked_at, revoked_by, reason) in (0, 3))
);
comment on table platform.access_grant is 'A role an account holds in this province, for an organisation or a place, from one day until another. Revoked, never deleted.';
comment on column platform.access_grant.granted_by is 'The account that granted it; null when the command line did.';
create unique index access_grant_held_once on platform.access_grant (province, account_id, role, organisation_id, unit_code)
  nulls not distinct where revoked_at is null and valid_until is null;
create index access_grant_by_account on platform.access_grant (province, account_id) where revoked_at is null;
create index access_grant_by_organisation on platform.access_grant (province, organisation_id) where organisation_id is not null;
create index access_grant_by_unit on platform.access_grant (province, unit_code) where unit_code is not null;
call platform.guard('platform.access_grant', 'select, insert, update');

create table platform.invitation (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  kind            text not null check (kind in ('invite', 'reset')),
  token_hash      bytea not null check (length(token_hash) = 32),
  account_id      text references auth."user",
  name            text check (length(name) between 1 and 200),
  role            text,
  organisation_id uuid,
  unit_code       text,
  grant_until     date,
  made_by         text,
  made_at         timestamptz not null default now(),
  expires_at      timestamptz not null,
  used_at         timestamptz,
  used_by         text,
  withdrawn_at    timestamptz,
  withdrawn_by    text,

  primary key (province, id),
  unique (province, token_hash),
  constraint invitations_lead_to_a_role_resets_to_an_account check
    (case kind when 'invite' then role is not null and account_id is null else role is null and account_id is not null end),
  constraint invitation_lasts_a_day_at_most check (expires_at <= made_at + interval '24 hours'),
  constraint invitation_ends_once check (num_nonnulls(used_at, withdrawn_at) < 2)
);
comment on table platform.invitation is 'A one-time link that an officer hands over: into a role, or to a new password. Only the SHA-256 of its token is kept.';
create index invitation_by_day on platform.invitation (province, made_at desc);
call platform.guard('platform.invitation', 'select, insert, update');

create table platform.notification (
  province smallint not null default platform.current_province(),
  id       uuid not null,
  at       timestamptz not null default now(),
  audience text not null check (audience ~ '^(account|organisation|unit|role):'),
  topic    text not null,
  params   jsonb not null default '{}',
  link     text check (link ~ '^/[^/]'),

  primary key (province, id)
);
comment on table platform.notification is 'What somebody is told. The audience is an account, or whoever holds a role in an organisation or a unit.';
create index notification_by_audience on platform.notification (province, audience, id desc);
call platform.guard('platform.notification', 'select, insert');

create table platform.notification_seen (
  province        smallint not null default platform.current_province(),
  account_id      text not null,
  notification_id uuid not null,
  seen_at         timestamptz not null default now(),

  primary key (province, account_id, notification_id),
  foreign key (province, notification_id) references platform.notification (province, id)
);
comment on table platform.notification_seen is 'Who has seen which notification.';
call platform.guard('platform.notification_seen', 'select, insert');
