-- Compteurs d'essais (CNX-3). La clé est une empreinte : ni adresse ni nom de compte ne se lit ici.
create table authentification_frein (
    cle         text primary key,
    essais      int not null,
    dernier_le  timestamptz not null,
    verrou      timestamptz,
    oubli_le    timestamptz not null
);
create index authentification_frein_par_oubli on authentification_frein (oubli_le);

-- Navigateurs déjà employés par un compte.
create table authentification_appareil (
    empreinte  bytea not null,
    compte     uuid not null,
    vu_le      timestamptz not null,
    primary key (empreinte, compte)
);
create index authentification_appareil_par_compte on authentification_appareil (compte);
create index authentification_appareil_par_date on authentification_appareil (vu_le);
