-- Les services qu'une personne a employés : ceux qu'elle a autorisés, et ceux où elle s'est connectée.
create view vue_service_employe as
    select titulaire, client from autorisation_consentement
    union
    select titulaire, client from autorisation where octroi = 'authorization_code';
