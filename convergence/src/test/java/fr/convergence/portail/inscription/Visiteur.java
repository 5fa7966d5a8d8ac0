package fr.convergence.portail.inscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Quelqu'un qui s'inscrit, avec les cookies de son navigateur. */
final class Visiteur {

    static final String MOT_DE_PASSE = "Tulipe-Vélo-Granit-42";

    private final MockMvcTester web;
    private final JdbcClient base;
    private final Coffre coffre;
    private @Nullable Cookie temoin;

    Visiteur(MockMvcTester web, JdbcClient base, Coffre coffre) {
        this.web = web;
        this.base = base;
        this.coffre = coffre;
    }

    MvcTestResult voir(String chemin) {
        var demande = web.get().uri(chemin);
        return retenir((temoin == null ? demande : demande.cookie(temoin)).exchange());
    }

    /** Comme htmx, pendant la frappe. */
    MvcTestResult voirEnFrappant(String chemin) {
        var demande = web.get().uri(chemin).header("HX-Request", "true");
        return retenir((temoin == null ? demande : demande.cookie(temoin)).exchange());
    }

    Document page(String chemin) throws Exception {
        return Jsoup.parse(voir(chemin).getResponse().getContentAsString());
    }

    MvcTestResult envoyer(String chemin, Map<String, String> champs) {
        var demande = web.post()
                .uri(chemin)
                .param("_cle", UUID.randomUUID().toString())
                .with(csrf());
        champs.forEach(demande::param);
        return retenir((temoin == null ? demande : demande.cookie(temoin)).exchange());
    }

    /** Une saisie juste de l'étape 1, contrôle de sécurité résolu, au nom de cette personne. */
    Map<String, String> informations(String nomUtilisateur) throws Exception {
        var champs = new LinkedHashMap<String, String>();
        champs.put("nomUtilisateur", nomUtilisateur);
        champs.put("civilite", "MADAME");
        champs.put("nom", "Dùpont-Lêger");
        champs.put("prenom", "Zoé");
        champs.put("courriel", nomUtilisateur + "@chu.example.fr");
        champs.put("motDePasse", MOT_DE_PASSE);
        champs.put("confirmation", MOT_DE_PASSE);
        champs.put("telephone", "04 67 33 67 33");
        var captcha =
                page("/inscription/informations").select("input[name=captcha]").val();
        if (!captcha.isEmpty()) {
            champs.put("captcha", captcha);
            champs.put("controle", lire(UUID.fromString(captcha)));
        }
        return champs;
    }

    void passerLEtape1(String nomUtilisateur) throws Exception {
        envoyer("/inscription/informations", informations(nomUtilisateur));
    }

    void choisir(String type, String region, String etablissement) {
        envoyer("/inscription/etablissement", Map.of("type", type, "region", region));
        envoyer("/inscription/etablissement/choix", Map.of("etablissement", etablissement));
    }

    /** Celle que montre le récapitulatif : la création n'en accepte pas d'autre. */
    String version() throws Exception {
        return page("/inscription/recapitulatif").select("input[name=version]").val();
    }

    MvcTestResult creer(String version) {
        return envoyer("/inscription/recapitulatif", Map.of("version", version));
    }

    static void redirige(MvcTestResult reponse, String vers) {
        assertThat(reponse).hasStatus(303).hasHeader("Location", vers);
    }

    /** Ce que l'œil lit dans l'image. */
    String lire(UUID captcha) {
        var scelle = base.sql("select texte_scelle from captcha where id = ?")
                .param(captcha)
                .query(byte[].class)
                .single();
        return new String(coffre.ouvrir(scelle, "captcha/" + captcha), UTF_8);
    }

    /** Un autre onglet du même navigateur. */
    Visiteur autreOnglet() {
        var autre = new Visiteur(web, base, coffre);
        autre.temoin = temoin;
        return autre;
    }

    private MvcTestResult retenir(MvcTestResult reponse) {
        var pose = reponse.getResponse().getCookie("__Host-inscription");
        if (pose != null) {
            temoin = pose;
        }
        return reponse;
    }
}
