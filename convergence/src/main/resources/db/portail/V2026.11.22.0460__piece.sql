-- Les fichiers d'une étape, rangés à la question qui les demande ; leurs octets et leur état sont au socle.
create table piece (
    fichier     uuid primary key,
    dossier     uuid not null,
    etape       uuid not null,
    question    text not null,
    deposee_le  timestamptz not null,
    par         uuid not null,
    retiree_le  timestamptz,
    scellee_le  timestamptz
);
create index piece_par_etape on piece (etape) where retiree_le is null;
create index piece_par_dossier on piece (dossier);
