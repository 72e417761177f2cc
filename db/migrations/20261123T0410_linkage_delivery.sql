-- What is delivered under a contract, at which price, and how it is settled and paid.
create table linkage.market_price (
  province      smallint not null default platform.current_province(),
  id            uuid not null,
  contract_id   uuid not null,
  on_day        date not null,
  price_vnd     bigint not null check (price_vnd between 0 and 1000000000000),
  source        text not null check (length(source) between 2 and 300),
  side          text not null check (side in ('seller', 'buyer')),
  recorded_by   text not null,
  recorded_at   timestamptz not null default now(),
  state         text not null default 'recorded' check (state in ('recorded', 'confirmed', 'refused')),
  answered_by   text,
  answered_at   timestamptz,

  primary key (province, id),
  foreign key (province, contract_id) references linkage.contract (province, id),
  constraint price_answer_is_whole check ((state = 'recorded') = (answered_at is null) and (answered_by is null) = (answered_at is null))
);
comment on table linkage.market_price is 'The market price read on a day, per trade unit of the contract, with its source: recorded by one side, confirmed by the other.';
create unique index market_price_once on linkage.market_price (province, contract_id, on_day) where state <> 'refused';
call platform.guard('linkage.market_price', 'select, insert, update');

create table linkage.delivery (
  province         smallint not null default platform.current_province(),
  id               uuid not null,
  contract_id      uuid not null,
  delivered_on     date not null,
  place            text not null default '' check (length(place) <= 300),
  vehicle          text not null default '' check (length(vehicle) <= 200),
  gross_qty        bigint not null check (gross_qty > 0),
  tare_qty         bigint not null check (tare_qty >= 0),
  net_qty          bigint not null check (net_qty > 0),
  outside_qty      bigint not null default 0,
  side             text not null check (side in ('seller', 'buyer')),
  recorded_by      text not null,
  recorded_at      timestamptz not null default now(),
  answer_until     date not null,
  state            text not null default 'recorded' check (state in ('recorded', 'confirmed', 'disputed', 'corrected')),
  corrects_id      uuid,
  correction_reason text not null default '' check (length(correction_reason) <= 500),

  primary key (province, id),
  foreign key (province, contract_id) references linkage.contract (province, id),
  foreign key (province, corrects_id) references linkage.delivery (province, id),
  constraint net_is_gross_less_tare check (net_qty = gross_qty - tare_qty),
  constraint outside_is_part_of_net check (outside_qty between 0 and net_qty)
);
comment on table linkage.delivery is 'One load as one side weighed it; the other side confirms or disputes it within the contract''s window. A correction is a new entry.';
comment on column linkage.delivery.outside_qty is 'What exceeds the promise with its tolerance: outside the contract until the buyer accepts or returns it.';
create unique index delivery_corrected_once on linkage.delivery (province, corrects_id) where corrects_id is not null;
create index delivery_by_contract on linkage.delivery (province, contract_id, delivered_on, id);
create index delivery_by_day on linkage.delivery (province, delivered_on desc, id);
create index delivery_unanswered on linkage.delivery (province, answer_until) where state = 'recorded';
call platform.guard('linkage.delivery', 'select, insert, update');

create table linkage.delivery_answer (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  delivery_id uuid not null,
  kind        text not null check (kind in ('confirmed', 'disputed')),
  by_silence  boolean not null default false,
  side        text not null check (side in ('seller', 'buyer')),
  gross_qty   bigint check (gross_qty > 0),
  tare_qty    bigint check (tare_qty >= 0),
  reason      text not null default '' check (length(reason) <= 1000),
  answered_by text,
  answered_at timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, delivery_id) references linkage.delivery (province, id),
  constraint weights_come_together check ((gross_qty is null) = (tare_qty is null) and gross_qty > tare_qty),
  constraint silence_has_no_author check (by_silence = (answered_by is null)),
  constraint a_dispute_has_a_reason check (kind = 'confirmed' or by_silence or reason <> '')
);
comment on table linkage.delivery_answer is 'What the other side said to a delivery, with its own weights where it disputes; or that it said nothing in time.';
create index delivery_answer_by_delivery on linkage.delivery_answer (province, delivery_id, answered_at);
call platform.guard('linkage.delivery_answer', 'select, insert');

