-- Les preuves se retrouvent par les empreintes du trousseau, comme les sessions (décision 0045) : cette clé ne sert plus.
-- Les codes et les liens qu'elle reconnaissait ne valent plus : on en redemande.
drop table jeton_cle;
