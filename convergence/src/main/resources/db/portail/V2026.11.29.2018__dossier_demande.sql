-- La dernière demande de modification d'une étape : à la seconde lecture, ses motifs se lisent à côté des réponses qui y ont
-- répondu. L'état, lui, ne porte que ce qui est à lui, et l'oublie. Celle que l'état porte encore s'y recopie quand l'étape en
-- sort.
alter table dossier_etape add column demande jsonb;
