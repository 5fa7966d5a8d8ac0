package fr.convergence.portail.concertation;

/**
 * Où en est la liste de contrôle d'une étape, à un niveau.
 *
 * @param exigee vrai si l'étape ne se valide pas tant qu'un point reste à vérifier
 */
public record SituationDesControles(int aVerifier, int nonConformes, boolean exigee) {

    public boolean bloque() {
        return exigee && aVerifier > 0;
    }
}
