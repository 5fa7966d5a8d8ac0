-- Les référents qu'une recherche courante trouve se lisent dans l'ordre de leurs noms, sans les réunir tous d'abord.
set lock_timeout = '10min';
drop index concurrently if exists compte_referent_par_nom;
create index concurrently compte_referent_par_nom on compte (nom, prenom, id)
    where role = 'REFERENT' and etat <> 'SUPPRIME';
