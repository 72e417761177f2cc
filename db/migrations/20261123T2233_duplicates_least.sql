-- How likely two records have to be one before somebody is asked is the officers' to say, as the clauses are.
alter table duplicates.clause_set
  add column least_likelihood real not null default 0.5 check (least_likelihood between 0.5 and 0.999);
comment on column duplicates.clause_set.least_likelihood is 'Pairs less likely than this are not shown; open ones that fall below lapse with the next run.';
alter table duplicates.run
  add column least_likelihood real not null default 0.5 check (least_likelihood between 0.5 and 0.999);
