-- What a sheet writes is what was shown of it: each row keeps which version of its target it was judged against.
alter table intake.row add column seen_version integer;
comment on column intake.row.seen_version is 'The version of the registry''s row when this one was judged; null where there was none. Another one at the import: somebody changed it, and the sheet is checked again.';
