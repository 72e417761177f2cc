-- Certificates of before 2024 bear numbers of 12 digits that are nobody's own: a cooperative's stands in its history too.
do $$
declare tenant smallint;
begin
  for tenant in select province from platform.tenant loop
    perform set_config('lienket.province', tenant::text, true);
    update registry.organisation_state s set registration_number = o.registration_number
      from registry.organisation o
      where s.province = tenant and o.province = tenant and o.id = s.organisation_id and s.seq = 1
        and s.registration_number is null and o.registration_number ~ '^\d{12}$'
        and o.kind not in ('farm', 'household-business', 'cooperative-group');
  end loop;
  perform set_config('lienket.province', '', true);
end $$;
