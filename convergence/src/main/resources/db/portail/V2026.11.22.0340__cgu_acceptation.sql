-- Qui a accepté quelle version des CGU, et quand (CNX-6).
create table cgu_acceptation (
    compte      uuid not null,
    version     int not null,
    acceptee_le timestamptz not null,
    primary key (compte, version)
);
