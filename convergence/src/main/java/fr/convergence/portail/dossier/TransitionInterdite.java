package fr.convergence.portail.dossier;

/** Un verbe demandé à une étape dont l'état ne l'admet pas : l'écran n'aurait pas dû le proposer. */
final class TransitionInterdite extends RuntimeException {

    TransitionInterdite(EtatEtape etat, String verbe) {
        super("« " + verbe + " » n’est pas possible à l’état " + etat.code());
    }
}
