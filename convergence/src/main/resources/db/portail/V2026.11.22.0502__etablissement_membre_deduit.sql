-- Une appartenance que la source a déduite, faute de liste officielle : elle se dit à qui la lit.
alter table etablissement_ght_membre add column deduite boolean not null default false;
