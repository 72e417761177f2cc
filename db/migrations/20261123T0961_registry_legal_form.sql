-- In which form of law a body exists, where its kind does not say so: a company of one member or several, joint stock, a
-- public unit … Blank where nobody has told.
alter table registry.organisation add column legal_form text
  check (legal_form in ('limited-one-member', 'limited-several-members', 'joint-stock', 'partnership', 'private-enterprise',
    'cooperative', 'state-fund', 'public-unit', 'state-agency', 'social-organisation')),
  add constraint kind_that_is_its_form_has_no_other
    check (legal_form is null or kind in ('enterprise', 'bank', 'support-fund', 'laboratory', 'agency'));
comment on column registry.organisation.legal_form is 'Of enterprises, banks, funds, laboratories and agencies; for the other kinds the kind is the form.';

create or replace view registry.published_organisation with (security_invoker = true) as
  select o.province, o.id, o.kind, o.name, o.plain_name, o.short_name, o.tax_number, o.status, o.fields, o.seat_province,
         o.founded_on, o.certificate_on, o.provenance, o.gln,
         p.unit_code, p.unit_from, u.name as unit_name, u.kind as unit_kind, u.former_district, p.address,
         coalesce(p.lon, u.lon) as lon, coalesce(p.lat, u.lat) as lat, o.legal_form
  from registry.organisation o
  left join registry.organisation_place p on p.province = o.province and p.organisation_id = o.id and p.valid_until is null
  left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from;

-- A demonstration that is already there gets what its names say, as db/seed/legal-forms.ts gives it to a new one.
set local lienket.province = '22';
update registry.organisation set legal_form = case
    when kind = 'enterprise' and name like 'Công ty Cổ phần %' then 'joint-stock'
    when provenance = 'reported' then null
    when kind = 'enterprise' and name like 'Công ty TNHH %'
      then case when length(name) % 2 = 0 then 'limited-several-members' else 'limited-one-member' end
    when kind = 'bank' then case when name like '% Hợp tác %' then 'cooperative' else 'joint-stock' end
    when kind = 'support-fund' then 'state-fund'
    when kind = 'laboratory' then case when name like 'Trung tâm %' then 'public-unit' else 'limited-one-member' end
    when kind = 'agency' then 'state-agency' end
  where provenance in ('synthetic', 'reported') and kind in ('enterprise', 'bank', 'support-fund', 'laboratory', 'agency');
