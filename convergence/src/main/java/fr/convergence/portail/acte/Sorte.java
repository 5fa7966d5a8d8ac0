package fr.convergence.portail.acte;

import fr.convergence.socle.journal.RechercheAuJournal;
import java.util.Locale;

/** Ce dont le journal tient l'histoire : chaque objet a sa chaîne, « sorte/objet » ; un dossier n'a que sa référence. */
public enum Sorte {
    DOSSIER,
    COMPTE,
    /** Les lectures tracées d'un dossier. */
    ACCES,
    COURRIEL,
    MODELE,
    ACCUEIL,
    REFERENTIEL,
    GUICHET,
    FORMULAIRE,
    PLAFOND,
    /** La réserve de conteneurs confidentiels. */
    CONTENEUR,
    PAIEMENT,
    /** Ce qu'un vérificateur emporte de la liste de travail. */
    EXPORT;

    public String code() {
        return this == DOSSIER ? RechercheAuJournal.DOSSIER : name().toLowerCase(Locale.ROOT);
    }

    /** La chaîne de cet objet. */
    public String chaine(Object objet) {
        return this == DOSSIER ? objet.toString() : code() + "/" + objet;
    }
}
