-- La dernière demande de modification d'une étape : à la seconde lecture, ses motifs se lisent à côté des réponses qui y ont
-- répondu. L'état, lui, ne porte que ce qui est à lui, et l'oublie.
alter table dossier_etape add column demande jsonb;
update dossier_etape
    set demande = jsonb_build_object('le', depuis, 'motif', coalesce(motif, ''), 'corrections', corrections)
    where etat = 'A_MODIFIER';
