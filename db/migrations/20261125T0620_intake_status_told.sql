-- What a sheet tells of the standing of an organisation is kept as told: standing changes by an act, which a person enters.
create table intake.status_told (
  province        smallint not null default platform.current_province(),
  batch_id        uuid not null,
  -- References no organisation: what hangs on one keeps the sheet that made it from being taken back.
  organisation_id uuid not null,
  row_number      integer not null,
  status          text not null
    constraint status_told_known check (status in ('founding', 'operating', 'suspended', 'stopped', 'dissolving', 'dissolved', 'revoked')),
  met_by          text[] not null constraint status_told_can_be_met check (cardinality(met_by) > 0),
  differs         boolean not null,
  on_day          date,
  closed_at       timestamptz,
  closed_by       text,
  reason          text,

  primary key (province, batch_id, organisation_id),
  foreign key (province, batch_id) references intake.batch (province, id),
  constraint status_told_closed_whole check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (reason is null))
);
create index status_told_organisation on intake.status_told (province, organisation_id);
comment on table intake.status_told is 'The standing a sheet tells of an organisation. It counts while the sheet is taken over, the newest alone; it is never an act by itself.';
comment on column intake.status_told.met_by is 'The standings of the register that are what was told: "stopped" leaves open in which way.';
comment on column intake.status_told.differs is 'The register had another standing when it was told.';
comment on column intake.status_told.on_day is 'From its own column or from the words of the cell; null: no day was told.';
comment on column intake.status_told.reason is 'Why an officer found it wrong, written freely.';
call platform.guard('intake.status_told', 'select, insert, update');

-- By which acts a standing was entered, and when; an undone one is as if it had not been.
create view registry.published_standing_act with (security_invoker = true) as
  select a.province, coalesce(m.shown_as_id, a.organisation_id) as organisation_id,
         case when a.kind in ('registered', 'resumed') then 'operating' else a.kind end as status, a.recorded_at
  from registry.organisation_act a
  left join registry.record_merger m
    on m.province = a.province and m.subject = 'organisation' and m.merged_id = a.organisation_id and m.undone_at is null
  where a.kind in ('registered', 'resumed', 'suspended', 'dissolving', 'dissolved', 'revoked')
    and not exists (select from registry.organisation_act u where u.province = a.province and u.organisation_id = a.organisation_id and u.undoes = a.id);
comment on view registry.published_standing_act is 'The acts by which an organisation came to a standing, with when they were entered.';

create view intake.published_status_told with (security_invoker = true) as
  select t.province, t.organisation_id, t.batch_id, t.row_number, t.status, t.on_day, (t.imported_at at time zone 'Asia/Ho_Chi_Minh')::date as told_on,
         t.differs and t.closed_at is null and o.status <> all (t.met_by)
           and not exists (select from registry.published_standing_act a
             join registry.published_standing_act b on b.province = a.province and b.organisation_id = a.organisation_id and b.recorded_at > a.recorded_at
             where a.province = t.province and a.organisation_id = t.organisation_id and a.recorded_at > t.imported_at
               and a.status = any (t.met_by) and b.status <> all (t.met_by)) as is_open
  from (
    select distinct on (s.province, s.organisation_id) s.*, b.imported_at
    from intake.status_told s
    join intake.batch b on b.province = s.province and b.id = s.batch_id and b.state = 'imported'
    order by s.province, s.organisation_id, b.imported_at desc, s.batch_id desc
  ) t
  join registry.published_organisation o on o.province = t.province and o.id = t.organisation_id;
comment on view intake.published_status_told is 'The newest standing that sheets taken over tell of an organisation. It is open where it differed, nobody closed it, and the register neither has it nor had it entered since and went on from there.';
grant select on registry.published_standing_act, intake.published_status_told to lienket_server;
