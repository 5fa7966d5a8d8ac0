package fr.convergence.isc.capture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.site.Langue;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Le SMS, l'avancement, la reprise par courriel. */
@Tag("ISC-5")
@TestDIsc
final class OrdinateurTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    CommencerVerification commencer;

    @Autowired
    Verifications verifications;

    @Autowired
    Analyse analyse;

    @Autowired
    BoiteAuxLettres boite;

    @Test
    void le_lien_recu_par_sms_ouvre_le_telephone_et_en_demander_trop_est_refuse() {
        var une = neuve();
        var ordinateur = une.ordinateur();
        ordinateur.envoyer("/verification-identite/sms", "mobile", "01 42 68 10 00");
        assertThat(ordinateur.statut()).isEqualTo(422);
        assertThat(ordinateur.texte()).contains("indiquez un numéro de mobile");

        var numero = "+336987" + ThreadLocalRandom.current().nextInt(10_000, 90_000);
        for (var fois = 0; fois < 5; fois++) {
            ordinateur.lire("/verification-identite").envoyer("/verification-identite/sms", "mobile", numero);
            assertThat(ordinateur.destination()).isEqualTo("/verification-identite");
        }
        ordinateur.lire("/verification-identite").envoyer("/verification-identite/sms", "mobile", numero);
        assertThat(ordinateur.statut()).isEqualTo(422);
        assertThat(ordinateur.texte()).contains("Trop de SMS");

        var recus = boite.de(numero);
        assertThat(recus).hasSize(5);
        assertThat(recus.getFirst().texte().length()).as("deux SMS au plus").isLessThan(306);
        var lien = recus.getFirst().trouver("(/mobile/[A-Za-z0-9_-]{43})");
        assertThat(une.telephone(lien).destination()).isEqualTo("/mobile");
        assertThat(une.telephone(recus.getLast().trouver("(/mobile/[A-Za-z0-9_-]{43})"))
                        .texte())
                .as("un lien employé use ses frères")
                .contains("Ce lien a déjà servi");
    }

    @Test
    void qui_reprend_plus_tard_retrouve_sa_verification_sur_un_autre_ordinateur() {
        var une = neuve();
        une.ordinateur().envoyer("/verification-identite/reprises");
        assertThat(une.ordinateur().suivre().texte()).contains("Un e-mail contenant le lien");
        var lien = boite.derniere(une.adresse()).trouver("(/verification-identite/[A-Za-z0-9_-]{43})");
        var autre = new NavigateurDeTest(web).lire(lien);
        assertThat(autre.suivre().texte()).contains("Scannez ce code QR");
    }

    @Test
    void qui_parle_anglais_a_ses_pages_et_son_sms_en_anglais() {
        var une = new UneVerification(web, commencer, verifications, analyse, Langue.ANGLAIS);
        var ordinateur = une.ordinateur().lire("/verification-identite?langue=en");
        assertThat(ordinateur.texte()).contains("Scan this QR code", "Resume later");
        var lien = une.lien("/verification-identite");
        assertThat(lien).endsWith("?langue=en");
        assertThat(new NavigateurDeTest(web).lire(lien).texte()).contains("Start my check");
        var numero = "+336986" + ThreadLocalRandom.current().nextInt(10_000, 90_000);
        ordinateur.lire("/verification-identite").envoyer("/verification-identite/sms", "mobile", numero);
        assertThat(boite.derniere(numero).texte()).contains("to check your identity on this phone", "?langue=en");
    }

    @Test
    void l_avancement_ne_se_lit_que_de_l_ordinateur_qui_suit() throws UnsupportedEncodingException {
        var une = neuve();
        une.pret("PASSEPORT");
        assertThat(lu(une.ordinateur())).startsWith("{\"dit\":\"FILMEE 0/4 ");
        assertThat(lu(new NavigateurDeTest(web))).startsWith("{\"dit\":\"EXPIREE 0/0 ");
        assertThat(new NavigateurDeTest(web).lire("/verification-identite").texte())
                .contains("Aucune vérification en cours ici");
    }

    private String lu(NavigateurDeTest navigateur) throws UnsupportedEncodingException {
        var demande = web.get().uri("/verification-identite/etat");
        if (!navigateur.temoins().isEmpty()) {
            demande.cookie(navigateur.temoins().values().toArray(Cookie[]::new));
        }
        return demande.exchange().getResponse().getContentAsString();
    }

    private UneVerification neuve() {
        return new UneVerification(web, commencer, verifications, analyse);
    }
}
