-- Les BIC lus sur un RIB (NEW-5) : ceux d'une banque, ils n'identifient personne.
alter table rib_lecture add column bics text[] not null default '{}';
