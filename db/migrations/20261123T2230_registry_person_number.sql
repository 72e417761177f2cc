-- A person's tax number (12 digits: the national id of who runs a farm or household business) is kept like a national id. The key lies
-- outside the database, so numbers entered before are sealed by the program, before it serves anybody: until then they stand as they were.
alter table registry.organisation
  add column tax_number_cipher bytea,
  add column tax_number_hmac bytea,
  drop constraint tax_number_has_10_12_or_13_digits,
  drop constraint cooperatives_have_company_numbers,
  add constraint tax_number_in_clear_has_10_or_13_digits check (tax_number ~ '^(\d{10}|\d{13})$') not valid,
  add constraint a_sealed_tax_number_has_its_fingerprint check ((tax_number_cipher is null) = (tax_number_hmac is null)),
  add constraint an_organisation_has_one_tax_number check (tax_number is null or tax_number_cipher is null) not valid,
  add constraint cooperatives_have_company_numbers
    check (kind in ('farm', 'household-business', 'cooperative-group') or tax_number_cipher is null);
comment on column registry.organisation.tax_number is 'Of 10 or 13 digits, and public. A person''s number is sealed in tax_number_cipher.';
comment on column registry.organisation.tax_number_cipher is 'A person''s number of 12 digits: AES-256-GCM bound to the row, with the key outside the database.';
comment on column registry.organisation.tax_number_hmac is 'Finds the same number again in the same province, and tells nothing else.';
create unique index organisation_person_number_once on registry.organisation (province, tax_number_hmac) where struck_at is null;

alter table registry.personal_look
  drop constraint personal_look_field_check,
  drop constraint a_look_is_at_a_member_or_at_a_list,
  add constraint personal_look_field_check
    check (field in ('national-id', 'member-list', 'ethnicity', 'poverty', 'personal-copy', 'person-number', 'capital-list')),
  add constraint a_look_is_at_a_member_an_organisation_or_a_list check (
    case when field in ('member-list', 'capital-list')
      then way = 'exported' and member_id is null and filter is not null and row_count is not null
      when field = 'person-number'
      then way = 'shown' and member_id is null and organisation_id is not null and filter is null and row_count is null
      else member_id is not null and organisation_id is null and filter is null and row_count is null
        and (way = 'exported') = (field = 'personal-copy')
    end);
comment on table registry.personal_look is 'Who saw a national id or a person''s tax number in clear, found a member by one, or took a list of members away, when and what for. Never changed.';
create index personal_look_by_number on registry.personal_look (province, organisation_id, looked_at desc) where field = 'person-number';
