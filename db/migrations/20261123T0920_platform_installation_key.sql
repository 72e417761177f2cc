-- A lost or exchanged installation key is noticed at the start, before anything is read or written with it.
create table platform.installation_key (
  fingerprint bytea not null check (length(fingerprint) = 32),
  since       timestamptz not null default now()
);
comment on table platform.installation_key is 'HMAC of a constant by the key in secret/installation.key: says whether the file belongs to this database, and nothing else. One row; the serving role does not see it.';
create unique index installation_key_is_one on platform.installation_key ((true));
