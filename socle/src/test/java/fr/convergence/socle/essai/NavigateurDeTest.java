package fr.convergence.socle.essai;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Un navigateur sans écran : il garde ses témoins et rend le jeton anti-rejeu de la dernière page lue. */
public final class NavigateurDeTest {

    private final MockMvcTester web;
    private final String adresse;
    private final Map<String, Cookie> temoins = new HashMap<>();
    private MockHttpServletResponse reponse = new MockHttpServletResponse();
    private Document page = new Document("");
    private boolean duSite;

    public NavigateurDeTest(MockMvcTester web) {
        this(web, "192.0.2.1");
    }

    /** @param adresse l'adresse IP d'où il vient */
    public NavigateurDeTest(MockMvcTester web, String adresse) {
        this.web = web;
        this.adresse = adresse;
    }

    /** Un second clic, que la réponse du premier n'a pas devancé : la même page, les mêmes témoins. */
    public NavigateurDeTest secondClic() {
        var autre = new NavigateurDeTest(web, adresse);
        autre.temoins.putAll(temoins);
        autre.page = page;
        autre.reponse = reponse;
        autre.duSite = true;
        return autre;
    }

    public NavigateurDeTest lire(String chemin) {
        demander(HttpMethod.GET, chemin);
        return this;
    }

    /** Envoie un formulaire ; les champs vont par deux, nom puis valeur. */
    public NavigateurDeTest envoyer(String chemin, String... champs) {
        demander(HttpMethod.POST, chemin, champs);
        return this;
    }

    /** Suit la redirection reçue. */
    public NavigateurDeTest suivre() {
        return lire(destination());
    }

    public int statut() {
        return reponse.getStatus();
    }

    public String destination() {
        var vers = reponse.getRedirectedUrl();
        if (vers == null) {
            throw new AssertionError("Pas de redirection : " + statut() + "\n" + page.text());
        }
        return vers;
    }

    public MockHttpServletResponse reponse() {
        return reponse;
    }

    public Document page() {
        return page;
    }

    public String texte() {
        return page.text();
    }

    public Map<String, Cookie> temoins() {
        return temoins;
    }

    private void demander(HttpMethod methode, String chemin, String... champs) {
        var requete = web.method(methode)
                .uri(URI.create(chemin))
                .accept(MediaType.TEXT_HTML)
                .with(brute -> {
                    brute.setRemoteAddr(adresse);
                    return brute;
                });
        if (!temoins.isEmpty()) {
            requete.cookie(temoins.values().toArray(Cookie[]::new));
        }
        if (duSite) {
            requete.header("Sec-Fetch-Site", "same-origin");
        }
        if (methode == HttpMethod.POST) {
            page.select("input[name=_csrf]").stream()
                    .findFirst()
                    .ifPresent(jeton -> requete.param("_csrf", jeton.val()));
            page.select("form[action=" + chemin + "] input[name=_cle]").stream()
                    .findFirst()
                    .ifPresent(cle -> requete.param("_cle", cle.val()));
        }
        for (var i = 0; i < champs.length; i += 2) {
            requete.param(champs[i], champs[i + 1]);
        }
        reponse = requete.exchange().getResponse();
        retenirLesTemoins();
        lirePage();
    }

    private void retenirLesTemoins() {
        Arrays.stream(reponse.getCookies()).forEach(temoin -> {
            if (temoin.getMaxAge() == 0) {
                temoins.remove(temoin.getName());
            } else {
                temoins.put(temoin.getName(), temoin);
            }
        });
    }

    private void lirePage() {
        var type = reponse.getContentType();
        if (type != null && type.startsWith("text/html")) {
            page = Jsoup.parse(new String(reponse.getContentAsByteArray(), StandardCharsets.UTF_8));
        }
    }
}
