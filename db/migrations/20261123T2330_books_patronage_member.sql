-- A member asks for the own share alone, whatever the size of the organisation.
create index patronage_by_member on books.patronage (province, member_id) where member_id is not null;
