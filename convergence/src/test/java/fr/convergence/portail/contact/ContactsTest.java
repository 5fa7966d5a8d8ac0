package fr.convergence.portail.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.guichet.Retour;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TestDuPortail
@Tag("CTC-1")
final class ContactsTest {

    @Autowired
    UneReferente referente;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    Dossiers dossiers;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    BoiteAuxLettres boite;

    private Compte compte;
    private Connecte claire;
    private ReferenceDeDossier reference = ReferenceDeDossier.nouvelle();

    @BeforeEach
    void un_dossier_neuf() {
        compte = referente.compte();
        claire = referente.connectee();
        reference = referente.candidate(GuichetsDEssai.OUVERT);
    }

    @Test
    void un_brouillon_montre_ses_contacts_et_les_corrige_dans_le_formulaire() {
        assertThat(page("")).bodyText().contains("À renseigner", "Modifier les contacts", "id=\"contacts-fenetre\"");

        assertThat(modifier(0, 0, "Durand")).hasStatus(303);

        assertThat(page("")).bodyText().contains("Madame Anne Durand", "anne@chu.example.fr");
        assertThat(page("/candidature/engagement")).bodyText().contains("value=\"Durand\"");
        assertThat(corrections()).isZero();
        assertThat(boite.de(compte.courriel().valeur())).isEmpty();
    }

    @Test
    void la_carte_est_entiere_sur_chaque_page_de_l_etape() {
        modifier(0, 0, "Durand");

        for (var page : List.of("", "/candidature/engagement", "/candidature/ensemble", "/candidature/recapitulatif")) {
            assertThat(page(page))
                    .as(page)
                    .bodyText()
                    .contains("Contacts de l’établissement", "Madame Anne Durand", "id=\"contacts-fenetre\"");
        }
        assertThat(page("/contacts")).bodyText().contains("Modifier le contact DSI", "Durand", "RSSI");
    }

    @Test
    void l_etape_suivante_dit_partout_quand_elle_s_ouvrira() {
        for (var page : List.of("", "/candidature/engagement", "/candidature/recapitulatif")) {
            assertThat(page(page))
                    .as(page)
                    .bodyText()
                    .containsPattern(
                            "S.(39;)?ouvrira le [^,]+, [0-9:]+, si l.(39;)?étape « Formulaire de candidature » est alors acceptée");
        }
    }

    @Test
    void un_contact_incomplet_ou_faux_est_refuse_sans_rien_perdre() {
        var envoi = web.post()
                .uri(adresse("/contacts/dsi"))
                .param("dsi.nom", "Durand")
                .param("dsi.courriel", "pas une adresse")
                .with(requetes.par(claire))
                .with(csrf())
                .exchange();

        assertThat(envoi).hasStatus(422);
        assertThat(envoi).bodyText().contains("value=\"Durand\"", "value=\"pas une adresse\"", "Renseignez ce champ");
    }

    @Test
    void une_version_forgee_ne_corrige_rien() {
        modifier(0, 0, "Durand");
        transmettre();

        for (var forgee : List.of(-1, 1, Integer.MAX_VALUE - 1, Integer.MAX_VALUE)) {
            assertThat(modifier(1, forgee, "Forgé")).as("version " + forgee).hasStatus(409);
        }

        assertThat(corrections()).isZero();
        assertThat(modifier(1, 0, "Martin")).hasStatus(303);
        assertThat(page("")).bodyText().contains("Madame Anne Martin");
    }

    @Test
    void deux_corrections_croisees_se_voient() {
        modifier(0, 0, "Durand");

        var seconde = modifier(0, 0, "Martin");

        assertThat(seconde).hasStatus(409);
        assertThat(seconde).bodyText().contains("value=\"Martin\"", "Durand");
        assertThat(modifier(1, 0, "Martin")).hasStatus(303);
    }

    @Test
    void apres_la_transmission_la_correction_se_trace_a_cote_des_reponses() {
        modifier(0, 0, "Durand");
        transmettre();

        assertThat(modifier(1, 0, "Martin")).hasStatus(303);

        assertThat(page("")).bodyText().contains("Madame Anne Martin");
        assertThat(base.sql(
                                "select reponses::text from saisie_reponses where reponses::text like '%Durand%' and etape = ?")
                        .param(dossiers.duReferent(claire, reference)
                                .orElseThrow()
                                .courante()
                                .id())
                        .query(String.class)
                        .optional())
                .isPresent();
        assertThat(page("/historique"))
                .bodyText()
                .contains("Contact modifié", "DSI", "<del>Durand</del>", "<ins>Martin</ins>");
        assertThat(base.sql("select detail::text from journal where chaine = ? and acte = 'contact-modifie'")
                        .param(reference.valeur())
                        .query(String.class)
                        .single())
                .as("le journal ne retient pas les noms")
                .doesNotContain("Martin");
        assertThat(boite.derniere(compte.courriel().valeur()).objet()).contains("Contact modifié", reference.valeur());
        assertThat(modifier(1, 0, "Petit")).as("correction croisée").hasStatus(409);
        assertThat(modifier(1, 1, "Petit")).hasStatus(303);
    }

