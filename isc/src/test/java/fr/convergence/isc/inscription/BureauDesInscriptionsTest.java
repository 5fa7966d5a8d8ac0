package fr.convergence.isc.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.PortesDIsc;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.isc.identite.EtatDeVerification;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.isc.kbis.Specimens;
import fr.convergence.isc.kbis.UnKbis;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Le bureau des opérateurs, page après page (ISC-6). */
@TestDIsc
@Tag("ISC-6")
class BureauDesInscriptionsTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient base;

    @Autowired
    private Coffre coffre;

    @Autowired
    private ConclureVerification conclure;

    @Autowired
    private Verifications verifications;

    @Autowired
    private InscriptionsAExaminer inscriptions;

    @Autowired
    private Comptes comptes;

    @Autowired
    private ComptesDeTest essais;

    @Autowired
    private PortesDIsc portes;

    @Autowired
    private BoiteAuxLettres boite;

    @Autowired
    private HorlogeDeTest horloge;

    @Test
    void une_inscription_s_accepte_apres_les_trois_controles_et_l_entreprise_relue() throws Exception {
        var id = transmise();
        var courriel = inscriptions.une(id).orElseThrow().declarant().courriel().valeur();
        horloge.avancer(Duration.ofHours(30));
        var operateur = portes.entrer(essais.operateur()).lire("/administration");
        assertThat(operateur.texte()).contains("Inscriptions à examiner");
        assertThat(operateur.lire("/administration/inscriptions").texte())
                .contains("Pierre-François Durand", "Plus de 24 heures");

        var adresse = "/administration/inscriptions/" + id;
        operateur.lire(adresse);
        assertThat(operateur.texte()).contains(courriel, "Extrait Kbis", "Vérification d’identité");
        assertThat(operateur.page().select("#identifiant").val())
                .as("lu sur le Kbis")
                .isNotEmpty();
        operateur.envoyer(adresse + "/acceptation", "raisonSociale", "LOGIPRO relue", "authenticite", "oui");
        assertThat(operateur.statut()).isEqualTo(422);
        assertThat(operateur.texte()).contains("Faites ce contrôle");
        assertThat(operateur.page().select("#raisonSociale").val()).isEqualTo("LOGIPRO relue");
        operateur.envoyer(
                adresse + "/acceptation",
                "authenticite",
                "oui",
                "visage",
                "oui",
                "coherence",
                "oui",
                "type",
                "SIREN",
                "identifiant",
                "732 829 320",
                "raisonSociale",
                "LOGIPRO",
                "adresse",
                "12 rue de la Paix, 75002 Paris",
                "pays",
                "fr");

        assertThat(operateur.destination()).isEqualTo("/administration/inscriptions");
        var compte = comptes.designe(courriel).orElseThrow();
        assertThat(compte.fonction()).isEqualTo(Fonction.MANDATAIRE);
        assertThat(boite.derniere(courriel).texte()).contains("/invitation/");
        assertThat(operateur.lire(adresse).statut()).as("décidée").isEqualTo(404);
    }

    @Test
    void un_refus_et_une_reprise_disent_pourquoi() throws Exception {
        var id = transmise();
        var courriel = inscriptions.une(id).orElseThrow().declarant().courriel().valeur();
        var adresse = "/administration/inscriptions/" + id;
        var operateur = portes.entrer(essais.operateur()).lire(adresse);

        operateur.envoyer(adresse + "/refus");
        assertThat(operateur.texte()).contains("Écrivez le motif");
        operateur.envoyer(adresse + "/reprise", "motif", "Le Kbis est coupé.");
        assertThat(operateur.statut()).isEqualTo(422);
        assertThat(operateur.texte()).contains("Cochez ce que vous redemandez");
        operateur.envoyer(adresse + "/reprise", "motif", "Le Kbis est coupé.", "autreDocument", "oui");
        assertThat(operateur.suivre().texte()).contains("La personne reçoit un e-mail");
        assertThat(boite.derniere(courriel).texte()).contains("Le Kbis est coupé.");
        operateur.envoyer(adresse + "/refus", "motif", "Trop tard.");
        assertThat(operateur.suivre().texte()).contains("Cette inscription est déjà décidée.");
    }

    @Test
    void seul_un_operateur_ouvre_le_bureau() throws Exception {
        var id = transmise();
        var mandataire = portes.entrer(essais.mandataire(essais.entreprise()));
        for (var page : new String[] {
            "/administration",
            "/administration/inscriptions",
            "/administration/inscriptions/" + id,
            "/administration/inscriptions/" + id + "/document",
            "/administration/services",
            "/administration/cles"
        }) {
            assertThat(mandataire.lire(page).statut()).as(page).isEqualTo(403);
        }
    }

    @Test
    void un_service_se_raccorde_son_secret_se_montre_une_fois_et_une_cle_se_remplace() {
        var operateur = portes.entrer(essais.operateur()).lire("/administration/services/nouveau");
        var nom = "essai-" + UUID.randomUUID();
        operateur.envoyer("/administration/services", "clientId", nom, "retours", "http://ailleurs.example/retour");
        assertThat(operateur.statut()).isEqualTo(422);
        assertThat(operateur.texte()).contains("Saisissez une adresse entière en https");
        operateur.envoyer(
                "/administration/services",
                "clientId",
                nom,
                "nom",
                "Service d'essai",
                "description",
                "Un service.",
                "adresse",
                "https://service.example/",
                "methode",
                "client_secret_basic",
                "retours",
                "https://service.example/retour",
                "portees",
                "openid email",
                "fonctions",
                "SALARIE",
                "algorithme",
                "ES256",
                "consentement",
                "oui");
        assertThat(operateur.texte()).contains("Ce secret ne sera plus montré", nom);
        var secret = operateur.page().select("code").get(1).text();
        assertThat(secret.length()).isGreaterThan(20);
        assertThat(operateur.lire("/administration/services").texte()).contains("Service d'essai");
        assertThat(operateur.lire("/services").statut()).isEqualTo(200);

        operateur.lire("/administration/cles").envoyer("/administration/cles/remplacements", "algorithme", "ES256");
        operateur.suivre();
        var avant = operateur.page().select("tbody tr").size();
        operateur.envoyer("/administration/cles/remplacements", "algorithme", "ES256");
        assertThat(operateur.suivre().page().select("tbody tr").size()).isEqualTo(avant + 1);
        assertThat(operateur.texte()).contains("Passive", "La clé est remplacée.");
    }

    @Test
    void un_operateur_en_invite_un_autre_et_ne_se_ferme_pas_la_porte() {
        var moi = essais.operateur();
        var operateur = portes.entrer(moi).lire("/administration/operateurs");
        var nom = "op" + UUID.randomUUID().toString().substring(0, 8);
        operateur.envoyer("/administration/operateurs", "prenom", "Ève");
        assertThat(operateur.statut()).isEqualTo(422);
        operateur.envoyer(
                "/administration/operateurs",
                "civilite",
                "MADAME",
                "prenom",
                "Ève",
                "nom",
                "Martin",
                "courriel",
                nom + "@ans.example",
                "nomUtilisateur",
                nom);
        assertThat(operateur.suivre().texte()).contains("L’invitation est envoyée");
        assertThat(boite.derniere(nom + "@ans.example").texte()).contains("/invitation/");

        operateur.envoyer("/administration/operateurs/" + moi + "/fermeture");
        assertThat(operateur.suivre().texte()).contains("déjà fermé, ou c’est le vôtre");
        var salarie = essais.membre(Fonction.SALARIE, essais.entreprise());
        operateur.envoyer("/administration/operateurs/" + salarie + "/fermeture");
        assertThat(comptes.titulaire(salarie).orElseThrow().personne().active()).isTrue();
    }

    private UUID transmise() throws Exception {
        var postulant = new Postulant(web, base, coffre);
        postulant.sePresenter(
                "Pierre-François", "Durand", "x" + UUID.randomUUID().toString().substring(0, 12) + "@logipro.example");
        postulant.deposerKbis(UnKbis.pdf(Specimens.SAS_EN_COLONNES));
        postulant.envoyer("/inscription/mandataire/identite", Map.of("consentement", "oui"));
        var id = base.sql("select id from inscription order by commencee_le desc, id desc limit 1")
                .query(UUID.class)
                .single();
        filmer(verifications.deLInscription(id).orElseThrow());
        conclure.terminee(id);
        return id;
    }

    /** Tout est filmé et contrôlé. */
    private void filmer(Verification commencee) {
        verifications.ecrire(new Verification(
                commencee.id(),
                commencee.inscription(),
                commencee.personne(),
                new EtatDeVerification.EnExamen(horloge.instant()),
                commencee.prise(),
                commencee.partenaire(),
                commencee.reference(),
                commencee.avis(),
                commencee.expireLe()));
    }
}
