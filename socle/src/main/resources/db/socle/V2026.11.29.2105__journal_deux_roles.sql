-- Le journal appartient au rôle qui migre ; celui de l'application n'y ajoute que par ces deux fonctions, et le lit. Les
-- droits se donnent dans afterMigrate__droits.sql, seul à connaître le nom de ce rôle.

-- Prend la tête de la chaîne pour le temps de la transaction : deux actes sur un même objet se suivent.
create function journal_tete(objet text) returns journal_chaine
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    tete journal_chaine;
begin
    select * into tete from journal_chaine where chaine = objet for update;
    if not found then
        insert into journal_chaine (chaine, dernier_rang, derniere_empreinte)
        values (objet, 0, decode(repeat('00', 32), 'hex'))
        on conflict (chaine) do update set dernier_rang = journal_chaine.dernier_rang
        returning * into tete;
    end if;
    return tete;
end $$;

-- Ajoute la ligne qui suit la tête, et l'avance d'autant : jamais l'une sans l'autre, jamais en arrière.
create function journal_ajouter(
    ligne uuid, objet text, place bigint, quand timestamptz, qui text, quoi text, precisions jsonb, sceau bytea)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update journal_chaine set dernier_rang = place, derniere_empreinte = sceau
    where chaine = objet and dernier_rang = place - 1;
    if not found then
        raise exception 'La ligne % ne suit pas la dernière de la chaîne %', place, objet;
    end if;
    insert into journal (id, chaine, rang, le, acteur, acte, detail, empreinte)
    values (ligne, objet, place, quand, qui, quoi, precisions, sceau);
end $$;

revoke execute on function journal_tete(text) from public;
revoke execute on function journal_ajouter(uuid, text, bigint, timestamptz, text, text, jsonb, bytea) from public;

-- Les ancres posées hors de la base : ce qu'il en reste ici dit celles qui manqueraient là-bas.
create table journal_ancre (
    numero      bigint primary key,
    le          timestamptz not null,
    suite       timestamptz not null, -- la suivante reprend les lignes écrites depuis cet instant
    empreinte   bytea not null
);
