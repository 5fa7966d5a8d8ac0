-- Les personnes du portail, telles que tout site les montre (documentation/decisions/0100) : ses comptes, moins ce qu'ils y font. On
-- y lit, on y corrige, on y change d'état ; le portail seul en ajoute, avec leur rôle.
create view personne as
    select id, role <> 'REFERENT' as equipe, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
        civilite, nom, prenom, telephone, mot_de_passe, totp_scelle, totp_dernier_pas, etat, etat_depuis, cree_le
    from compte;

-- Ce qu'un visiteur fait envoyer en nommant un compte.
create view personne_demande as
    select id, nature, identifiant_scelle, cree_le from compte_demande;
