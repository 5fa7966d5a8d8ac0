-- Les clés d'accès (WebAuthn) de l'équipe : une clé publique, jamais de secret.
create table cledacces_cle (
    identifiant   bytea primary key,
    compte        uuid not null references compte (id) on delete cascade,
    nom           text not null check (length(nom) between 1 and 60),
    cle_publique  bytea not null,
    -- Ne recule jamais : une valeur plus petite dénonce une clé copiée.
    compteur      bigint not null,
    verifiee      boolean not null,
    transports    text not null,
    sauvegardable boolean not null,
    sauvegardee   boolean not null,
    attestation   bytea not null,
    client        bytea not null,
    creee_le      timestamptz not null,
    employee_le   timestamptz not null
);

create index cledacces_cle_compte on cledacces_cle (compte, creee_le);
