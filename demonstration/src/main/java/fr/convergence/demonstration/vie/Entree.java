package fr.convergence.demonstration.vie;

import fr.convergence.doublures.Authentificateur;
import fr.convergence.portail.compte.ComptePret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entrer dans le portail : mot de passe, puis le code reçu par courriel, ou celui de l'application d'authentification. */
final class Entree {

    private static final Pattern CODE = Pattern.compile("(?m)^\\W*(\\d{6})\\W*$");
    private static final Pattern LIEN = Pattern.compile("(/convention/[A-Za-z0-9_-]{43})");
    private static final int ESSAIS = 12;
    private static final int ATTENTE_S = 5;

    /** Le temps que vaut un code d'application. */
    private static final Duration PERIODE = Duration.ofSeconds(30);

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI site;
    private final URI boite;
    private final Clock horloge;

    Entree(HttpClient http, URI site, URI boite, Clock horloge) {
        this.http = http;
        this.site = site;
        this.boite = boite;
        this.horloge = horloge;
    }

    Visite entrer(ComptePret compte) throws IOException, InterruptedException {
        var visite = compte.secret() == null ? referent(compte) : equipe(compte, compte.secret());
        if (visite.chemin().startsWith("/cgu")) {
            visite.formulaire("form:has([name=acceptation]) button[type=submit]")
                    .saisir("acceptation", "oui")
                    .envoyer();
        }
        return visite;
    }

    private Visite referent(ComptePret compte) throws IOException, InterruptedException {
        var adresse = compte.courriel().valeur();
        var avant = dernier(adresse);
        var visite = identifier("/connexion", compte);
        return donner(visite, code(adresse, avant));
    }

    private Visite equipe(ComptePret compte, String secret) throws IOException, InterruptedException {
        var visite = identifier("/connexion/equipe", compte);
        var authentificateur =
                new Authentificateur(compte.nom(), compte.courriel().valeur(), secret);
        try {
            return donner(visite, authentificateur.code(horloge.instant()));
        } catch (IllegalStateException dejaServi) {
            // Un code ne sert qu'une fois, et l'on vient peut-être d'être interrompu : le suivant.
            Thread.sleep(PERIODE);
            return donner(visite, authentificateur.code(horloge.instant()));
        }
    }

    private Visite identifier(String page, ComptePret compte) throws IOException, InterruptedException {
        return new Visite(http, site)
                .lire(page)
                .formulaire("form:has([name=motDePasse]) button[type=submit]")
                .saisir("identifiant", compte.nomUtilisateur().valeur())
                .saisir("motDePasse", compte.motDePasse())
                .envoyer();
    }

    private static Visite donner(Visite visite, String code) throws IOException, InterruptedException {
        return visite.formulaire("form:has([name=code]) button[type=submit]")
                .saisir("code", code)
                .envoyer();
    }

    String code(String adresse, long avant) throws IOException, InterruptedException {
        return attendre(adresse, avant, CODE, "");
    }

    /** Le numéro du dernier courriel reçu à cette adresse. */
    long dernier(String adresse) throws IOException, InterruptedException {
        return dernier(courriels(adresse, 0, 0));
    }

    /** La page où mène le lien de signature reçu à cette adresse, pour ce dossier. */
    Visite suivreLeLien(String adresse, String reference) throws IOException, InterruptedException {
        return new Visite(http, site).lire(attendre(adresse, 0, LIEN, reference));
    }

    private String attendre(String adresse, long avant, Pattern motif, String citant)
            throws IOException, InterruptedException {
        for (var essai = 0; essai < ESSAIS; essai++) {
            for (var courriel : courriels(adresse, avant, ATTENTE_S)) {
                var texte = courriel.path("texte").asString().replace('\u00a0', ' ');
                var lu = motif.matcher(texte);
                if (texte.contains(citant) && lu.find()) {
                    return lu.group(1);
                }
            }
        }
        throw new IllegalStateException("Courriel attendu non reçu");
    }

    private static long dernier(JsonNode courriels) {
        var dernier = 0L;
        for (var courriel : courriels) {
            dernier = Math.max(dernier, courriel.path("id").asLong());
        }
        return dernier;
    }

    private JsonNode courriels(String adresse, long depuis, int attendre) throws IOException, InterruptedException {
        var demande = boite.resolve("/api/courriels?a=%s&depuis=%d&attendre=%d"
                .formatted(URLEncoder.encode(adresse, StandardCharsets.UTF_8), depuis, attendre));
        return JSON.readTree(http.send(HttpRequest.newBuilder(demande).build(), BodyHandlers.ofString())
                .body());
    }
}
