package fr.convergence.isc.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Ce que la session d'un appareil retient d'une vérification : un ordinateur la suit, un téléphone la mène.
 *
 * @param telephone celui que la vérification reconnaît
 */
record Poste(UUID verification, UUID telephone) {

    private static final String TELEPHONE = "capture.telephone";
    private static final String ORDINATEUR = "capture.ordinateur";

    static void suivre(HttpServletRequest requete, UUID verification) {
        requete.getSession().setAttribute(ORDINATEUR, verification.toString());
    }

    static Optional<UUID> suivie(HttpServletRequest requete) {
        return attribut(requete, ORDINATEUR).map(UUID::fromString);
    }

    void mener(HttpServletRequest requete) {
        requete.getSession().setAttribute(TELEPHONE, verification + "/" + telephone);
    }

    static Optional<Poste> mene(HttpServletRequest requete) {
        return attribut(requete, TELEPHONE)
                .map(garde -> garde.split("/"))
                .map(deux -> new Poste(UUID.fromString(deux[0]), UUID.fromString(deux[1])));
    }

    /** Qui possède les fichiers qu'il envoie : un autre téléphone ne poursuit pas son envoi. */
    String proprietaire() {
        return "identite/" + verification + "/" + telephone;
    }

    private static Optional<String> attribut(HttpServletRequest requete, String nom) {
        var session = requete.getSession(false);
        return Optional.ofNullable(session == null ? null : (String) session.getAttribute(nom));
    }
}
