-- La langue où écrire à chacun : le portail n'en parle qu'une.
create or replace view personne as
    select id, role <> 'REFERENT' as equipe, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
        civilite, nom, prenom, telephone, mot_de_passe, totp_scelle, totp_dernier_pas, etat, etat_depuis, cree_le,
        'fr' as langue
    from compte;
