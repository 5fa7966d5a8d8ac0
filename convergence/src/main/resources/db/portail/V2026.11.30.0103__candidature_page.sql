-- Les pages ouvertes d'une étape, et pour chaque question le rang du dernier envoi vu de chacune : {question: rang}. Servi
-- dans le désordre, un envoi plus ancien n'écrit plus. Une ligne s'oublie quand plus rien de sa page ne peut être en route.
create table candidature_page (
    etape       uuid not null,
    page        text not null,
    rangs       jsonb not null,
    vue_le      timestamptz not null,
    primary key (etape, page)
);
