-- La liste de travail dit « Convention refusée » à la place de l'acceptation.
create view vue_instruction_convention as
    select dossier, etape, etat as convention from convention where courante;
