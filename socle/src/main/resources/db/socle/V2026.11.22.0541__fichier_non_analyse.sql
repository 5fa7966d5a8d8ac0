-- Les fichiers reçus sans antivirus, que l'on reprend dès qu'il y en a un.
create index fichier_non_analyses on fichier (id) where etat = 'NON_ANALYSE';
