-- Une page ouverte dit quel paiement elle montrait, et dans quel état : noté sur un autre, rien ne s'écrit.
alter table paiement add column version int not null default 0;
alter table paiement add constraint paiement_solde_apres_l_avance check (solde_le >= avance_le) not valid;
