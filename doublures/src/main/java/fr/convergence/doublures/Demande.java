package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ce qu'une requête HTTP demande.
 *
 * @param corps ses {@value #CORPS_MAX} premiers octets
 */
record Demande(
        String methode, List<String> chemin, Map<String, String> parametres, boolean venueDAilleurs, byte[] corps) {

    static final int CORPS_MAX = 64 * 1024;

    static Demande lire(HttpExchange echange) throws IOException {
        var adresse = echange.getRequestURI();
        var origine = echange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        return new Demande(
                echange.getRequestMethod(),
                Arrays.stream(adresse.getPath().split("/"))
                        .filter(morceau -> !morceau.isEmpty())
                        .toList(),
                parametres(adresse.getRawQuery()),
                origine != null && !origine.equals("same-origin") && !origine.equals("none"),
                echange.getRequestBody().readNBytes(CORPS_MAX));
    }

    boolean modifie() {
        return methode.equals("POST") || methode.equals("DELETE");
    }

    String texte(String nom) {
        return parametres.getOrDefault(nom, "").strip();
    }

    long nombre(String nom, long defaut) {
        return entier(texte(nom), defaut);
    }

    /** Un morceau du chemin lu comme un numéro, -1 s'il n'en est pas un. */
    long numero(int rang) {
        return entier(chemin.get(rang), -1);
    }

    private static long entier(String texte, long defaut) {
        return texte.matches("\\d{1,15}") ? Long.parseLong(texte) : defaut;
    }

    private static Map<String, String> parametres(String requete) {
        var parametres = new HashMap<String, String>();
        if (requete != null) {
            for (var couple : requete.split("&")) {
                var egal = couple.indexOf('=');
                if (egal > 0) {
                    parametres.put(decoder(couple.substring(0, egal)), decoder(couple.substring(egal + 1)));
                }
            }
        }
        return parametres;
    }

    private static String decoder(String texte) {
        try {
            return URLDecoder.decode(texte, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return texte;
        }
    }
}
