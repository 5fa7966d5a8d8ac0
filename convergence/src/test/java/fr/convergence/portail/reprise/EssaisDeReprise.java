package fr.convergence.portail.reprise;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.tache.Tranche;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Claire tient un dossier de sa clinique ; Léa, de la même clinique, lui succède. */
abstract class EssaisDeReprise {

    static final String REPRISES = "/compte/reprises";

    @Autowired
    UneReferente referente;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    Requetes requetes;

    @Autowired
    MockMvcTester web;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    SuiviDesReprises suivi;

    @Autowired
    JdbcClient base;

    @Autowired
    HorlogeDeTest horloge;

    Connecte operateur;
    Connecte claire;
    Compte successeur;
    Connecte lea;
    ReferenceDeDossier reference;

    @BeforeEach
    void un_dossier_et_qui_lui_succede() {
        operateur = comptes.connecte(comptes.membre(Role.OPERATEUR));
        claire = referente.connectee();
        reference = referente.candidate(GuichetsDEssai.OUVERT);
        successeur = comptes.referent(referente.clinique());
        lea = comptes.connecte(successeur);
    }

    final MvcTestResult demander(Connecte qui) {
        return requetes.envoyer(
                qui,
                REPRISES,
                "guichet",
                GuichetsDEssai.OUVERT,
                "etablissement",
                referente.clinique().toString(),
                "message",
                "Je remplace Claire Durand.");
    }

    final MvcTestResult accepter(Connecte qui) {
        return requetes.envoyer(qui, reponse() + "/acceptations", "demande", demande());
    }

    final MvcTestResult refuser(Connecte qui, String motif) {
        return requetes.envoyer(qui, reponse() + "/refus", "demande", demande(), "motif", motif);
    }

    final MvcTestResult trancher(String decision, String motif) {
        return requetes.envoyer(operateur, arbitrage(), "demande", demande(), "decision", decision, "motif", motif);
    }

    final MvcTestResult prouver() {
        return prouver(new MockMultipartFile("fichier", "delegation.pdf", "application/pdf", Echantillons.pdf()));
    }

    final MvcTestResult prouver(MockMultipartFile pdf) {
        return prouver(pdf, UUID.randomUUID());
    }

    final MvcTestResult prouver(MockMultipartFile pdf, UUID cle, String... champs) {
        return envoyer(arbitrage() + "/preuves", pdf, cle, champs);
    }

    final MvcTestResult trancher(MockMultipartFile pdf, String decision, String motif) {
        return envoyer(arbitrage(), pdf, UUID.randomUUID(), "demande", demande(), "decision", decision, "motif", motif);
    }

    private MvcTestResult envoyer(String adresse, MockMultipartFile pdf, UUID cle, String... champs) {
        var envoi = web.post()
                .uri(adresse)
                .with(requetes.par(operateur))
                .with(csrf())
                .multipart()
                .file(pdf)
                .param(Cadre.CLE_D_ENVOI, cle.toString());
        for (var i = 0; i < champs.length; i += 2) {
            envoi = envoi.param(champs[i], champs[i + 1]);
        }
        return envoi.exchange();
    }

    final String reponse() {
        return "/dossiers/" + reference + "/reprise";
    }

    final String arbitrage() {
        return "/administration/reprises/" + reference;
    }

    final String demande() {
        return base.sql("select id from reprise_demande where reference = ? order by le desc limit 1")
                .param(reference.valeur())
                .query(UUID.class)
                .optional()
                .map(UUID::toString)
                .orElse("");
    }

    final String etat() {
        return base.sql("select etat from reprise_demande where reference = ? order by le desc limit 1")
                .param(reference.valeur())
                .query(String.class)
                .single();
    }

    final boolean tient(Connecte qui) {
        return requetes.lire(qui, "/dossiers/" + reference).getResponse().getStatus() == 200;
    }

    final String dernier(Compte a) {
        return boite.derniere(a.courriel().valeur()).modele();
    }

    final void suivre() {
        suivi.suivre(Tranche.de(Duration.ofSeconds(30)));
    }

    final Document page(Connecte qui, String adresse) throws UnsupportedEncodingException {
        return Jsoup.parse(requetes.lire(qui, adresse).getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
