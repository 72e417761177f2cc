-- What was remembered of a sheet's headings and words may be wrong: a person takes it back, and sees who said it.
alter table intake.mapping
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add constraint mapping_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null));
comment on column intake.mapping.withdrawn_at is 'Taken back: no longer proposed. Columns said again for the same headings take its place.';
