package fr.convergence.portail.etablissement;

/** Comment finit un import. Seul {@link Importe} a changé le registre. */
public sealed interface ResultatImport {

    record Importe(RapportImport rapport) implements ResultatImport {}

    /** Il fermerait une part du registre qu'aucune publication ordinaire ne ferme : à confirmer par qui l'a lancé. */
    record AConfirmer(RapportImport rapport, String motif) implements ResultatImport {}

    /** Le fichier entier est refusé : tronqué, mal encodé, d'un format inconnu, ou un autre import est en cours. */
    record Refuse(String fichier, String motif) implements ResultatImport {}
}
