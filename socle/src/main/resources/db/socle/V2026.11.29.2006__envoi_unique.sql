-- La clé de chaque formulaire reçu et la réponse qu'il a eue : le même envoi, refait, a la même réponse.
-- Écrite dans la transaction de l'acte. L'empreinte et la réponse sont scellées ; le chemin est haché, car celui d'un
-- lien reçu par courriel porte un secret.
create table envoi_unique (
    cle       uuid primary key,
    chemin    text not null,
    empreinte bytea not null,
    reponse   bytea,
    perime    boolean not null default false,
    recu_le   timestamptz not null
);

create index envoi_unique_chemin on envoi_unique (chemin);
create index envoi_unique_recu on envoi_unique (recu_le);
