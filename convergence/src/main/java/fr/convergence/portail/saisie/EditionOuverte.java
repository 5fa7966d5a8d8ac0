package fr.convergence.portail.saisie;

import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lieu;
import java.util.UUID;

/**
 * Une édition qui s'écrit, tenue par qui l'écrit.
 *
 * @param sujet celui de ses lignes de journal : la référence du dossier
 * @param nom le sien dans ces lignes : le code de l'étape
 */
public record EditionOuverte(UUID id, String sujet, String nom, Reponses reponses) {

    /** La même, ces réponses écrites. */
    public EditionOuverte avec(Reponses nouvelles) {
        return new EditionOuverte(id, sujet, nom, nouvelles);
    }

    Lieu lieu(Emplacement emplacement) {
        return new Lieu(id, emplacement);
    }
}
