-- The yearly update is due before the books of its calendar year are closed: what is told of them until then is provisional, and says as of which day.
alter table books.year_book add column as_on date,
  add constraint provisional_books_are_of_a_day_in_their_year check (as_on is null or extract(year from as_on) = year);
comment on column books.year_book.as_on is 'The books were not closed: they stand as of this day. Blank: the final accounts of the year. A final version is never followed by a provisional one.';

alter table books.update_entry add column provisional boolean not null default false;
comment on column books.update_entry.provisional is 'Filled in from what was not final on that day: books not closed, or a register counted before the year had ended.';

alter table books.update add column differs_since date;
comment on column books.update.differs_since is 'Since when the final accounts say otherwise than what was accepted; blank while they do not.';

create or replace view books.published_update with (security_invoker = true) as
  select province, id, organisation_id, year, form, state, edition, changed_at, differs_since from books.update;
