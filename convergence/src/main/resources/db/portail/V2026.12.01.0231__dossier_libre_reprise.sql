-- Les assignations d'avant, mille à la fois : aucune étape n'est tenue longtemps.
set lock_timeout = '10min';
do $$
declare
    dernier uuid := '00000000-0000-0000-0000-000000000000';
    lot     uuid[];
begin
    loop
        lot := array(select distinct dossier from concertation_assignation where dossier > dernier order by dossier limit 1000);
        exit when cardinality(lot) = 0;
        perform dossier_dire_libres(lot);
        dernier := lot[cardinality(lot)];
        commit;
    end loop;
end $$;
drop index concurrently if exists dossier_etape_libre_en_region;
create index concurrently dossier_etape_libre_en_region on dossier_etape (region, depuis, id)
    where transmise_le is not null and libre_ars;
drop index concurrently if exists dossier_etape_libre_partout;
create index concurrently dossier_etape_libre_partout on dossier_etape (depuis, id)
    where transmise_le is not null and libre_ans;
