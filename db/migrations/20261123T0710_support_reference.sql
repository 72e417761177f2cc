-- A line that was taken back gives its reference free, so that it can be entered again as it was.
alter table support.disbursement drop constraint a_reference_is_used_once;
create unique index disbursement_reference_once on support.disbursement (province, application_id, part, reference)
  where state <> 'withdrawn';
