-- A demonstration and a real province cannot stand in one database, whoever writes the row.
drop index platform.tenant_demonstration_stands_alone;
alter table platform.tenant add constraint demonstration_shares_no_database exclude using gist (
  (case when demonstration then int4range(1, 100) else int4range(province::integer, province::integer + 1) end) with &&);
comment on constraint demonstration_shares_no_database on platform.tenant is
  'A real province takes its own code, a demonstration all codes there are: whatever stands beside a demonstration overlaps it.';
