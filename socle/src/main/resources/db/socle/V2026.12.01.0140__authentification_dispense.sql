-- Le navigateur d'où le titulaire a demandé que le code ne soit plus redemandé, jusque-là (CNX-5).
alter table authentification_appareil
    add column dispense_jusqu_a timestamptz,
    add column nom text;
