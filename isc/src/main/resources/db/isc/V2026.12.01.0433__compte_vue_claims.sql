-- Ce qu'un compte actif dit de lui aux services : lui, et son entreprise.
create view vue_compte_claims as
    select c.id, c.fonction, c.nom_utilisateur, c.courriel, c.civilite, c.nom, c.prenom, c.telephone, c.telephone_mobile,
        e.identifiant_type, e.identifiant, e.raison_sociale, e.pays
    from compte c left join entreprise e on e.id = c.entreprise
    where c.etat = 'ACTIF';
