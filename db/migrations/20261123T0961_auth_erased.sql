-- Who may no longer be known by name: the row stays, because grants, acceptances and the audit name its id.
alter table auth."user" add column "erasedAt" timestamptz;
comment on column auth."user"."erasedAt" is 'Since then name and address are overwritten and every way to sign in is gone. Who did it and why stands in the audit.';
