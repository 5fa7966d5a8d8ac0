-- Ce que disait le point quand il fut vérifié : l'opérateur peut le retirer ou le récrire. Absent des révisions d'avant.
alter table concertation_pointage add column libelle text;
