-- Sans lui, chercher une personne relirait tous les comptes.
set lock_timeout = '10min';
drop index concurrently if exists compte_par_recherche;
create index concurrently compte_par_recherche on compte
    using gin (compte_cherche(prenom, nom, nom_utilisateur, courriel) gin_trgm_ops);
