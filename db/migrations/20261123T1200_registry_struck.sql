-- What came by a sheet can be struck when the whole sheet is withdrawn. Nothing is deleted: a struck row stays with the entry
-- that says so, and is in no list, no count and no view any more. Members have voided_by for this already.
alter table registry.organisation add column struck_at timestamptz;
alter table registry.yearly_account add column struck_at timestamptz;
comment on column registry.organisation.struck_at is 'Entered by a sheet that was withdrawn: it counts nowhere.';
comment on column registry.yearly_account.struck_at is 'Entered by a sheet that was withdrawn: it counts nowhere until the year is told anew.';

-- A struck organisation leaves its tax number to whoever is entered with it next.
alter table registry.organisation drop constraint organisation_tax_number_once;
create unique index organisation_tax_number_once on registry.organisation (province, tax_number) where struck_at is null;

create or replace view registry.published_organisation with (security_invoker = true) as
  select o.province, o.id, o.kind, o.name, o.plain_name, o.short_name, o.tax_number, o.status, o.fields, o.seat_province,
         o.founded_on, o.certificate_on, o.provenance, o.gln,
         p.unit_code, p.unit_from, u.name as unit_name, u.kind as unit_kind, u.former_district, p.address,
         coalesce(p.lon, u.lon) as lon, coalesce(p.lat, u.lat) as lat, o.legal_form
  from registry.organisation o
  left join registry.organisation_place p on p.province = o.province and p.organisation_id = o.id and p.valid_until is null
  left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from
  where o.struck_at is null;

create or replace view registry.published_yearly_account with (security_invoker = true) as
  select province, organisation_id, year, revenue_vnd, profit_vnd, charter_capital_vnd, total_capital_vnd, undivided_assets_vnd,
         official_members, workers, source, provenance
  from registry.yearly_account where struck_at is null;

/*
 * How many rows of other tables point at these rows, by table. The rows themselves may be nobody's business (a bank's
 * dossier), so only their number is told; the caller names no table but its own.
 */
create function registry.rows_on(target regclass, ids uuid[], besides text[]) returns table (id uuid, relation text, n bigint)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    key record;
  begin
    for key in
      select c.conrelid::regclass as relation, n.nspname || '.' || r.relname as name, a.attname as column_name
      from pg_constraint c
      join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
      where c.contype = 'f' and c.confrelid = target and array_length(c.conkey, 1) = 2
        and not (n.nspname || '.' || r.relname = any(besides))
    loop
      return query execute format(
        'select t.%1$I, %2$L::text, count(*) from %3$s t where t.province = platform.current_province() and t.%1$I = any($1) group by 1',
        key.column_name, key.name, key.relation) using ids;
    end loop;
  end $$;
comment on function registry.rows_on is 'How many rows of which tables point at these rows of the transaction''s province. Without a province none.';
revoke execute on function registry.rows_on from public;
grant execute on function registry.rows_on to lienket_server;
