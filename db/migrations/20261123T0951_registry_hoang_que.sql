-- The national list's unit 07114 is Hoàng Quế; rows made up for a demonstration carry the misplaced tone of an earlier list.
set local lienket.province = '22';
update registry.organisation
  set name = replace(name, 'Hòang Quế', 'Hoàng Quế'), short_name = replace(short_name, 'Hòang Quế', 'Hoàng Quế')
  where provenance = 'synthetic' and name like '%Hòang Quế%';
update registry.organisation_place p set address = replace(address, 'Hòang Quế', 'Hoàng Quế')
  where address like '%Hòang Quế%' and exists (select from registry.organisation o
    where o.province = p.province and o.id = p.organisation_id and o.provenance = 'synthetic');
update linkage.line set place = replace(place, 'Hòang Quế', 'Hoàng Quế')
  where place like '%Hòang Quế%' and provenance = 'synthetic';
