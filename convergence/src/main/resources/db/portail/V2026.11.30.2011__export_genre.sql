-- Un export n'est que d'une sorte, et ne la dit plus ; un nœud d'avant la dit et la lit encore.
alter table export_demande alter column genre set default 'LISTE';
