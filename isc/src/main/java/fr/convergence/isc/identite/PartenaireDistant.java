package fr.convergence.isc.identite;

/** Un partenaire qui vérifie l'identité chez lui. Sans lui, le site film. */
public interface PartenaireDistant {

    /** Ce que devient une demande de vérification. */
    sealed interface Ouverture {

        /** @param adresse où la personne continue, chez lui */
        record Ouverte(String adresse) implements Ouverture {}

        /** Il ne répond pas, ou répond ce qui ne se croit pas : à refaire plus tard. */
        record Indisponible() implements Ouverture {}
    }

    String nom();

    /** Faux quand il n'est pas réglé : le site film alors lui-même. */
    boolean regle();

    /** Hors de toute transaction ; recommencer reprend la même vérification chez lui. */
    Ouverture ouvrir(Verification verification);
}
