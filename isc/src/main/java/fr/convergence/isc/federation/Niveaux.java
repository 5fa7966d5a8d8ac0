package fr.convergence.isc.federation;

import fr.convergence.isc.acces.Fonction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Les niveaux d'authentification (acr) de ProConnect, du plus fort au plus faible. Toute connexion ici a deux facteurs ; l'entreprise
 * a vérifié qui parle pour elle ; et un mandataire l'a prouvé devant l'opérateur, pièces et visage à l'appui.
 */
final class Niveaux {

    static final String DIRIGEANT = "https://proconnect.gouv.fr/assurance/certification-dirigeant";

    private static final List<String> D_ENTREPRISE = List.of(
            "https://proconnect.gouv.fr/assurance/consistency-checked-2fa",
            "https://proconnect.gouv.fr/assurance/consistency-checked");
    private static final List<String> DE_TOUS = List.of(
            "https://proconnect.gouv.fr/assurance/self-asserted-2fa",
            "https://proconnect.gouv.fr/assurance/self-asserted",
            "eidas1");

    private Niveaux() {}

    static List<String> tous() {
        return de(Fonction.MANDATAIRE);
    }

    static List<String> de(Fonction fonction) {
        var niveaux = new ArrayList<String>();
        if (fonction == Fonction.MANDATAIRE) {
            niveaux.add(DIRIGEANT);
        }
        if (fonction != Fonction.OPERATEUR) {
            niveaux.addAll(D_ENTREPRISE);
        }
        niveaux.addAll(DE_TOUS);
        return niveaux;
    }

    /**
     * Celui à dire : le premier des souhaités qui est atteint, sinon le plus fort.
     *
     * @param exiges ceux dont l'un au moins doit l'être ; vide si le service n'exige rien
     * @return vide si aucun des exigés ne l'est
     */
    static Optional<String> atteint(Fonction fonction, List<String> souhaites, List<String> exiges) {
        var atteints = de(fonction);
        if (!exiges.isEmpty()) {
            return exiges.stream().filter(atteints::contains).findFirst();
        }
        return Optional.of(
                souhaites.stream().filter(atteints::contains).findFirst().orElse(atteints.getFirst()));
    }
}
