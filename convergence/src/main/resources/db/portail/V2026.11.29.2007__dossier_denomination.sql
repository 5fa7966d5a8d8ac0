-- Les dossiers ouverts avant nommaient un GHT par son seul territoire, une entité juridique sans son FINESS. Un dossier ouvert
-- depuis reçoit du code sa dénomination ; ceux d'avant la reçoivent en fond, un par un (DenominationsDAvant).
select 1;
