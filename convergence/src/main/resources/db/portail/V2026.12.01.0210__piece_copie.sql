-- Les pièces reprises d'un ancien dossier (DOS-12) dont les octets n'ont pas fini d'arriver, ou n'arriveront pas.
create table piece_copie (
    fichier      uuid primary key references piece (fichier) on delete cascade,
    source       uuid not null,
    proprietaire text not null,
    -- Du contenu attendu, en hexadécimal : le même ne se reprend pas deux fois.
    sha256       text not null,
    essais       int not null default 0,
    -- Quand s'y mettre, ou s'y remettre ; un nœud mort en a déjà fixé l'heure.
    a_faire_le   timestamptz,
    manque       text check (manque in ('ABSENTE', 'ILLISIBLE', 'EXPIREE')),
    check ((a_faire_le is null) = (manque is not null))
);
create index piece_copie_a_faire on piece_copie (a_faire_le) where a_faire_le is not null;
