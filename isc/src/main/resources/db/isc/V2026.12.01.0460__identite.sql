-- Les vérifications d'identité. Ce que la personne a dit de son document reste à qui l'examine ; ses vidéos sont des fichiers
-- chiffrés, effacés après la décision.
create table identite (
    id              uuid primary key,
    inscription     uuid not null,
    partenaire      text not null,
    -- son identifiant chez le partenaire, et ce qu'il en conclut
    reference       text,
    avis            text,
    prenom          text not null,
    nom             text not null,
    courriel        text not null,
    mobile          text,
    langue          text not null,
    etat            text not null check (etat in ('CREEE', 'OUVERTE', 'FILMEE', 'SOUMISE', 'EN_EXAMEN', 'ACCEPTEE',
                        'REFUSEE', 'A_REFAIRE', 'EXPIREE')),
    etat_depuis     timestamptz not null,
    -- l'entrée dans l'attente d'un opérateur, d'où se compte sa promesse de 24 heures
    soumise_le      timestamptz,
    motif           text,
    telephone       uuid,
    consentement_le timestamptz,
    document        text check (document in ('CARTE_IDENTITE', 'PASSEPORT', 'PERMIS_DE_CONDUIRE', 'TITRE_DE_SEJOUR')),
    pays            text check (pays ~ '^[A-Z]{2}$'),
    expire_le       timestamptz not null,
    cree_le         timestamptz not null,
    videos_effacees boolean not null default false
);
-- Une seule en cours par inscription.
create unique index identite_en_cours on identite (inscription) where etat not in ('ACCEPTEE', 'REFUSEE', 'EXPIREE');
create index identite_par_inscription on identite (inscription, cree_le desc);
create index identite_a_examiner on identite (soumise_le, id) where etat = 'EN_EXAMEN';
create index identite_a_expirer on identite (expire_le) where etat in ('CREEE', 'OUVERTE', 'FILMEE', 'A_REFAIRE');
create index identite_a_effacer on identite (etat_depuis)
    where not videos_effacees and etat in ('ACCEPTEE', 'REFUSEE', 'EXPIREE');
create unique index identite_chez_le_partenaire on identite (partenaire, reference) where reference is not null;

-- Une vidéo par séquence ; la suivante prend la place de celle qui n'a pas convenu.
create table identite_sequence (
    identite   uuid not null references identite (id),
    sequence    text not null check (sequence in ('RECTO', 'RECTO_INCLINE', 'VERSO', 'VERSO_INCLINE', 'VISAGE', 'PROFIL')),
    fichier    uuid not null unique,
    ouvert_le  timestamptz not null,
    recu_le    timestamptz,
    sain       boolean not null default false,
    refus      text,
    primary key (identite, sequence)
);

-- Les opérateurs nommés, seuls à voir les vidéos ; nul ne se nomme lui-même.
create table identite_lecteur (
    compte     uuid primary key references compte (id),
    nomme_par  uuid not null references compte (id),
    nomme_le   timestamptz not null,
    check (compte <> nomme_par)
);

-- Ce que les autres paquets en voient.
create view vue_identite as
    select id, inscription, partenaire, avis, prenom, nom, etat, etat_depuis, soumise_le, motif, consentement_le, document,
        pays, expire_le, cree_le, videos_effacees,
        array(select s.sequence from identite_sequence s where s.identite = identite.id and s.sain order by s.recu_le) as sequences
    from identite;
create view vue_identite_sequence as
    select identite, sequence, recu_le is not null as recue, sain from identite_sequence;
