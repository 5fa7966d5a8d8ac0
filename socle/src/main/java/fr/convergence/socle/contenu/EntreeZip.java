package fr.convergence.socle.contenu;

/**
 * Une ligne du répertoire central d'une archive.
 *
 * @param nom lu en Latin-1 quel que soit l'encodage annoncé : seuls ses signes ASCII nous importent
 * @param position de l'en-tête locale
 * @param compresse octets dans l'archive
 * @param clair octets annoncés une fois décompressés
 * @param lien vrai d'un lien symbolique
 */
record EntreeZip(
        String nom, long position, long compresse, long clair, int methode, boolean chiffree, boolean lien, long crc) {

    boolean dossier() {
        return nom.endsWith("/");
    }
}
