-- Formulaires et guichets publiés : une version ne change plus (FRM-1).
create table guichet_formulaire (
    code        text not null,
    version     int not null,
    empreinte   text not null,
    canonique   text not null,
    publie_le   timestamptz not null,
    primary key (code, version)
);

create table guichet_version (
    code        text not null,
    version     int not null,
    empreinte   text not null,
    canonique   text not null,
    publie_le   timestamptz not null,
    primary key (code, version)
);

create function guichet_immuable() returns trigger language plpgsql as $$
begin
    raise exception 'Une version publiée ne change plus';
end $$;
create trigger guichet_formulaire_immuable before update or delete on guichet_formulaire
    for each row execute function guichet_immuable();
create trigger guichet_version_immuable before update or delete on guichet_version
    for each row execute function guichet_immuable();
