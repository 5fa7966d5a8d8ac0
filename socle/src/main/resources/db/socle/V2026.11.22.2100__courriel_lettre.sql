-- Ce qu'un acte écrit à une ou plusieurs adresses, en attendant d'être mis en forme et distribué : une ligne de « courriel »
-- par destinataire. Le corps, en Markdown, est scellé : il peut porter un code ou un lien.
create table courriel_lettre (
    id              uuid primary key,
    modele          text not null,
    destinataires   text not null,
    objet           text not null,
    corps_scelle    bytea not null,
    reference       text,
    prochain_essai  timestamptz not null,
    cree_le         timestamptz not null
);
comment on column courriel_lettre.destinataires is 'une adresse par ligne';
