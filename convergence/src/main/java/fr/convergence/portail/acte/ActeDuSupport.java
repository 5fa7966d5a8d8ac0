package fr.convergence.portail.acte;

/** Ce que l'opérateur change au portail. */
public sealed interface ActeDuSupport extends Acte {

    record CourrielRelance() implements ActeDuSupport {}

    record ModeleReecrit(String objet, String corps) implements ActeDuSupport {}

    record ModeleRetabli() implements ActeDuSupport {}

    record TexteEcrit(String texte) implements ActeDuSupport {}

    record TexteRetabli() implements ActeDuSupport {}

    record ReferentielEnvoye(String fichier) implements ActeDuSupport {}

    record ReferentielConfirme() implements ActeDuSupport {}

    record ReferentielAbandonne() implements ActeDuSupport {}

    record ReferentielImporte(String fichier) implements ActeDuSupport {}

    /** @param empreinte celle du tableau */
    record ConteneursImportes(String empreinte) implements ActeDuSupport {}

    /** @param empreinte celle du fichier */
    record PlafondsImportes(String fichier, String empreinte) implements ActeDuSupport {}

    record GuichetPublie(int version, String empreinte) implements ActeDuSupport {}

    record FormulairePublie(int version, String empreinte) implements ActeDuSupport {}
}
