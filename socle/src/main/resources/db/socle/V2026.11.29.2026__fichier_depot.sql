-- L'identifiant que porte le dépôt de fichiers de ce site, dans son fichier « .depot-convergence ».
create table fichier_depot (
    seul        boolean primary key default true check (seul),
    identifiant text not null,
    marque_le   timestamptz not null
);
