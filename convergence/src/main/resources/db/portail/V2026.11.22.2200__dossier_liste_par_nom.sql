-- Un guichet et un état, par ordre de nom, avec un mot courant : la liste se lit dans l'ordre et s'arrête à la page, au lieu
-- de réunir d'abord tout ce qui porte ce mot (0,3 ms au lieu de 3 à 100 000 dossiers).
create index dossier_etape_par_nom_du_guichet on dossier_etape (region, etat, niveau, guichet, tri, id)
    where transmise_le is not null;
