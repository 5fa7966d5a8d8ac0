package fr.convergence.socle.courriel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Un même texte à écrire à plusieurs, chacun dans son courriel : aucun ne voit les autres.
 *
 * @param modele nom « paquet/fichier » du modèle, par exemple « connexion/code »
 * @param reference référence du dossier concerné, pour la recherche de l'opérateur
 * @param titre à quel titre on leur écrit, si chacun peut choisir de la recevoir réunie à d'autres ; nul, elle part aussitôt
 */
public record Lettre(
        String modele,
        List<String> destinataires,
        @Nullable String reference,
        Map<String, String> variables,
        @Nullable String titre) {

    /** Elle part aussitôt. */
    public Lettre(
            String modele, List<String> destinataires, @Nullable String reference, Map<String, String> variables) {
        this(modele, destinataires, reference, variables, null);
    }

    /** La même, que chacun peut recevoir réunie à d'autres (NOT-4). */
    public Lettre reunissable(String auTitreDe) {
        return new Lettre(modele, destinataires, reference, variables, auTitreDe);
    }

    Lettre duModele(String autre) {
        return new Lettre(autre, destinataires, reference, variables, titre);
    }

    Lettre aux(List<String> autres) {
        return new Lettre(modele, autres, reference, variables, titre);
    }
}