    @Test
    void un_brouillon_hors_delai_ne_change_plus() {
        horloge.avancer(Duration.ofDays(14));

        var refusee = modifier(0, 0, "Durand");

        assertThat(refusee).hasStatus(409);
        assertThat(refusee).bodyText().contains("Le délai est passé", "Ce que vous aviez écrit", "Durand");
        assertThat(page("")).bodyText().contains("À renseigner").doesNotContain("Anne Durand");
    }

    @Test
    void un_autre_referent_ne_voit_ni_n_ecrit_rien() {
        var paul = comptes.connecte(comptes.referent());

        for (var suite : List.of("", "/historique", "/contacts", "/contacts/dsi")) {
            assertThat(web.get().uri(adresse(suite)).with(requetes.par(paul)))
                    .as(suite)
                    .hasStatus(404);
        }
        assertThat(web.post()
                        .uri(adresse("/contacts/dsi"))
                        .param("dsi.nom", "Durand")
                        .with(requetes.par(paul))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(page("/contacts/role")).as("pas un contact").hasStatus(404);
    }

    @Test
    void la_vue_d_ensemble_dit_ce_qui_vient_et_de_qui() {
        assertThat(page(""))
                .bodyText()
                .contains("Candidature n° " + reference, "C’est à vous d’agir", "Compléter", "Étape 2 – Déclaration");
        transmettre();

        assertThat(page("")).bodyText().contains("ARS Occitanie", "Consulter").doesNotContain("C’est à vous d’agir");

        rendre("Le RIB est illisible");
        assertThat(page("")).bodyText().contains("Le RIB est illisible", "Corriger et renvoyer");
        assertThat(page("/contacts")).bodyText().contains("DSI", "RSSI", "/contacts/dsi");
    }

    private void transmettre() {
        var dossier = dossiers.duReferent(claire, reference).orElseThrow();
        var avant = dossier.courante();
        var apres = avant.transmettre(horloge.instant(), Retour.DIRECT);
        dossiers.passer(dossier, avant, apres, claire.getName(), ActesDEssai.transmise(avant.vers(apres)));
    }

    private void rendre(String motif) {
        var dossier = dossiers.duReferent(claire, reference).orElseThrow();
        var avant = dossier.courante();
        var retour = horloge.instant().plus(Duration.ofDays(20));
        var apres = avant.demanderModification(horloge.instant(), motif, List.of(), false, retour);
        dossiers.passer(dossier, avant, apres, "essai", ActesDEssai.rendue(avant.vers(apres)));
    }

    private long corrections() {
        return base.sql("select count(*) from contact_correction c where c.par = ?")
                .param(claire.compte())
                .query(Long.class)
                .single();
    }

    /** Tant que l'on n'a pas choisi entre deux onglets, la carte dit ce qui est gardé, pas ce qui vient d'être tapé. */
    @Test
    void entre_deux_onglets_la_carte_montre_le_contact_garde() {
        modifier(0, 0, "Durand");

        var conflit = requetes.envoyer(
                claire,
                adresse("/candidature/engagement"),
                Map.of(
                        "r.dsi",
                        "0",
                        "dsi.civilite",
                        "MADAME",
                        "dsi.nom",
                        "Autre",
                        "dsi.prenom",
                        "Anne",
                        "suite",
                        "suivant"));

        assertThat(conflit).hasStatus(422);
        assertThat(conflit)
                .bodyText()
                .contains("value=\"Autre\"", "Madame Anne Durand")
                .doesNotContain("Madame Anne Autre");
    }

    private MvcTestResult modifier(int revision, int version, String nom) {
        return web.post()
                .uri(adresse("/contacts/dsi"))
                .param("r.dsi", String.valueOf(revision))
                .param("version", String.valueOf(version))
                .param("dsi.civilite", "MADAME")
                .param("dsi.nom", nom)
                .param("dsi.prenom", "Anne")
                .param("dsi.courriel", "anne@chu.example.fr")
                .with(requetes.par(claire))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(String suite) {
        return requetes.lire(claire, adresse(suite));
    }

    private String adresse(String suite) {
        return "/dossiers/" + reference + suite;
    }
}
