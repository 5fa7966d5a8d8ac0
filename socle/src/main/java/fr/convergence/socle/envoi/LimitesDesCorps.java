package fr.convergence.socle.envoi;

import java.time.Duration;

/**
 * Ce qu'un corps de requête peut peser, en octets, et le temps qu'on lui laisse.
 *
 * @param formulaireAnonyme un formulaire d'un visiteur que personne ne connaît
 * @param formulaire un formulaire d'une personne connectée
 * @param avantLeJeton ce qui se lit d'un envoi de fichiers pour y trouver le jeton
 * @param jetes ce qui se lit d'un envoi refusé pour en rendre le texte, fichiers jetés à mesure
 * @param parRequete ce qu'une requête tient en mémoire
 * @param sursis le temps d'arriver, avant que le débit soit jugé
 */
public record LimitesDesCorps(
        long formulaireAnonyme,
        long formulaire,
        long avantLeJeton,
        long jetes,
        long parRequete,
        long parFichier,
        long enTout,
        Duration sursis) {

    /** Combien de champs et de fichiers un envoi peut compter : une page qui en demanderait davantage ne pourrait pas partir. */
    public static final int PARTIES = 2_000;

    static final int FORMULAIRE = 2 * 1024 * 1024;

    /** Ce qui se lit, pour en rendre le texte, d'un envoi trop lourd de qui y a droit : un navigateur n'écoute la réponse qu'ensuite. */
    static final long REFUSE = 1024L * 1024 * 1024;

    /** Le temps qu'il y met : à dix mégabits, les fichiers de trop d'un formulaire ordinaire. */
    static final Duration POUR_REFUSER = Duration.ofSeconds(60);

    /** Le temps d'envoyer une pièce ordinaire sur une ligne lente. */
    static final Duration POUR_RENDRE = Duration.ofSeconds(20);

    static LimitesDesCorps desFichiers(long parFichier, long enTout) {
        return new LimitesDesCorps(
                64 * 1024,
                FORMULAIRE,
                16 * 1024,
                16 * 1024 * 1024,
                8 * 1024 * 1024,
                parFichier,
                enTout,
                Duration.ofSeconds(10));
    }
}
