package fr.convergence.mesures.charge;

/** Un dossier rempli par les pages, dont d'autres sont les copies. */
record DossierModele(String guichet, boolean transmis, String reference) {}
