-- Ce que quelqu'un a choisi de recevoir réuni (NOT-4) attend son heure ici, puis fait une seule lettre. Un code, un lien à usage
-- unique n'y viennent jamais : rien n'y est secret.
create table courriel_retenu (
    id          uuid        primary key,
    -- Qui le recevra ; son adresse se lit quand la lettre part.
    pour        uuid        not null,
    -- À quel titre : qui ne l'a plus ne reçoit rien.
    titre       text        not null,
    objet       text        not null,
    intitule    text        not null,
    lien        text        not null,
    depart      timestamptz not null,
    cree_le     timestamptz not null
);
create index courriel_retenu_depart on courriel_retenu (depart, pour);
create index courriel_retenu_pour on courriel_retenu (pour, depart);
