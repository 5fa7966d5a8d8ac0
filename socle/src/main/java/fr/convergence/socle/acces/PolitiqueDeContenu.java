package fr.convergence.socle.acces;

import java.net.URI;

/** Rien ne s'exécute ni ne se charge d'ailleurs que d'ici ; aucun script ni style dans les pages. */
public final class PolitiqueDeContenu {

    public static final String ENTETE = "Content-Security-Policy";

    public static final String DU_SITE = envoyantVers("");

    private PolitiqueDeContenu() {}

    /** Celle d'une page dont le formulaire part chez un autre, et nulle part ailleurs. */
    public static String avecEnvoiVers(String adresse) {
        var uri = URI.create(adresse);
        return envoyantVers(" " + uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private static String envoyantVers(String autre) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "media-src 'self'",
                "connect-src 'self'",
                "frame-src 'self'",
                "form-action 'self'" + autre,
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
