-- The books in short (Circular 71/2024/TT-BTC, read second-hand): every version of a year, line by line, external and internal apart.
create table books.year_book (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  year            smallint not null check (year between 1990 and 2100),
  version         integer not null check (version > 0),
  source          text not null check (length(source) between 2 and 200),
  reason          text check (length(reason) between 3 and 500),
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,

  primary key (province, organisation_id, year, version),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint later_versions_of_books_say_why check (version = 1 or reason is not null)
);
comment on table books.year_book is 'The yearly accounts of an organisation in short, by calendar year. The newest version counts; a correction is the next.';
call platform.guard('books.year_book', 'select, insert');

create table books.year_book_line (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  year            smallint not null,
  version         integer not null,
  line            text not null check (line in ('revenue', 'other-income', 'cost', 'management', 'other-cost', 'tax', 'profit',
                    'assets', 'undivided-assets', 'liabilities', 'equity', 'member-stakes', 'funds', 'undivided-fund', 'retained')),
  external_vnd    bigint,
  internal_vnd    bigint,
  total_vnd       bigint,

  primary key (province, organisation_id, year, version, line),
  foreign key (province, organisation_id, year, version) references books.year_book (province, organisation_id, year, version),
  constraint results_are_split_and_positions_are_not check (
    case when line in ('revenue', 'other-income', 'cost', 'management', 'other-cost', 'tax', 'profit')
      then total_vnd is null else external_vnd is null and internal_vnd is null end)
);
comment on table books.year_book_line is 'A line of the results (B02-HTX: external, internal with official members) or of the position (B01-HTX). A blank is a blank.';
call platform.guard('books.year_book_line', 'select, insert');

-- Patronage: what each member sold through the organisation, told when both sides agree on a statement.
create view linkage.published_settlement_line with (security_invoker = true) as
  select province, settlement_id, position, delivery_id, kind, qty, amount_vnd from linkage.settlement_line where live;
create view quality.published_lot_part with (security_invoker = true) as
  select k.province, k.lot_id, k.current_id as harvest_id, k.lot_qty as qty, h.plot_id, h.harvested_on
  from quality.lot_picking k
  left join production.published_harvest h on h.province = k.province and h.id = k.current_id;
create view production.published_plot_member with (security_invoker = true) as
  select province, plot_id, version, valid_from, valid_until, member_id from production.plot_version;
grant select on linkage.published_settlement_line, quality.published_lot_part, production.published_plot_member to lienket_server;

create table books.patronage (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  settlement_id   uuid not null,
  position        integer not null check (position > 0),
  on_day          date not null,
  delivery_id     uuid not null,
  lot_id          uuid,
  harvest_id      uuid,
  member_id       uuid,
  untraced        text check (untraced in ('no-lot', 'harvest-withdrawn', 'plot-without-member')),
  amount_vnd      bigint not null check (amount_vnd >= 0),
  recorded_at     timestamptz not null default now(),

  primary key (province, settlement_id, position),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, settlement_id) references linkage.settlement (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint patronage_names_its_member_or_why_not check ((member_id is null) = (untraced is not null))
);
comment on table books.patronage is 'A share of an agreed statement, led back by lot and harvest to the member whose plot it grew on. What leads to nobody says why, and is never spread over others.';
create index patronage_by_organisation on books.patronage (province, organisation_id, on_day);
call platform.guard('books.patronage', 'select, insert');

create table books.surplus (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  year            smallint not null check (year between 1990 and 2100),
  number          integer not null check (number > 0),
  profit_vnd      bigint not null check (profit_vnd > 0),
  patronage_bp    integer not null check (patronage_bp between 0 and 10000),
  decided_on      date not null,
  document        text not null check (length(document) between 2 and 200),
  rules           jsonb not null,
  basis_hash      text not null check (basis_hash ~ '^[0-9a-f]{64}$'),
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,

  primary key (province, id),
  constraint surplus_number_once unique (province, organisation_id, year, number),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table books.surplus is 'How the surplus of a year was shared by decision of the general meeting, with the rules of the day. Never changed; reversed by an entry.';
call platform.guard('books.surplus', 'select, insert');

create table books.surplus_line (
  province   smallint not null default platform.current_province(),
  surplus_id uuid not null,
  position   integer not null check (position > 0),
  kind       text not null check (kind in ('tax', 'losses', 'undivided-fund', 'fund', 'patronage', 'capital')),
  name       text check (length(name) between 2 and 100),
  member_id  uuid,
  weight_vnd bigint,
  amount_vnd bigint not null check (amount_vnd >= 0),

  primary key (province, surplus_id, position),
  foreign key (province, surplus_id) references books.surplus (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint shares_of_members_name_them check ((kind in ('patronage', 'capital')) = (member_id is not null))
);
comment on table books.surplus_line is 'One part of a shared surplus: an obligation, a fund, or what a member is to be paid. The parts sum to the profit.';
create index surplus_line_by_member on books.surplus_line (province, member_id) where member_id is not null;
call platform.guard('books.surplus_line', 'select, insert');

create table books.surplus_reversal (
  province    smallint not null default platform.current_province(),
  surplus_id  uuid not null,
  reversed_on date not null,
  document    text not null check (length(document) between 2 and 200),
  reason      text not null check (length(reason) between 3 and 500),
  recorded_at timestamptz not null default now(),
  recorded_by text not null,

  primary key (province, surplus_id),
  foreign key (province, surplus_id) references books.surplus (province, id)
);
comment on table books.surplus_reversal is 'The entry that takes a sharing of surplus back, with its own document and reason.';
call platform.guard('books.surplus_reversal', 'select, insert');
