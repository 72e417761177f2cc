-- Certificates of contribution: what a member had paid in on a day, as the book stood. The paper is printed from the row
-- and the member's record; no name is kept twice.
create table registry.capital_certificate (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  member_id       uuid not null,
  number          integer not null check (number > 0),
  issued_on       date not null,
  book_number     integer not null check (book_number > 0),
  subscribed_vnd  bigint not null check (subscribed_vnd > 0),
  paid_vnd        bigint not null check (paid_vnd > 0),
  forms           jsonb not null,
  check_code      text not null check (check_code ~ '^[0-9a-f]{64}$'),
  replaces_id     uuid,
  withdrawn_on    date,
  withdrawn_why   text,
  recorded_by     text,
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, member_id, organisation_id) references registry.member (province, id, organisation_id),
  foreign key (province, replaces_id) references registry.capital_certificate (province, id),
  constraint capital_certificate_number_once unique (province, organisation_id, number),
  constraint capital_certificate_replaced_once unique (province, replaces_id),
  constraint capital_certificate_pays_no_more_than_promised check (paid_vnd <= subscribed_vnd),
  constraint capital_certificate_withdrawn_for_a_reason check ((withdrawn_on is null) = (withdrawn_why is null)),
  constraint capital_certificate_days_in_order check (withdrawn_on is null or issued_on <= withdrawn_on)
);
comment on table registry.capital_certificate is 'Certificates of contribution that were handed out: issued, replaced by a later one, or withdrawn; never changed otherwise.';
comment on column registry.capital_certificate.book_number is 'The last entry of the capital ledger that counted when it was issued.';
create index capital_certificate_by_member on registry.capital_certificate (province, member_id, number desc);
call platform.guard('registry.capital_certificate', 'select, insert, update');
