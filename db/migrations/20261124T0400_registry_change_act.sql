-- A change of an organisation's record is an act like the others: its day, on what paper, and what became what.
alter table registry.organisation_act
  add column document_on date,
  add column document_issuer text check (length(document_issuer) between 1 and 200),
  add column file_id uuid,
  add column changes jsonb,
  add foreign key (province, file_id) references platform.file (province, id),
  add constraint papers_of_acts_are_named check (document is not null or (document_on is null and document_issuer is null and file_id is null)),
  add constraint papers_with_a_day_have_an_issuer check ((document_on is null) = (document_issuer is null)),
  add constraint only_changes_tell_of_fields check (changes is null or kind = 'changed');
comment on column registry.organisation_act.document is 'The number or the name of the paper, as it was written.';
comment on column registry.organisation_act.document_on is 'The day of the paper; blank where it was entered by its name alone.';
comment on column registry.organisation_act.changes is 'Of a change, field by field what was and what is so from the day of the act. Codes, not words; no value of a personal field. Blank on rows of before this was kept: their fields stand in the note.';

alter table registry.change_request
  add column on_day date,
  add column document_on date,
  add column document_issuer text check (length(document_issuer) between 1 and 200),
  add column file_id uuid,
  add foreign key (province, file_id) references platform.file (province, id),
  add constraint papers_of_requests_have_an_issuer check ((document_on is null) = (document_issuer is null));
comment on column registry.change_request.on_day is 'From which day it is to be so; blank on requests of before this was asked: the day of the answer.';
