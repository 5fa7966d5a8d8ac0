-- L'édition en cours d'une étape : {question: {v, r, le, par}}.
create table candidature_reponses (
    etape       uuid primary key,
    reponses    jsonb not null default '{}'
);

-- Ce que chaque réponse a été (DOS-9) : le journal en scelle l'empreinte, les valeurs se purgent ici.
create table candidature_revision (
    etape       uuid not null,
    question    text not null,
    revision    int not null,
    valeur      jsonb not null,
    le          timestamptz not null,
    par         uuid not null,
    primary key (etape, question, revision)
);

-- Ce qui a été transmis, scellé : une ligne n'est jamais modifiée (DOS-6, DOS-8).
create table candidature_edition (
    etape           uuid not null,
    numero          int not null,
    contenu         text not null,
    empreinte       text not null,
    transmise_le    timestamptz not null,
    par             uuid not null,
    cle             uuid not null unique,
    primary key (etape, numero)
);

create function candidature_edition_immuable() returns trigger language plpgsql as $$
begin
    raise exception 'Une édition transmise ne change plus';
end $$;
create trigger candidature_edition_immuable before update on candidature_edition
    for each row execute function candidature_edition_immuable();
