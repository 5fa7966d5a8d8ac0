package fr.convergence.demonstration;

import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.Fenetre;
import java.time.Instant;

/** Un guichet d'essai ouvert il y a longtemps a fermé : sa définition, relative au jour, se republie au numéro suivant. */
final class ReouvertureDeGuichet {

    private ReouvertureDeGuichet() {}

    static boolean utile(DefinitionGuichet enVigueur, Instant maintenant) {
        return switch (enVigueur.etapes().getFirst().fenetre()) {
            case Fenetre.Candidature candidature -> candidature.etatDesCreations(maintenant) == Fenetre.Etat.CLOSE;
            case Fenetre.Plage plage -> plage.etat(maintenant) == Fenetre.Etat.CLOSE;
        };
    }

    static String texte(String livre, DefinitionGuichet enVigueur) {
        var reference = enVigueur.reference();
        return livre.replaceFirst(
                "(?m)^guichet: .*$", "guichet: %s@%d".formatted(reference.code(), reference.version() + 1));
    }
}
