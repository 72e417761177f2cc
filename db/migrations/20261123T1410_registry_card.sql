-- Member cards: a signed code that tells who is whose member, and gives no right. Public keys by number, so that a key can be changed.
create table registry.card_key (
  province    smallint not null default platform.current_province(),
  number      smallint not null check (number between 1 and 255),
  public_key  bytea not null check (length(public_key) = 65),
  from_day    date not null,
  ended_on    date,
  is_broken   boolean not null default false,
  reason      text check (length(reason) between 3 and 500),
  recorded_by text,
  recorded_at timestamptz not null default now(),

  primary key (province, number),
  constraint card_key_days_in_order check (ended_on is null or from_day <= ended_on),
  constraint broken_card_key_has_ended check (not is_broken or ended_on is not null)
);
comment on table registry.card_key is 'The public halves of the keys cards were signed with (ECDSA, P-256, uncompressed point). The private halves are derived from the installation''s secret and stand nowhere.';
comment on column registry.card_key.is_broken is 'Somebody else may have the private half: no card signed with it counts any more.';
create unique index card_key_now on registry.card_key (province) where ended_on is null;
call platform.guard('registry.card_key', 'select, insert, update');

create table registry.member_card (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  code            text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  member_id       uuid not null,
  organisation_id uuid not null,
  key_number      smallint not null,
  issued_on       date not null,
  expires_on      date not null,
  revoked_on      date,
  revoked_reason  text check (revoked_reason in ('lost', 'damaged', 'replaced', 'other')),
  note            text check (length(note) between 1 and 300),
  issued_by       text not null,
  revoked_by      text,
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, member_id, organisation_id) references registry.member (province, id, organisation_id),
  foreign key (province, key_number) references registry.card_key (province, number),
  constraint member_card_code_once unique (province, code),
  constraint member_card_days_in_order check (issued_on <= expires_on),
  constraint revoked_card_has_day_and_reason check ((revoked_on is null) = (revoked_reason is null))
);
comment on table registry.member_card is 'Cards handed to members. The code is 80 random bits: it says nothing of whom it names. A card of who has left or was erased does not count either; that is not repeated here.';
create index member_card_by_member on registry.member_card (province, member_id, issued_on desc);
create index member_card_by_organisation on registry.member_card (province, organisation_id);
call platform.guard('registry.member_card', 'select, insert, update');
