-- Vider la liste d'attente d'un index est réservé à qui le possède : le rôle de l'application le demande par cette fonction.
create function etablissement_ranger_la_recherche() returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select gin_clean_pending_list('etablissement_ej_recherche'), gin_clean_pending_list('etablissement_eg_recherche');
$$;
