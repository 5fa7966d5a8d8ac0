-- Les actes d'une sorte d'objets, quand elle est rare : les dossiers, presque tout le journal, se lisent dans l'ordre.
set lock_timeout = '10min';
drop index concurrently if exists journal_par_sorte;
create index concurrently journal_par_sorte on journal (split_part(chaine, '/', 1), le desc, id desc)
    where strpos(chaine, '/') > 0;
