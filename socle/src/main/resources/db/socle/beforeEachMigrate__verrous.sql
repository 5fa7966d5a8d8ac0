-- Une migration qui attend un verrou fait attendre derrière elle tout ce qui écrit : elle renonce avant la demi-seconde, et
-- recommence (Migrations). Celle qui construit un index « concurrently » n'arrête personne et se donne son propre temps.
set lock_timeout = '400ms';
