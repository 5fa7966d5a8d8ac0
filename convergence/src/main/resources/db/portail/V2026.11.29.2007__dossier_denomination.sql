-- Les dossiers ouverts avant nommaient un GHT par son seul territoire, une entité juridique sans son FINESS. Un dossier
-- ouvert depuis reçoit du code sa dénomination. La base, elle, ne sait que rendre une majuscule à chaque mot.
update dossier d
set candidat_nom = case when g.nom ilike 'GHT %' then 'GHT ' || initcap(substr(g.nom, 5)) else 'GHT ' || initcap(g.nom) end
    || ' (' || g.code || ') – ' || e.raison_sociale
from etablissement_ght g join etablissement_ej e on e.finess = g.finess_support
where d.candidat_type = 'GHT' and d.candidat = g.code and d.candidat_nom = g.nom;

update dossier set candidat_nom = candidat_nom || ' (' || candidat || ')'
where candidat_type <> 'GHT' and candidat_nom not like '%(' || candidat || ')';

-- Un GHT se range désormais sous « GHT ».
update dossier_etape t set tri = 'ght ' || t.tri
from dossier d where d.id = t.dossier and d.candidat_type = 'GHT' and t.tri not like 'ght %';
