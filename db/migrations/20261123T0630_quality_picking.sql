-- A harvest corrected after a lot was made of it is still the same fruit: stock is kept under the first entry of the chain of
-- corrections, and a lot's harvests are read at the last one.
create view production.published_harvest_correction with (security_invoker = true) as
  select province, id, replaces_id from production.harvest where replaces_id is not null;
grant select on production.published_harvest_correction to lienket_server;

create view quality.harvest_origin with (security_invoker = true) as
  select h.province, h.id as harvest_id, h.qty,
         (with recursive up (id) as (
            select h.id
            union all
            select c.replaces_id from up
            join production.published_harvest_correction c on c.province = h.province and c.id = up.id)
          select up.id from up
          where not exists (select from production.published_harvest_correction c where c.province = h.province and c.id = up.id)
          limit 1) as origin_id
  from production.published_harvest h;
comment on view quality.harvest_origin is 'Each standing harvest with the entry its chain of corrections began with.';

create view quality.lot_picking with (security_invoker = true) as
  select part.province, part.lot_id, part.harvest_id, part.qty as lot_qty,
         (with recursive down (id) as (
            select part.harvest_id
            union all
            select c.id from down
            join production.published_harvest_correction c on c.province = part.province and c.replaces_id = down.id)
          select down.id from down
          where not exists (select from production.published_harvest_correction c
                            where c.province = part.province and c.replaces_id = down.id)
          limit 1) as current_id
  from quality.lot_harvest part;
comment on view quality.lot_picking is 'The harvests of a lot with the entry that holds today; it may have been withdrawn.';
grant select on quality.harvest_origin, quality.lot_picking to lienket_server;
comment on column quality.harvest_stock.harvest_id is 'The first entry of a harvest''s chain of corrections.';
