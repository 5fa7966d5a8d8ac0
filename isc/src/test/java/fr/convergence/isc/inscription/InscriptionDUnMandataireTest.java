package fr.convergence.isc.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.kbis.Specimens;
import fr.convergence.isc.kbis.UnKbis;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichiers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Les quatre étapes d’un mandataire (ISC-2 à ISC-5). */
@TestDIsc
@Tag("ISC-3")
class InscriptionDUnMandataireTest {

    private static final String INFORMATIONS = "/inscription/mandataire/informations";
    private static final String ENTREPRISE = "/inscription/mandataire/entreprise";
    private static final String IDENTITE = "/inscription/mandataire/identite";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient base;

    @Autowired
    private Coffre coffre;

    @Autowired
    private BoiteAuxLettres boite;

    @Autowired
    private HorlogeDeTest horloge;

    @Autowired
    private Demarches demarches;

    @Autowired
    private Fichiers fichiers;

    @Autowired
    private ConclureVerification conclure;

    @Autowired
    private DemarcheEnCours enCours;

    private Postulant pierre;
    private String courriel;

    @BeforeEach
    void quelqu_un() {
        pierre = new Postulant(web, base, coffre);
        courriel = "p" + UUID.randomUUID().toString().substring(0, 12) + "@logipro.example";
    }

    @Test
    @Tag("ISC-2")
    void le_role_mene_a_sa_suite_et_chacun_dit_ce_qu_il_est() throws Exception {
        assertThat(pierre.page("/inscription").select("input[name=role]")).hasSize(3);
        assertThat(pierre.envoyer("/inscription", Map.of("role", "MANDATAIRE"))).hasRedirectedUrl(INFORMATIONS);
        assertThat(pierre.envoyer("/inscription", Map.of("role", "SALARIE")))
                .hasRedirectedUrl("/inscription/salarie/entreprise");
        assertThat(pierre.envoyer("/inscription", Map.of("role", "OPERATEUR")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    @Tag("ISC-4")
    void le_kbis_est_lu_montre_et_suivant_devient_actif() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);
        assertThat(pierre.page(ENTREPRISE).select("button[disabled]").text()).isEqualTo("Suivant");

        assertThat(pierre.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES))).hasRedirectedUrl(ENTREPRISE);

