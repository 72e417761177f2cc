-- Funds that the pages propose have a key, so that a recorded sharing names them in the language of who reads it.
alter table books.surplus_line add column fund text check (fund in ('undivided', 'development', 'reserve'));
alter table books.surplus_line add constraint keyed_fund_is_a_fund check (fund is null or kind in ('undivided-fund', 'fund'));
comment on column books.surplus_line.fund is 'Which of the funds we have words for; blank for one the organisation has named itself. The name stays as it was written.';
