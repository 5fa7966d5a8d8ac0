-- Un nom se cherche sans ses accents ni ses capitales ; la recherche reste dans une entreprise, dont l'index la borne.
create function compte_cherche(texte text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(normalize(lower(texte), nfd), '[\u0300-\u036F]', '', 'g');

-- Les comptes vivants, tels que les autres de l'entreprise les lisent.
create view vue_collaborateur as
    select id, entreprise, fonction, civilite, nom, prenom, nom_utilisateur, courriel, telephone, telephone_mobile, etat,
        etat_depuis, cree_le, connecte_le
    from compte where etat <> 'SUPPRIME' and entreprise is not null;
