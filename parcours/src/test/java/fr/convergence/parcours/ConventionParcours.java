package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** De l'acceptation à la convention signée : le signataire n'a pas de compte, et tape comme tout le monde. */
final class ConventionParcours {

    private static final String REFERENTE = "ines.garcia";
    private static final String SIGNATAIRE = "signataire@clinique.example";
    private static final int ENTRE_DEUX_TOUCHES_MS = 70;

    @Test
    @Tag("CONV-1")
    @Tag("CONV-2")
    @Tag("DOS-11")
    @Tag("NEW-14")
    void le_signataire_lit_demande_son_code_et_signe() throws Exception {
        try (var chez = Navigateur.sansJavaScript();
                var ars = Navigateur.ouvrir();
                var signataire = Navigateur.surTelephone()) {
            var boite = chez.site().boite();
            var dossier = accepte(chez, ars);

            var lien = boite.attendre(
                    SIGNATAIRE, "(?s)" + Candidatures.reference(dossier) + ".*?https?://[^/\\s]+(/convention/[\\w-]+)");
            signataire.aller(lien);
            signataire.lire("C’est ce document, et lui seul, que vous signez.");
            signataire.capturer("convention-a-signer-telephone");
            assertThat(pdf(signataire, lien + "/document.pdf")).startsWith("%PDF-");

            var avant = boite.dernier(SIGNATAIRE);
            signataire.page().getByText("Je refuse de signer").click();
            signataire
                    .page()
                    .locator("#motifRefus")
                    .pressSequentially(
                            "J’hésite.", new Locator.PressSequentiallyOptions().setDelay(ENTRE_DEUX_TOUCHES_MS));
            signataire.cliquer("Signer la convention");
            signataire.voir("Cochez cette case pour signer.");
            signataire.controler();
            Navigateur.cocher(signataire.page().locator("#accord"));
            signataire.cliquer("Recevoir mon code");
            signataire.voir("Votre code est parti.");
            assertThat(signataire.page().locator("#accord").isChecked()).isTrue();
            assertThat(signataire.page().locator("#motifRefus").inputValue()).isEqualTo("J’hésite.");
            signataire.capturer("convention-code-parti-telephone");
            signataire.page().keyboard().press("Tab");
            signataire
                    .page()
                    .locator("#code")
                    .pressSequentially(
                            boite.attendre(SIGNATAIRE, "(?m)^\\W*(\\d{6})\\W*$", avant),
                            new Locator.PressSequentiallyOptions().setDelay(ENTRE_DEUX_TOUCHES_MS));
            signataire.cliquer("Signer la convention");
            signataire.voir("Elle porte le cachet de la plateforme");
            signataire.controler();
            signataire.capturer("convention-signee-telephone");
            assertThat(pdf(signataire, lien + "/document.pdf")).contains("ETSI.CAdES.detached");

            chez.aller(dossier);
            chez.lire("Convention signée");
            chez.capturer("convention-signee");
            chez.aller("/tableau-de-bord");
            chez.controler();
            ars.aller("/instruction/" + Candidatures.reference(dossier));
            ars.lire("Preuve de la signature");
            ars.capturer("convention-instruction");
            boite.attendre(Usagers.courrielDe(REFERENTE), "signée.*" + Candidatures.reference(dossier));
        }
    }

    private static String accepte(Navigateur chez, Navigateur ars) {
        Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", "299000117");
        Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
        var dossier = Candidatures.candidater(chez, Candidatures.DOMAINE_1, "KERGWENN");
        Candidatures.remplirSansScript(chez, dossier);
        Candidatures.transmettre(chez, dossier);
        Usagers.connecterEquipe(ars, "yann.morvan", Candidatures.MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
        Candidatures.accepter(ars, dossier);
        chez.site()
                .boite()
                .attendre(Usagers.courrielDe(REFERENTE), "envoyée au signataire.*" + Candidatures.reference(dossier));
        chez.aller(dossier);
        chez.lire("Convention à signer");
        chez.capturer("convention-a-signer");
        return dossier;
    }

    /** Ses octets, lus comme des signes : le début et les noms s'y cherchent. */
    private static String pdf(Navigateur chez, String adresse) throws IOException, InterruptedException {
        var page = URI.create(chez.page().url());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page.resolve(adresse)).build(),
                        BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                .body();
    }
}
