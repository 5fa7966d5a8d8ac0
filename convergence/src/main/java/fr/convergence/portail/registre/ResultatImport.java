package fr.convergence.portail.registre;

/** Comment finit un import. Seul {@link Importe} a changé le registre. */
public sealed interface ResultatImport {

    record Importe(RapportImport rapport) implements ResultatImport {}

    /**
     * Rien n'a changé encore : à confirmer par qui l'a lancé.
     *
     * @param motif les fermetures qu'aucune publication ordinaire ne fait ; vide quand rien n'inquiète
     */
    record AConfirmer(RapportImport rapport, String motif) implements ResultatImport {}

    /** Le fichier entier est refusé : tronqué, mal encodé, d'un format inconnu. */
    record Refuse(String fichier, String motif) implements ResultatImport {}

    /** Un autre import est en cours : rien n'a été lu, rien n'est noté. */
    record Occupe() implements ResultatImport {}
}
