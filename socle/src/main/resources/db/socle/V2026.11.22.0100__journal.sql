-- Le journal des actes (AUD-1) : une chaîne par objet, chaque ligne scelle la précédente.
create table journal_chaine (
    chaine              text primary key,
    dernier_rang        bigint not null,
    derniere_empreinte  bytea not null
);

create table journal (
    id          uuid primary key,
    chaine      text not null,
    rang        bigint not null,
    le          timestamptz not null,
    acteur      text not null,
    acte        text not null,
    detail      jsonb not null,
    empreinte   bytea not null,
    unique (chaine, rang)
);

create index journal_par_date on journal (le desc, id desc);
create index journal_par_acteur on journal (acteur, le desc);
create index journal_par_acte on journal (acte, le desc);

create function journal_immuable() returns trigger language plpgsql as $$
begin
    raise exception 'Le journal ne se modifie pas et ne s''efface pas';
end $$;

create trigger journal_ajout_seul before update or delete on journal
    for each row execute function journal_immuable();
create trigger journal_sans_vidage before truncate on journal
    for each statement execute function journal_immuable();
