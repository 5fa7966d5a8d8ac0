-- Un dossier refusé ou clos laisse sa place : ceux d'avant la règle la rendent ici.
update dossier d set vivant = false
where vivant and exists (select from dossier_etape e where e.dossier = d.id and e.etat in ('REFUSEE', 'CLOSE'));
