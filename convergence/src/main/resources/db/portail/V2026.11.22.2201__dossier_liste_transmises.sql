-- Un brouillon n'a pas à entrer dans les index des vérificateurs ; et PostgreSQL, qui croyait indépendants l'état et la date de
-- transmission, préférait trier tout ce qui attend une région plutôt que d'en lire les premières lignes dans l'ordre.
create index dossier_etape_qui_attend on dossier_etape (region, etat, niveau, depuis, id) where transmise_le is not null;
create index dossier_etape_qui_attend_partout on dossier_etape (etat, niveau, depuis, id) where transmise_le is not null;
drop index dossier_etape_a_verifier;
drop index dossier_etape_nationale;
