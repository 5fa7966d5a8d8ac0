-- Où en est le parcours qui cherche les dossiers que l'index ignore : il avance par tranches, d'un nœud à l'autre.
create table recherche_parcours (
    seul    boolean primary key default true check (seul),
    -- Le dernier dossier regardé ; celui de rien que des zéros quand le parcours repart du premier.
    dernier uuid not null
);
