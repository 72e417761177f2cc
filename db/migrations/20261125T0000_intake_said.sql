-- A sheet does not pass by what a form asks: the consent of the members, and the paper content of the registration changes on.
alter table intake.batch add column said jsonb;
comment on column intake.batch.said is 'Said once for the whole sheet: how and when its members agreed to what is kept by consent alone, and since when, on which paper and by which law registered content changes. Without a consent those columns are left out.';