        var page = pierre.page(ENTREPRISE);
        assertThat(page.text())
                .contains("732 829 320", "LOGIPRO SANTÉ", "12 rue de la Paix", "12 janvier 2026", "Président");
        assertThat(page.select("a.fr-btn[href=" + IDENTITE + "]").text()).isEqualTo("Suivant");
    }

    @Test
    @Tag("ISC-4")
    void un_kbis_trop_ancien_chiffre_trop_long_ou_d_une_autre_est_refuse_et_rien_n_en_reste() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);

        refuse(UnKbis.pdf(Specimens.SAS_EN_COLONNES.replace("12 janvier 2026", "16 décembre 2025")), "plus de 3 mois");
        refuse(UnKbis.chiffre(Specimens.SAS_EN_COLONNES), "chiffré");
        refuse(UnKbis.pages(Specimens.SAS_EN_COLONNES, 200), "20 pages");
        refuse(UnKbis.pdf(Specimens.SARL_EN_LIGNES), "ne figurent pas");
        refuse(UnKbis.pdf("Facture de la société LOGIPRO SANTÉ\n".repeat(9)), "ne semble pas");
        refuse("%PDF-1.7 abîmé".getBytes(StandardCharsets.UTF_8), "abîmé");
        assertThat(pierre.voir(IDENTITE)).hasRedirectedUrl(ENTREPRISE);
        assertThat(base.sql("select count(*) from fichier where proprietaire = ? and etat <> 'SUPPRIME'")
                        .param("inscription/" + inscription())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Tag("ISC-4")
    void un_kbis_numerise_ou_un_autre_document_laissent_continuer() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);

        pierre.deposerKbis(UnKbis.pdf(""));
        assertThat(pierre.page(ENTREPRISE).text()).contains("Tout n’a pas pu être lu");
        assertThat(pierre.voir(IDENTITE)).hasStatusOk();

        var champs = Map.of(
                "type",
                "BCE",
                "identifiant",
                "0403.170.701",
                "raisonSociale",
                "Soins & Co",
                "adresse",
                "1 Grote Markt",
                "pays",
                "");
        assertThat(pierre.deposer(
                        "/inscription/mandataire/autre-document",
                        "document",
                        "uittreksel.pdf",
                        UnKbis.pdf("Uittreksel"),
                        champs))
                .hasRedirectedUrl(ENTREPRISE);
        assertThat(pierre.page(ENTREPRISE).text()).contains("Soins & Co", "0403170701", "uittreksel.pdf");
        assertThat(dossier().document().pays()).isEqualTo("BE");
    }

    @Test
    @Tag("ISC-5")
    void sans_consentement_rien_ne_commence_et_la_fin_transmet_une_seule_fois() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);
        pierre.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));
        var inscription = inscription();

        assertThat(pierre.envoyer(IDENTITE, Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        conclure.terminee(inscription);
        assertThat(demarches.une(inscription))
                .hasValueSatisfying(tenue -> assertThat(tenue.enCours()).isTrue());

        assertThat(pierre.envoyer(IDENTITE, Map.of("consentement", "oui"))
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/verification-identite/");
        conclure.terminee(inscription);
        conclure.terminee(inscription);

        assertThat(boite.de(courriel)).hasSize(1);
        assertThat(pierre.page("/inscription/mandataire/fin").text())
                .contains("Vérification de votre identité terminée");
        assertThat(pierre.voir(ENTREPRISE)).hasRedirectedUrl(INFORMATIONS);
    }

    @Test
    @Tag("ISC-5")
    void qui_reprend_plus_tard_retrouve_ou_il_en_etait_par_un_lien_qui_ne_sert_qu_une_fois() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);
        pierre.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));
        pierre.envoyer("/inscription/mandataire/reprises", Map.of());
        assertThat(pierre.voir(ENTREPRISE)).hasRedirectedUrl(INFORMATIONS);

        var lien = boite.derniere(courriel).trouver("(/inscription/reprise/[A-Za-z0-9_-]{43})");
        horloge.avancer(Duration.ofDays(6));
        var ailleurs = new Postulant(web, base, coffre);
        assertThat(ailleurs.page(lien).select("form[action=" + lien + "]")).hasSize(1);
        assertThat(ailleurs.envoyer(lien, Map.of())).hasRedirectedUrl(IDENTITE);
        assertThat(ailleurs.voir(IDENTITE)).hasStatusOk();
        assertThat(new Postulant(web, base, coffre).envoyer(lien, Map.of())).hasStatusOk();
        assertThat(new Postulant(web, base, coffre).page(lien).text()).contains("Ce lien ne vaut plus");
    }

    @Test
    void un_autre_nom_demande_de_redeposer_le_kbis() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);
        pierre.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));

        pierre.sePresenter("Hélène", "Le Goff", courriel);

        assertThat(pierre.voir(IDENTITE)).hasRedirectedUrl(ENTREPRISE);
    }

    @Test
    @Tag("ISC-4")
    void un_kbis_lu_pour_un_nom_ne_s_attache_pas_a_un_autre_saisi_pendant_ce_temps() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);
        var lue = demarches.une(inscription()).orElseThrow();
        pierre.sePresenter("Hélène", "Inconnue", courriel);
        pierre.deposerKbis(UnKbis.pdf(""));
        var depose = dossier().document();
        var luPourPierre = new DocumentDEntreprise(
                UUID.randomUUID(), "kbis.pdf", true, null, "LOGIPRO", "", "FR", null, "Président", Set.of());

        var requete = new MockHttpServletRequest();
        requete.setCookies(pierre.temoin());
        var perdu = enCours.attacher(lue, luPourPierre, requete, new MockHttpServletResponse());

        assertThat(perdu).contains(luPourPierre);
        assertThat(dossier().document()).isEqualTo(depose);
        assertThat(dossier().declarant().nom()).isEqualTo("Inconnue");
    }

    @Test
    void remplacer_un_document_efface_le_precedent() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);
        pierre.deposerKbis(UnKbis.pdf(""));
        var premier = dossier().document().fichier();
        pierre.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));

        assertThat(fichiers.fiche(premier))
                .hasValueSatisfying(fiche -> assertThat(fiche.etat()).isInstanceOf(EtatFichier.Supprime.class));
    }

    @Test
    void rien_n_est_en_clair_et_tout_s_oublie_une_heure_apres() throws Exception {
        pierre.sePresenter("Pierre-François", "Durand", courriel);
        pierre.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));
        var inscription = inscription();
        var fichier = dossier().document().fichier();
        assertThat(base.sql("select i::text from inscription i where id = ?")
                        .param(inscription)
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("durand")
                .doesNotContain("732829320");

        horloge.avancer(Demarches.CONSERVATION.plusSeconds(1));
        assertThat(pierre.voir(ENTREPRISE)).hasRedirectedUrl(INFORMATIONS);
        while (OubliDesDemarches.oublierUne(demarches, fichiers)) {
            assertThat(true).isTrue();
        }

        assertThat(demarches.une(inscription)).isEmpty();
        assertThat(fichiers.lire(fichier)).isEmpty();
    }

    @Test
    void les_informations_sont_controlees_et_le_controle_de_securite_aussi() throws Exception {
        var champs = pierre.informations(INFORMATIONS, "Pierre", "Durand", courriel);
        champs.put("courriel", "sans arobase");
        champs.remove("cgu");
        var juste = champs.put("controle", "0000");
        assertThat(pierre.envoyer(INFORMATIONS, champs)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(juste).isNotEqualTo("0000");

        var refaits = pierre.informations(INFORMATIONS, "Pierre", "Durand", courriel);
        refaits.put("telephone", "12");
        var reponse = pierre.envoyer(INFORMATIONS, refaits);
        assertThat(reponse)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Contrôle de sécurité réussi");
    }

    private void refuse(byte[] pdf, String pourquoi) {
        assertThat(pierre.deposerKbis(pdf))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(pourquoi);
    }

    private UUID inscription() {
        return base.sql("select id from inscription order by commencee_le desc, id desc limit 1")
                .query(UUID.class)
                .single();
    }

    private DemarcheDuMandataire dossier() {
        return demarches.une(inscription()).orElseThrow().demarche();
    }
}
