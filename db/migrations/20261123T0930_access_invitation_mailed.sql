-- A one-time link may be sent by mail, a few times: how often is kept, where to is not.
alter table platform.invitation add column mailed_times smallint not null default 0
  constraint invitation_is_not_mailed_without_end check (mailed_times between 0 and 3);
comment on column platform.invitation.mailed_times is 'Letters that carried this link. The address is not kept.';
