-- The common undivided fund and assets by source of formation (Law 17/2023/QH15, art. 84, 87, 88). Never divided while the
-- organisation operates: no kind of entry pays anything out to members. Corrected by the mirror of an entry, as capital is.
create table registry.undivided_entry (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  number          integer not null check (number > 0),
  kind            text not null check (kind in ('opening', 'formed', 'acquired', 'written-down', 'carried-out', 'carried-in', 'reversed')),
  on_day          date not null,
  document        text,
  legal_basis     text,
  note            text,
  reverses_id     uuid,
  cause_id        uuid,
  provenance      text not null default 'entered' check (provenance in ('entered', 'synthetic')),
  recorded_by     text,
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, reverses_id) references registry.undivided_entry (province, id),
  foreign key (province, cause_id) references registry.organisation_act (province, id),
  constraint undivided_entry_is_of_one_organisation unique (province, id, organisation_id),
  constraint undivided_entry_number_once unique (province, organisation_id, number),
  constraint undivided_entry_reversed_once unique (province, reverses_id),
  constraint undivided_reversal_names_its_entry check ((kind = 'reversed') = (reverses_id is not null))
);
comment on table registry.undivided_entry is 'What formed the common undivided fund and assets, turned fund into assets or wrote assets down: numbered in the order of entry.';
call platform.guard('registry.undivided_entry', 'select, insert');

create table registry.undivided_line (
  province        smallint not null default platform.current_province(),
  entry_id        uuid not null,
  organisation_id uuid not null,
  account         text not null check (account in ('fund', 'assets')),
  source          text not null check (source in ('surplus', 'interest', 'state-aid', 'state-land', 'public-works', 'donation', 'other')),
  pledge_barred   boolean not null,
  amount_vnd      bigint not null check (amount_vnd <> 0),

  primary key (province, entry_id, account, source, pledge_barred),
  foreign key (province, entry_id, organisation_id) references registry.undivided_entry (province, id, organisation_id),
  constraint land_and_works_are_assets check (account = 'assets' or source not in ('state-land', 'public-works'))
);
comment on table registry.undivided_line is 'What an entry adds to the fund or the assets of one source, or takes away; pledge_barred: who gave it forbade to pledge it (art. 87).';
create index undivided_line_by_organisation on registry.undivided_line (province, organisation_id);
call platform.guard('registry.undivided_line', 'select, insert');

-- What the contexts above may count.
create view registry.published_undivided with (security_invoker = true) as
  select l.province, l.organisation_id, e.on_day, l.account, l.source, l.pledge_barred, l.amount_vnd
  from registry.undivided_line l
  join registry.undivided_entry e on e.province = l.province and e.id = l.entry_id;
grant select on registry.published_undivided to lienket_server;
