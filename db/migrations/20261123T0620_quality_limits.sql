-- The limits of three markets. The European default is law; every other number here stands in for a list nobody has read at its
-- source yet, and is shown as such.
insert into reference.market (code, name_vi, name_en, name_th) values
  ('eu', 'Liên minh châu Âu', 'European Union', 'สหภาพยุโรป'),
  ('cn', 'Trung Quốc', 'China', 'จีน'),
  ('vn', 'Việt Nam', 'Viet Nam', 'เวียดนาม');

insert into reference.limit_set (id, market, version, name, default_rule, default_ng_per_kg, default_source, default_verified,
                                 valid_from, source, verified) values
  ('eu-2026-demonstration', 'eu', '2026-demonstration', '(EC) 396/2005', 'value', 10000,
   'Regulation (EC) No 396/2005, art. 18(1)(b)', true, '2026-01-01', 'Giá trị minh họa / demonstration values', false),
  ('cn-2026-demonstration', 'cn', '2026-demonstration', 'GB 2763', 'none', null, 'Chưa xác lập / not established', false, '2026-01-01',
   'Giá trị minh họa / demonstration values', false),
  ('vn-2026-demonstration', 'vn', '2026-demonstration', '50/2016/TT-BYT', 'none', null, 'Chưa xác lập / not established', false,
   '2026-01-01', 'Giá trị minh họa / demonstration values', false);

-- The sums are in use in every set; where no number is given the set's default holds.
insert into reference.residue_limit (limit_set_id, residue_code, commodity_code, rule, source, verified)
select s.id, r.code, '*', 'default', 'EFSA PARAM', false
from reference.limit_set s cross join reference.residue r
where r.code like '%-sum';

insert into reference.residue_limit (limit_set_id, residue_code, commodity_code, rule, ng_per_kg, source, verified)
select set_id, residue, commodity, 'limit', mg_per_kg * 1000000, 'Giá trị minh họa / demonstration value', false
from (values
  ('eu-2026-demonstration', 'azoxystrobin', 'passion-fruit', 4.0), ('eu-2026-demonstration', 'difenoconazole', 'passion-fruit', 0.1),
  ('eu-2026-demonstration', 'tebuconazole', 'passion-fruit', 1.0), ('eu-2026-demonstration', 'spinosad-sum', 'passion-fruit', 0.7),
  ('eu-2026-demonstration', 'cypermethrin', 'passion-fruit', 0.05), ('eu-2026-demonstration', 'deltamethrin', 'passion-fruit', 0.01),
  ('eu-2026-demonstration', 'imidacloprid', 'passion-fruit', 0.01), ('eu-2026-demonstration', 'acetamiprid', 'passion-fruit', 0.01),
  ('eu-2026-demonstration', 'chlorpyrifos', 'passion-fruit', 0.01), ('eu-2026-demonstration', 'carbendazim-sum', 'passion-fruit', 0.1),
  ('eu-2026-demonstration', 'abamectin-sum', 'passion-fruit', 0.02), ('eu-2026-demonstration', 'pyrethrins-sum', '*', 1.0),
  ('eu-2026-demonstration', 'captan-sum', '*', 0.03), ('eu-2026-demonstration', 'folpet-sum', '*', 0.03),
  ('eu-2026-demonstration', 'azadirachtin', '*', 1.0), ('eu-2026-demonstration', 'glyphosate', '*', 0.1),
  ('eu-2026-demonstration', 'dithiocarbamates-as-cs2', '*', 0.05), ('eu-2026-demonstration', 'fosetyl-sum', '*', 2.0),
  ('eu-2026-demonstration', 'ethephon', '*', 0.05), ('eu-2026-demonstration', 'paraquat', '*', 0.02),
  ('eu-2026-demonstration', 'copper', '*', 20.0), ('eu-2026-demonstration', 'bromide-ion', '*', 30.0),
  ('eu-2026-demonstration', 'chlorpyrifos', 'potato', 0.01), ('eu-2026-demonstration', 'chlorpropham', 'potato', 0.35),
  ('eu-2026-demonstration', 'metalaxyl', 'potato', 0.02), ('eu-2026-demonstration', 'dimethomorph', 'potato', 0.05),
  ('cn-2026-demonstration', 'cypermethrin', 'passion-fruit', 0.2), ('cn-2026-demonstration', 'difenoconazole', 'passion-fruit', 0.1),
  ('cn-2026-demonstration', 'tebuconazole', 'passion-fruit', 0.1), ('cn-2026-demonstration', 'imidacloprid', 'passion-fruit', 0.5),
  ('cn-2026-demonstration', 'azoxystrobin', 'passion-fruit', 2.0), ('cn-2026-demonstration', 'carbendazim-sum', 'passion-fruit', 0.5),
  ('cn-2026-demonstration', 'abamectin-sum', 'passion-fruit', 0.05), ('cn-2026-demonstration', 'dimethoate', '*', 0.01),
  ('cn-2026-demonstration', 'omethoate', '*', 0.02), ('cn-2026-demonstration', 'methamidophos', '*', 0.05),
  ('cn-2026-demonstration', 'carbofuran-sum', '*', 0.02), ('cn-2026-demonstration', 'fipronil-sum', '*', 0.02),
  ('cn-2026-demonstration', 'glyphosate', '*', 0.1), ('cn-2026-demonstration', 'paraquat', '*', 0.02),
  ('cn-2026-demonstration', 'phorate-sum', '*', 0.01), ('cn-2026-demonstration', 'trichlorfon', '*', 0.2),
  ('vn-2026-demonstration', 'cypermethrin', 'passion-fruit', 0.7), ('vn-2026-demonstration', 'difenoconazole', 'passion-fruit', 0.6),
  ('vn-2026-demonstration', 'azoxystrobin', 'passion-fruit', 4.0), ('vn-2026-demonstration', 'imidacloprid', 'passion-fruit', 1.0),
  ('vn-2026-demonstration', 'carbendazim-sum', '*', 0.5), ('vn-2026-demonstration', 'chlorpyrifos', '*', 0.05),
  ('vn-2026-demonstration', 'permethrin', '*', 1.0), ('vn-2026-demonstration', 'dithiocarbamates-as-cs2', '*', 2.0),
  ('vn-2026-demonstration', 'glyphosate', '*', 0.1), ('vn-2026-demonstration', 'ddt-sum', '*', 0.2),
  ('vn-2026-demonstration', 'spinosad-sum', 'passion-fruit', 0.7), ('vn-2026-demonstration', 'abamectin-sum', '*', 0.03)
) as given (set_id, residue, commodity, mg_per_kg)
on conflict (limit_set_id, residue_code, commodity_code) do update
  set rule = 'limit', ng_per_kg = excluded.ng_per_kg, source = excluded.source, verified = false;
