-- La langue où écrire à chacun : celle de sa dernière connexion.
alter table compte add column langue text not null default 'fr';
create or replace view personne as
    select id, fonction = 'OPERATEUR' as equipe, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
        civilite, nom, prenom, telephone, mot_de_passe, totp_scelle, totp_dernier_pas, etat, etat_depuis, cree_le, langue
    from compte;
