package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.Acte;
import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.acte.ActeDuDossier.DeSaisie;
import fr.convergence.portail.acte.ActeDuDossier.Interne;
import fr.convergence.socle.journal.LigneDuJournal;
import java.util.Optional;

/**
 * Une ligne du journal d'un dossier.
 *
 * @param acte vide quand sa forme ne se lit plus : la ligne se dit alors telle que le journal la garde
 */
record Lue(LigneDuJournal ligne, Optional<ActeDuDossier> acte) {

    static Lue de(LigneDuJournal ligne) {
        return new Lue(
                ligne,
                Acte.lire(ligne)
                        .flatMap(acte ->
                                acte instanceof ActeDuDossier duDossier ? Optional.of(duDossier) : Optional.empty()));
    }

    String acteur() {
        return ligne.acteur();
    }

    int nombre() {
        return acte.orElse(null) instanceof DeSaisie saisie ? saisie.nombre() : 1;
    }

    /** Les vérificateurs seuls la lisent. */
    boolean interne() {
        return acte.orElse(null) instanceof Interne;
    }

    boolean saisie() {
        return acte.orElse(null) instanceof DeSaisie;
    }
}
