-- Whoever holds a printed certificate of contribution may ask whether it still stands. What the code leads to is drawn
-- at random, 122 bits of it, also for papers that were handed out before: a number could be guessed.
alter table registry.capital_certificate
  add column verify_token text not null default translate(replace(gen_random_uuid()::text, '-', ''), '0189', 'wxyz');
alter table registry.capital_certificate
  add constraint capital_certificate_token_unguessable check (verify_token ~ '^[2-7a-z]{32}$');
alter table registry.capital_certificate
  add constraint capital_certificate_token_once unique (province, verify_token);
comment on column registry.capital_certificate.verify_token is 'Printed as a QR code: leads to the public page that tells whether the paper stands.';
