-- The capital ledger: what members promised and paid in, by act and day. Nothing is changed or deleted: an act is
-- corrected by its mirror. The charter capital of a day is the sum of the lines up to it, and nothing else.
alter table registry.member add constraint member_is_of_one_organisation unique (province, id, organisation_id);

create table registry.capital_act (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  number          integer not null check (number > 0),
  kind            text not null check (kind in ('opening', 'subscribed', 'paid-in', 'increased', 'transferred', 'withdrawn',
                    'inherited', 'expelled', 'carried-out', 'carried-in', 'reversed')),
  on_day          date not null,
  document        text,
  legal_basis     text,
  note            text,
  reverses_id     uuid,
  cause_id        uuid,
  recorded_by     text,
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, reverses_id) references registry.capital_act (province, id),
  foreign key (province, cause_id) references registry.organisation_act (province, id),
  constraint capital_act_is_of_one_organisation unique (province, id, organisation_id),
  constraint capital_act_number_once unique (province, organisation_id, number),
  constraint capital_act_reversed_once unique (province, reverses_id),
  constraint reversal_names_its_act check ((kind = 'reversed') = (reverses_id is not null))
);
comment on table registry.capital_act is 'What happened to the capital of an organisation: numbered in the order of entry, each with its day, document and legal basis.';
comment on column registry.capital_act.number is 'The place in the book: balances as known after entry n count the acts up to n.';
comment on column registry.capital_act.cause_id is 'The act of the organisation''s life (conversion, merger, split) that carried the capital.';
call platform.guard('registry.capital_act', 'select, insert');

create table registry.capital_line (
  province           smallint not null default platform.current_province(),
  act_id             uuid not null,
  organisation_id    uuid not null,
  member_id          uuid not null,
  form               text not null check (form in ('money', 'kind', 'land-use', 'intellectual-property')),
  subscribed_vnd     bigint not null,
  paid_vnd           bigint not null,
  valuation_document text,
  ends_membership    boolean not null default false,

  primary key (province, act_id, member_id, form),
  foreign key (province, act_id, organisation_id) references registry.capital_act (province, id, organisation_id),
  foreign key (province, member_id, organisation_id) references registry.member (province, id, organisation_id),
  constraint capital_line_says_something check (subscribed_vnd <> 0 or paid_vnd <> 0 or ends_membership)
);
comment on table registry.capital_line is 'What an act adds to a member''s promised and paid capital, or takes away (Law 17/2023/QH15; the forms as in the law of 2012, unverified for the new one).';
create index capital_line_by_member on registry.capital_line (province, member_id);
call platform.guard('registry.capital_line', 'select, insert');

-- The member's row carries the present sums, kept in the transaction of every act.
alter table registry.member
  add column subscribed_vnd bigint not null default 0 check (subscribed_vnd >= 0),
  add column foreign_investor boolean not null default false;
comment on column registry.member.contributed_vnd is 'Paid capital: the sum of the member''s lines in the capital ledger.';
comment on column registry.member.subscribed_vnd is 'Promised capital: the sum of the member''s lines in the capital ledger.';

-- What stood before the ledger becomes its opening acts: the day of payment was never told, so the day of joining stands for it.
do $$
declare tenant smallint;
begin
  for tenant in select province from platform.tenant loop
    perform set_config('lienket.province', tenant::text, true);
    update registry.member set subscribed_vnd = contributed_vnd where contributed_vnd > 0 and province = tenant;
    with days as (
      select organisation_id, joined_on, row_number() over (partition by organisation_id order by joined_on) as number
      from registry.member where contributed_vnd > 0 and province = tenant group by organisation_id, joined_on
    ), act as (
      insert into registry.capital_act (province, id, organisation_id, number, kind, on_day, note)
      select tenant, gen_random_uuid(), organisation_id, number, 'opening', joined_on,
             'Số vốn góp đã ghi trước khi có sổ vốn; lấy ngày vào làm ngày góp'
      from days returning id, organisation_id, on_day
    )
    insert into registry.capital_line (province, act_id, organisation_id, member_id, form, subscribed_vnd, paid_vnd)
    select tenant, act.id, act.organisation_id, m.id, 'money', m.contributed_vnd, m.contributed_vnd
    from act join registry.member m
      on m.province = tenant and m.organisation_id = act.organisation_id and m.joined_on = act.on_day and m.contributed_vnd > 0;
  end loop;
  perform set_config('lienket.province', '', true);
end $$;

alter table registry.member
  add constraint member_pays_no_more_than_promised check (contributed_vnd <= subscribed_vnd),
  add constraint member_without_capital_promises_none check (standing <> 'associate' or subscribed_vnd = 0);
