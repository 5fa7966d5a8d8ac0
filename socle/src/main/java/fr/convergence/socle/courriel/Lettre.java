package fr.convergence.socle.courriel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Un même texte à écrire à plusieurs, chacun dans son courriel : aucun ne voit les autres.
 *
 * @param modele nom « paquet/fichier » du modèle, par exemple « connexion/code »
 * @param reference référence du dossier concerné, pour la recherche de l'opérateur
 */
public record Lettre(
        String modele, List<String> destinataires, @Nullable String reference, Map<String, String> variables) {}