create table linkage.outside_line (
  province    smallint not null default platform.current_province(),
  delivery_id uuid not null,
  qty         bigint not null check (qty > 0),
  state       text not null default 'open' check (state in ('open', 'accepted', 'returned', 'void')),
  pricing     text check (pricing in ('contract', 'market')),
  reason      text not null default '' check (length(reason) <= 500),
  answered_by text,
  answered_at timestamptz,

  primary key (province, delivery_id),
  foreign key (province, delivery_id) references linkage.delivery (province, id),
  constraint accepted_surplus_has_a_price_rule check ((state = 'accepted') = (pricing is not null))
);
comment on table linkage.outside_line is 'Goods delivered beyond the promise: the buyer accepts them, at the contract''s price unless agreed otherwise (Commercial Law 2005, art. 43), or returns them.';
call platform.guard('linkage.outside_line', 'select, insert, update');

create table linkage.settlement (
  province       smallint not null default platform.current_province(),
  id             uuid not null,
  contract_id    uuid not null,
  number         text not null,
  period_from    date not null,
  period_until   date not null,
  side           text not null check (side in ('seller', 'buyer')),
  drafted_by     text not null,
  drafted_at     timestamptz not null default now(),
  goods_vnd      bigint not null check (goods_vnd >= 0),
  reduction_vnd  bigint not null check (reduction_vnd >= 0),
  vat_bp         integer check (vat_bp between 0 and 10000),
  vat_vnd        bigint not null check (vat_vnd >= 0),
  set_off_vnd    bigint not null check (set_off_vnd >= 0),
  amount_vnd     bigint not null check (amount_vnd >= 0),
  paid_vnd       bigint not null default 0,
  invoice_number text check (length(invoice_number) between 1 and 50),
  invoice_on     date,
  state          text not null default 'draft' check (state in ('draft', 'issued', 'agreed', 'paid', 'withdrawn')),
  issued_on      date,
  due_on         date,
  agreed_by      text,
  agreed_at      timestamptz,
  refusal        text not null default '' check (length(refusal) <= 1000),
  version        integer not null default 1,

  primary key (province, id),
  constraint settlement_number_once unique (province, number),
  foreign key (province, contract_id) references linkage.contract (province, id),
  constraint settlement_days_in_order check (period_from <= period_until),
  constraint statement_adds_up check (amount_vnd = goods_vnd - reduction_vnd + vat_vnd - set_off_vnd),
  constraint never_paid_beyond_the_amount check (paid_vnd between 0 and amount_vnd),
  constraint issued_statements_have_days check ((state in ('issued', 'agreed', 'paid')) = (issued_on is not null) and (issued_on is null) = (due_on is null)),
  constraint agreed_statements_say_by_whom check ((state in ('agreed', 'paid')) = (agreed_at is not null) and (agreed_by is null) = (agreed_at is null)),
  constraint invoice_is_whole check ((invoice_number is null) = (invoice_on is null))
);
comment on table linkage.settlement is 'The statement of one period of a contract: confirmed deliveries at the contract''s price, reductions, VAT, what is set off, what is to be paid. The invoice is issued elsewhere; only its number and day stand here.';
create index settlement_by_contract on linkage.settlement (province, contract_id, period_from);
create index settlement_by_day on linkage.settlement (province, state, period_until desc, id);
call platform.guard('linkage.settlement', 'select, insert, update');

create table linkage.settlement_line (
  province      smallint not null default platform.current_province(),
  settlement_id uuid not null,
  position      integer not null check (position > 0),
  delivery_id   uuid not null,
  kind          text not null check (kind in ('contract', 'outside')),
  qty           bigint not null check (qty > 0),
  price_vnd     bigint not null check (price_vnd >= 0),
  unit_qty      bigint not null check (unit_qty > 0),
  price_id      uuid,
  amount_vnd    bigint not null check (amount_vnd >= 0),
  live          boolean not null default true,

  primary key (province, settlement_id, position),
  foreign key (province, settlement_id) references linkage.settlement (province, id),
  foreign key (province, delivery_id) references linkage.delivery (province, id),
  foreign key (province, price_id) references linkage.market_price (province, id)
);
comment on table linkage.settlement_line is 'One delivery, or its accepted surplus, at its price. Dead once the statement is withdrawn.';
create unique index delivery_settled_once on linkage.settlement_line (province, delivery_id, kind) where live;
call platform.guard('linkage.settlement_line', 'select, insert, update');

