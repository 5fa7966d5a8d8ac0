package fr.convergence.portail.formulaire;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;

/**
 * Une vérification entre plusieurs réponses.
 *
 * @param si ce qui ne va pas, quand c'est vrai
 * @param sur le champ qui porte le message : « montant_demande », « dsi.courriel »
 * @param message ce qui ne va pas et comment y remédier
 */
public record Controle(String si, String sur, String message) {

    static Controle lire(Fiche fiche) {
        return new Controle(
                fiche.obligatoire("si", Genres.texte(1_000)),
                fiche.obligatoire("sur", Genres.texte(120)),
                fiche.obligatoire("message", Genres.lisible(500)));
    }
}
