-- What a protocol is called, for those who show the way back of a product without knowing protocols.
create view production.published_protocol with (security_invoker = true) as
  select p.province, p.code, v.version, v.content->'name'->>'vi' as name_vi, v.content->'name'->>'en' as name_en,
         v.content->'name'->>'th' as name_th
  from production.protocol p
  join production.protocol_version v on v.province = p.province and v.protocol_id = p.id;
comment on view production.published_protocol is 'Names of each version of a protocol, in the three languages.';
grant select on production.published_protocol to lienket_server;
