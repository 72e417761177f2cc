-- An export of members is a look at many of them at once: one row that says who took which list, and how long it was.
alter table registry.personal_look
  alter column member_id drop not null,
  add column organisation_id uuid,
  add column filter jsonb,
  add column row_count integer check (row_count >= 0),
  add foreign key (province, organisation_id) references registry.organisation (province, id),
  drop constraint personal_look_field_check,
  drop constraint personal_look_way_check,
  add constraint personal_look_field_check check (field in ('national-id', 'member-list')),
  add constraint personal_look_way_check check (way in ('shown', 'found-by', 'exported')),
  add constraint a_look_is_at_a_member_or_at_a_list check (
    case when way = 'exported'
      then field = 'member-list' and member_id is null and filter is not null and row_count is not null
      else field = 'national-id' and member_id is not null and organisation_id is null and filter is null and row_count is null
    end);
comment on table registry.personal_look is 'Who saw a national id in clear, found a member by it, or took a list of members away, when and what for. Never changed.';
comment on column registry.personal_look.organisation_id is 'Whose list was exported; null in an export is the whole province.';
create index personal_look_by_export on registry.personal_look (province, organisation_id, looked_at desc) where way = 'exported';
