package fr.convergence.portail.plafond;

/**
 * Une ligne juste du fichier de l'opérateur.
 *
 * @param candidat code GHT, ou FINESS de l'entité juridique
 */
record PlafondEnvoye(int numero, String guichet, String candidat, long centimes) {}
