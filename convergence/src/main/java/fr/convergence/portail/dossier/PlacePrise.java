package fr.convergence.portail.dossier;

/** Un dossier fini ne revit pas : son candidat en a un autre à ce guichet (TDB-2). L'acte entier se défait. */
public final class PlacePrise extends RuntimeException {

    PlacePrise(Dossier dossier, Throwable cause) {
        super("la place du dossier " + dossier.reference() + " est prise", cause);
    }
}
