-- Les clés dont les jetons d'identité sont signés. La partie privée est scellée sous le trousseau ; une clé retirée ne l'a plus.
create table cle_signature (
    kid        text primary key,
    algorithme text not null check (algorithme in ('RS256', 'ES256')),
    etat       text not null check (etat in ('PREPAREE', 'ACTIVE', 'PASSIVE', 'RETIREE')),
    etat_depuis timestamptz not null,
    publique   text not null,
    scellee    bytea,
    check ((etat = 'RETIREE') = (scellee is null))
);
create unique index cle_signature_en_service on cle_signature (algorithme, etat) where etat in ('PREPAREE', 'ACTIVE');
