-- Credit begins: a bank's product with its reasons, a dossier from facts, consent to one bank, every look, the answer.
create schema credit;
grant usage on schema credit to lienket_server;

create table credit.loan_product (
  province   smallint not null default platform.current_province() references reference.province,
  id         uuid not null,
  bank_id    uuid not null,
  code       text not null check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  version    integer not null check (version > 0),
  ended_on   date,
  provenance text not null default 'entered' check (provenance in ('entered', 'synthetic')),

  primary key (province, id),
  foreign key (province, bank_id) references registry.organisation (province, id),
  constraint loan_product_code_once unique (province, bank_id, code)
);
comment on table credit.loan_product is 'A loan a bank offers in the province. Its terms stand in loan_product_version; version is the one in force.';
call platform.guard('credit.loan_product', 'select, insert, update');

create table credit.loan_product_version (
  province     smallint not null default platform.current_province(),
  product_id   uuid not null,
  version      integer not null check (version > 0),
  name_vi      text not null,
  name_en      text not null,
  name_th      text not null,
  purpose_vi   text not null,
  purpose_en   text not null,
  purpose_th   text not null,
  least_vnd    bigint not null check (least_vnd > 0),
  most_vnd     bigint not null,
  least_months smallint not null check (least_months > 0),
  most_months  smallint not null check (most_months <= 360),
  rate_bp      integer not null check (rate_bp between 0 and 3000),
  secured      boolean not null,
  conditions   jsonb not null,
  source       text not null,
  verified     boolean not null,
  valid_from   date not null,
  published_by text,
  published_at timestamptz not null default now(),

  primary key (province, product_id, version),
  foreign key (province, product_id) references credit.loan_product (province, id),
  constraint loan_amounts_in_order check (least_vnd <= most_vnd),
  constraint loan_months_in_order check (least_months <= most_months)
);
comment on table credit.loan_product_version is 'The terms of a loan product and its conditions (decision table and clauses) as the bank published them; never changed, a new version follows.';
comment on column credit.loan_product_version.rate_bp is 'Interest a year in basis points: 650 is 6.5 %.';
call platform.guard('credit.loan_product_version', 'select, insert');

create table credit.dossier (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  number          text not null,
  organisation_id uuid not null,
  state           text not null default 'assembled' check (state in ('assembled', 'shared', 'answered', 'accepted', 'declined')),
  content         jsonb not null,
  content_hash    text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  code            text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
  synthetic       boolean not null,
  assembled_on    date not null,
  assembled_by    text not null,
  assembled_at    timestamptz not null default now(),
  answered_on     date,

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint dossier_number_once unique (province, number),
  constraint dossier_code_once unique (province, code)
);
comment on table credit.dossier is 'Facts about an organisation as they stood on a day, frozen for a bank to judge: content with its SHA-256 over canonical JSON. The code lets whoever holds the paper check it.';
create index dossier_by_organisation on credit.dossier (province, organisation_id, assembled_at desc);
call platform.guard('credit.dossier', 'select, insert, update');

create table credit.consent (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  dossier_id      uuid not null,
  organisation_id uuid not null,
  bank_id         uuid not null,
  product_id      uuid not null,
  product_version integer not null,
  purpose         text not null check (length(purpose) between 1 and 500),
  wanted_vnd      bigint not null check (wanted_vnd > 0),
  wanted_months   smallint not null check (wanted_months > 0),
  until_day       date not null,
  given_by        text not null,
  given_on        date not null,
  given_at        timestamptz not null default now(),
  ended_at        timestamptz,
  ended_how       text check (ended_how in ('withdrawn', 'expired')),

  primary key (province, id),
  foreign key (province, dossier_id) references credit.dossier (province, id),
  foreign key (province, bank_id) references registry.organisation (province, id),
  foreign key (province, product_id, product_version) references credit.loan_product_version (province, product_id, version),
  constraint consent_days_in_order check (given_on <= until_day),
  constraint consent_ends_whole check ((ended_at is null) = (ended_how is null))
);
comment on table credit.consent is 'The organisation lets one bank see one dossier, for a purpose, until a day. Which bank it is, is nobody else''s business: no view open to the province names it (law 91/2025/QH15).';
create unique index consent_to_one_bank on credit.consent (province, dossier_id) where ended_at is null;
create index consent_by_bank on credit.consent (province, bank_id, until_day) where ended_at is null;
call platform.guard('credit.consent', 'select, insert, update');

create table credit.look (
  province   smallint not null default platform.current_province(),
  id         uuid not null,
  dossier_id uuid not null,
  consent_id uuid not null,
  account_id text not null,
  what       text not null check (what in ('opened', 'printed')),
  at         timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, dossier_id) references credit.dossier (province, id),
  foreign key (province, consent_id) references credit.consent (province, id)
);
comment on table credit.look is 'Every time the bank opened or printed a dossier; the organisation sees the list.';
create index look_by_dossier on credit.look (province, dossier_id, at desc);
call platform.guard('credit.look', 'select, insert');

create table credit.answer (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  dossier_id   uuid not null,
  consent_id   uuid not null,
  bank_id      uuid not null,
  kind         text not null check (kind in ('offered', 'refused', 'more-wanted')),
  amount_vnd   bigint check (amount_vnd > 0),
  rate_bp      integer check (rate_bp between 0 and 3000),
  months       smallint check (months between 1 and 360),
  paid_out_on  date,
  remarks      text not null default '' check (length(remarks) <= 4000),
  clauses      text[] not null default '{}',
  valid_until  date,
  answered_by  text not null,
  answered_on  date not null,
  answered_at  timestamptz not null default now(),
  reply        text check (reply in ('accepted', 'declined')),
  reply_note   text check (length(reply_note) <= 1000),
  replied_by   text,
  replied_on   date,

  primary key (province, id),
  foreign key (province, dossier_id) references credit.dossier (province, id),
  foreign key (province, consent_id) references credit.consent (province, id),
  foreign key (province, bank_id) references registry.organisation (province, id),
  constraint an_offer_is_whole check ((kind = 'offered') = (num_nonnulls(amount_vnd, rate_bp, months, paid_out_on, valid_until) = 5)),
  constraint a_no_says_why check (kind = 'offered' or length(remarks) > 0),
  constraint only_an_offer_is_replied_to check (reply is null or kind = 'offered'),
  constraint reply_is_whole check (num_nonnulls(reply, replied_by, replied_on) in (0, 3))
);
comment on table credit.answer is 'What the bank said to a dossier: an offer, a refusal with its reasons, or which papers it still wants.';
create index answer_by_dossier on credit.answer (province, dossier_id, answered_at);
call platform.guard('credit.answer', 'select, insert, update');

-- What the other contexts may read: that a dossier exists and how far it is, never which bank it went to.
create view credit.published_dossier with (security_invoker = true) as
  select province, id, number, organisation_id, assembled_on, state, answered_on
  from credit.dossier;

create view credit.published_product with (security_invoker = true) as
  select p.province, p.id, p.bank_id, p.code, v.name_vi, v.name_en, v.name_th, v.most_vnd, v.rate_bp, v.verified, p.provenance
  from credit.loan_product p
  join credit.loan_product_version v on v.province = p.province and v.product_id = p.id and v.version = p.version
  where p.ended_on is null;

grant select on credit.published_dossier, credit.published_product to lienket_server;
