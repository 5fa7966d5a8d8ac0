package fr.convergence.portail.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ce qu'un vérificateur fait de ses exports dans un test. */
@Component
final class LesExports {

    static final String ADRESSE = "/instruction/exports";

    private final Requetes requetes;
    private final Exports exports;
    private final FaireExport faire;

    LesExports(Requetes requetes, Exports exports, FaireExport faire) {
        this.requetes = requetes;
        this.exports = exports;
        this.faire = faire;
    }

    MvcTestResult demander(Connecte qui, String forme, String... colonnes) {
        return requetes.envoyer(
                qui, ADRESSE, "etat", "transmis_ars", "forme", forme, "colonnes", String.join(",", colonnes));
    }

    UUID pret(Connecte qui, String forme, String... colonnes) {
        assertThat(demander(qui, forme, colonnes)).hasStatus(303);
        assertThat(faire.liste()).isTrue();
        var suivi = exports.de(qui).getFirst();
        assertThat(suivi.rendu()).isPresent();
        return suivi.demande().id();
    }

    static String adresse(UUID export) {
        return ADRESSE + "/" + export + "/fichier";
    }

    Document page(Connecte qui, String adresse) throws UnsupportedEncodingException {
        return lue(requetes.lire(qui, adresse));
    }

    static Document lue(MvcTestResult reponse) throws UnsupportedEncodingException {
        return Jsoup.parse(reponse.getResponse().getContentAsString());
    }
}