create table linkage.settlement_deduction (
  province      smallint not null default platform.current_province(),
  id            uuid not null,
  settlement_id uuid not null,
  kind          text not null check (kind in ('damage', 'quality', 'advance', 'deposit', 'transport', 'penalty', 'other')),
  amount_vnd    bigint not null check (amount_vnd > 0),
  reason        text not null check (length(reason) between 2 and 500),
  dropped_at    timestamptz,

  primary key (province, id),
  foreign key (province, settlement_id) references linkage.settlement (province, id)
);
comment on table linkage.settlement_deduction is 'What is taken off a statement: damage and quality lower the price before VAT, the rest is set off against what is due.';
create index settlement_deduction_by_settlement on linkage.settlement_deduction (province, settlement_id) where dropped_at is null;
call platform.guard('linkage.settlement_deduction', 'select, insert, update');

create table linkage.payment (
  province      smallint not null default platform.current_province(),
  id            uuid not null,
  settlement_id uuid not null,
  amount_vnd    bigint not null check (amount_vnd > 0),
  paid_on       date not null,
  reference     text not null default '' check (length(reference) <= 200),
  recorded_by   text not null,
  recorded_at   timestamptz not null default now(),
  state         text not null default 'recorded' check (state in ('recorded', 'confirmed', 'refused')),
  reason        text not null default '' check (length(reason) <= 500),
  answered_by   text,
  answered_at   timestamptz,

  primary key (province, id),
  foreign key (province, settlement_id) references linkage.settlement (province, id),
  constraint payment_answer_is_whole check ((state = 'recorded') = (answered_at is null) and (answered_by is null) = (answered_at is null))
);
comment on table linkage.payment is 'Money the payer says was paid; it counts once the payee confirms it.';
create index payment_by_settlement on linkage.payment (province, settlement_id, paid_on);
call platform.guard('linkage.payment', 'select, insert, update');

-- What the other contexts may read. A view is a promise: change it as carefully as a method.
create view linkage.published_chain with (security_invoker = true) as
  select c.province, c.id, c.name, c.lead_id, c.state, c.started_on, c.product_note as product,
         array(select p.commodity_id from linkage.chain_product p
               where p.province = c.province and p.chain_id = c.id and p.dropped_at is null order by p.commodity_id) as commodity_ids,
         array(select distinct s from linkage.chain_partner p cross join unnest(p.stages) s
               where p.province = c.province and p.chain_id = c.id and p.until_day is null) as stages,
         c.provenance
  from linkage.chain c;

create view linkage.published_chain_partner with (security_invoker = true) as
  select p.province, p.chain_id, p.organisation_id, p.role, p.stages, p.from_day, p.provenance
  from linkage.chain_partner p
  where p.until_day is null;

create view linkage.published_offer with (security_invoker = true) as
  select province, id, organisation_id, commodity_id, variety_id, from_day, until_day, per, period_qty, total_qty, drawn_qty,
         certificates, place, state, recorded_at, provenance
  from linkage.line where side = 'offer';

create view linkage.published_demand with (security_invoker = true) as
  select province, id, organisation_id, commodity_id, variety_id, from_day, until_day, per, period_qty, total_qty, drawn_qty,
         minimum_order_qty, certificates, place, state, recorded_at, provenance
  from linkage.line where side = 'demand';

create view linkage.published_contract with (security_invoker = true) as
  select province, id, number, chain_id, seller_id, buyer_id, commodity_id, variety_id, from_day, until_day, committed_qty, tolerance_bp,
         unit_code, unit_qty, price_kind, price_vnd, state, signed_on, ended_on, provenance
  from linkage.contract where state not in ('draft', 'offered', 'withdrawn');

create view linkage.published_delivery with (security_invoker = true) as
  select d.province, d.id, d.contract_id, c.commodity_id, c.seller_id, c.buyer_id, d.delivered_on, d.net_qty, d.state, d.outside_qty
  from linkage.delivery d
  join linkage.contract c on c.province = d.province and c.id = d.contract_id
  where d.state <> 'corrected';

create view linkage.published_settlement with (security_invoker = true) as
  select s.province, s.id, s.contract_id, c.seller_id, c.buyer_id, s.period_from, s.period_until, s.goods_vnd, s.amount_vnd, s.paid_vnd,
         s.due_on, s.state
  from linkage.settlement s
  join linkage.contract c on c.province = s.province and c.id = s.contract_id
  where s.state in ('issued', 'agreed', 'paid');

grant select on linkage.published_chain, linkage.published_chain_partner, linkage.published_offer, linkage.published_demand,
  linkage.published_contract, linkage.published_delivery, linkage.published_settlement to lienket_server;
