-- Les textes de l'accueil que l'opérateur a écrits ; sans ligne, celui du code vaut.
create table accueil_texte (
    public      text primary key check (public in ('ETABLISSEMENT', 'ENTREPRISE', 'REGION')),
    texte       text not null,
    modifie_le  timestamptz not null
);
