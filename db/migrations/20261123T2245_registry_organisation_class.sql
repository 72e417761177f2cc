-- Size class and rating of a year, told downwards by the books, so that the list of organisations can be asked by them.
create table registry.organisation_class (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  card            text not null check (card in ('size', 'rating')),
  year            smallint not null check (year between 1990 and 2100),
  class           text check (class in ('micro', 'small', 'medium', 'large', 'good', 'fair', 'average', 'weak')),
  told_at         timestamptz not null default now(),

  primary key (province, organisation_id, card, year),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table registry.organisation_class is 'Size class and rating of a reporting year as the newest scorecard of the books has them. Made there; kept here only to be listed by.';
comment on column registry.organisation_class.class is 'Null: not computed, because something it rests on is blank.';
call platform.guard('registry.organisation_class', 'select, insert, update');

do $$
declare tenant smallint;
begin
  for tenant in select province from platform.tenant loop
    perform set_config('lienket.province', tenant::text, true);
    insert into registry.organisation_class (province, organisation_id, card, year, class, told_at)
      select s.province, s.organisation_id, s.card, s.year, s.class, s.made_at
      from books.published_scorecard s where s.province = tenant;
  end loop;
  perform set_config('lienket.province', '', true);
end $$;
