package fr.convergence.isc.inscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.socle.chiffrement.Coffre;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Quelqu’un qui demande un compte, avec les cookies de son navigateur. */
public final class Postulant {

    private static final String TEMOIN = "inscription";

    private final MockMvcTester web;
    private final JdbcClient base;
    private final Coffre coffre;
    private @Nullable Cookie temoin;

    public Postulant(MockMvcTester web, JdbcClient base, Coffre coffre) {
        this.web = web;
        this.base = base;
        this.coffre = coffre;
    }

    public MvcTestResult voir(String chemin) {
        var demande = web.get().uri(chemin);
        return retenir((temoin == null ? demande : demande.cookie(temoin)).exchange());
    }

    public Document page(String chemin) throws Exception {
        return Jsoup.parse(voir(chemin).getResponse().getContentAsString());
    }

    public MvcTestResult envoyer(String chemin, Map<String, String> champs) {
        var demande = web.post()
                .uri(chemin)
                .param("_cle", UUID.randomUUID().toString())
                .with(csrf());
        champs.forEach(demande::param);
        return retenir((temoin == null ? demande : demande.cookie(temoin)).exchange());
    }

    MvcTestResult deposer(String chemin, String champ, String nom, byte[] octets, Map<String, String> champs) {
        var demande = web.post()
                .uri(chemin)
                .multipart()
                .file(new MockMultipartFile(champ, nom, "application/pdf", octets))
                .param("_cle", UUID.randomUUID().toString())
                .with(csrf());
        champs.forEach(demande::param);
        return retenir((temoin == null ? demande : demande.cookie(temoin)).exchange());
    }

    MvcTestResult deposerKbis(byte[] pdf) {
        return deposer("/inscription/mandataire/entreprise", "kbis", "kbis.pdf", pdf, Map.of());
    }

    /** Une saisie juste, contrôle de sécurité résolu. */
    public Map<String, String> informations(String chemin, String prenom, String nom, String courriel)
            throws Exception {
        var champs = new LinkedHashMap<String, String>();
        champs.put("nomUtilisateur", courriel.substring(0, courriel.indexOf('@')));
        champs.put("civilite", "MONSIEUR");
        champs.put("prenom", prenom);
        champs.put("nom", nom);
        champs.put("courriel", courriel);
        champs.put("telephone", "04 67 33 67 33");
        champs.put("mobile", "");
        champs.put("cgu", "oui");
        var captcha = page(chemin).select("input[name=captcha]").val();
        if (!captcha.isEmpty()) {
            champs.put("captcha", captcha);
            champs.put("controle", lire(UUID.fromString(captcha)));
        }
        return champs;
    }

    void sePresenter(String prenom, String nom, String courriel) throws Exception {
        var chemin = "/inscription/mandataire/informations";
        envoyer(chemin, informations(chemin, prenom, nom, courriel));
    }

    Cookie temoin() {
        return requireNonNull(temoin);
    }

    private String lire(UUID defi) {
        var scelle = base.sql("select texte_scelle from captcha where id = ?")
                .param(defi)
                .query(byte[].class)
                .single();
        return new String(coffre.ouvrir(scelle, "captcha/" + defi), UTF_8);
    }

    private MvcTestResult retenir(MvcTestResult reponse) {
        for (var cookie : reponse.getResponse().getCookies()) {
            if (cookie.getName().endsWith(TEMOIN)) {
                temoin = cookie.getMaxAge() == 0 ? null : cookie;
            }
        }
        return reponse;
    }
}
