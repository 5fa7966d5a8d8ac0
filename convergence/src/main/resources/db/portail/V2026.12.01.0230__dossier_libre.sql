-- Ce que personne ne suit, à chaque niveau, dit sur l'étape : la liste de travail le lit où elle trie (décision 0097).
alter table dossier_etape
    add column libre_ars boolean not null default true,
    add column libre_ans boolean not null default true;

-- Suit un dossier, à son niveau, le compte actif qui y vérifie. Les étapes se tiennent dans l'ordre où un acte les écrit.
create function dossier_dire_libres(dossiers uuid[]) returns void language plpgsql as $$
begin
    perform from dossier_etape where dossier = any (dossiers) order by dossier, rang for no key update;
    update dossier_etape e set libre_ars = l.ars, libre_ans = l.ans
    from (select d.dossier, count(*) filter (where c.role = 'ARS') = 0 as ars, count(*) filter (where c.role = 'ANS') = 0 as ans
          from (select distinct unnest(dossiers) as dossier) d
          left join concertation_assignation a on a.dossier = d.dossier
          left join compte c on c.id = a.compte and c.role = a.niveau and c.etat = 'ACTIF'
          group by d.dossier) l
    where e.dossier = l.dossier and (e.libre_ars, e.libre_ans) <> (l.ars, l.ans);
end $$;

-- Qui assigne tient le compte : s'il se ferme au même instant, l'un des deux voit ce que l'autre a fait.
create function dossier_libre_assignation() returns trigger language plpgsql as $$
begin
    perform from compte where id in (select compte from touchees) order by id for share;
    perform dossier_dire_libres(array(select distinct dossier from touchees));
    return null;
end $$;
create trigger dossier_libre_assignee after insert on concertation_assignation
    referencing new table as touchees for each statement execute function dossier_libre_assignation();
create trigger dossier_libre_reassignee after update on concertation_assignation
    referencing new table as touchees for each statement execute function dossier_libre_assignation();
create trigger dossier_libre_levee after delete on concertation_assignation
    referencing old table as touchees for each statement execute function dossier_libre_assignation();

create function dossier_libre_compte() returns trigger language plpgsql as $$
begin
    perform dossier_dire_libres(array(select dossier from concertation_assignation where compte = new.id));
    return null;
end $$;
create trigger dossier_libre_compte after update of etat, role on compte for each row
    when ((old.etat, old.role) is distinct from (new.etat, new.role)) execute function dossier_libre_compte();

create or replace view vue_instruction_etape as
    select id, dossier as porteur, code, etat, niveau, depuis, retour_avant, guichet, region, candidat_type, tri,
           recherche, libre_ars, libre_ans
    from dossier_etape
    where transmise_le is not null;
