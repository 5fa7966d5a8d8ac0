-- Les preuves se retrouvent par les empreintes du trousseau, comme les sessions (décision 0045). Les codes et les liens que
-- l'ancienne clé reconnaissait ne valent plus : on en redemande. La table reste une version de plus : un nœud d'avant qui ne la
-- trouverait pas ne saurait plus ni donner un code, ni en lire un.
comment on table jeton_cle is 'Lue par la seule version précédente ; à ôter dans la suivante.';
