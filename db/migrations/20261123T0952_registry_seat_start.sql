-- When an organisation took its seat is not always known. valid_from is in the key and stays: the first day on which the
-- seat is known to have been there. Whether it also began on that day is told apart.
alter table registry.organisation_place add column start_known boolean not null default true;
comment on column registry.organisation_place.start_known is 'False where valid_from is only a day on which the seat was already there: nobody has told when it began.';
update registry.organisation_place p set start_known = false
  from registry.organisation o
  where o.province = p.province and o.id = p.organisation_id and o.founded_on is null and o.certificate_on is null
    and not exists (select from registry.organisation_place earlier
      where earlier.province = p.province and earlier.organisation_id = p.organisation_id and earlier.valid_from < p.valid_from);
