-- Vérifiée sans arrêter les écritures : dans sa propre transaction.
alter table paiement validate constraint paiement_solde_apres_l_avance;
