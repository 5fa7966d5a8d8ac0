package fr.convergence.isc.rattachement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.isc.inscription.Postulant;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Un représentant ou un salarié demande à rejoindre son entreprise (ISC-7). */
@TestDIsc
@Tag("ISC-7")
class RattachementTest {

    private static final String ENTREPRISE = "/inscription/representant/entreprise";
    private static final String INFORMATIONS = "/inscription/representant/informations";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient base;

    @Autowired
    private Coffre coffre;

    @Autowired
    private ComptesDeTest essais;

    @Autowired
    private Comptes comptes;

    @Autowired
    private BoiteAuxLettres boite;

    private Entreprise entreprise;
    private Postulant elle;
    private String courriel;

    @BeforeEach
    void une_entreprise_inscrite() {
        base.sql("delete from authentification_frein").update();
        entreprise = essais.entreprise();
        elle = new Postulant(web, base, coffre);
        courriel = "r" + UUID.randomUUID().toString().substring(0, 12) + "@logiciels.example";
    }

    @Test
    void l_entreprise_se_trouve_par_son_identifiant_avec_les_prenoms_de_ses_mandataires() throws Exception {
        essais.mandataire(entreprise);

        var page = elle.page(ENTREPRISE + requete());

        assertThat(page.text()).contains(entreprise.raisonSociale(), entreprise.adresse(), "Claire");
        assertThat(page.text()).doesNotContain("Durand");
        assertThat(page.select("a.fr-btn[href^=" + INFORMATIONS + "]").text()).isEqualTo("Suivant");
    }

    @Test
    void une_entreprise_inconnue_dit_quoi_faire_et_un_identifiant_faux_se_corrige() throws Exception {
        assertThat(elle.page(ENTREPRISE + "?type=SIREN&identifiant=552081317").text())
                .contains("Entreprise non reconnue", "Rapprochez-vous de son mandataire");
        assertThat(elle.voir(ENTREPRISE + "?type=SIREN&identifiant=552081318"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(elle.voir(ENTREPRISE + "?type=PASSEPORT&identifiant=1")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(elle.page(ENTREPRISE).select("button[disabled]").text()).isEqualTo("Suivant");
    }

    @Test
    void qui_essaie_toutes_les_entreprises_est_freine() {
        for (var i = 0; i < 30; i++) {
            elle.voir(ENTREPRISE + requete());
        }
        assertThat(elle.voir(ENTREPRISE + requete())).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void la_demande_part_aux_mandataires_et_aux_representants_sans_dire_si_un_compte_existe() throws Exception {
        var mandataire = comptes.titulaire(essais.mandataire(entreprise)).orElseThrow();
        var autre = comptes.titulaire(essais.mandataire(essais.entreprise())).orElseThrow();
        var sien = mandataire.personne().courriel().valeur();

        assertThat(elle.envoyer(INFORMATIONS, saisie(courriel))).hasRedirectedUrl("/inscription/representant/fin");
        var reprise = new Postulant(web, base, coffre);
        assertThat(reprise.envoyer(INFORMATIONS, avec(reprise, sien)))
                .hasRedirectedUrl("/inscription/representant/fin");

        assertThat(boite.de(sien))
                .hasSize(2)
                .allSatisfy(lettre -> assertThat(lettre.modele()).startsWith("demande/inscription"));
        assertThat(boite.de(autre.personne().courriel().valeur())).isEmpty();
        assertThat(base.sql("select fonction from demande where entreprise = ? and etat = 'A_VALIDER'")
                        .param(entreprise.id())
                        .query(String.class)
                        .list())
                .containsExactly("REPRESENTANT", "REPRESENTANT");
    }

    @Test
    void sans_conditions_acceptees_ni_controle_rien_ne_part() throws Exception {
        var sansCgu = saisie(courriel);
        sansCgu.remove("cgu");
        assertThat(elle.envoyer(INFORMATIONS, sansCgu)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var faux = saisie(courriel);
        faux.put("controle", "?");
        assertThat(elle.envoyer(INFORMATIONS, faux)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(elle.envoyer(INFORMATIONS, Map.of("type", "SIREN", "identifiant", "552081317")))
                .hasRedirectedUrl(ENTREPRISE);
        assertThat(base.sql("select count(*) from demande where entreprise = ?")
                        .param(entreprise.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Map<String, String> saisie(String adresse) throws Exception {
        return avec(elle, adresse);
    }

    private Map<String, String> avec(Postulant qui, String adresse) throws Exception {
        var champs = qui.informations(INFORMATIONS + requete(), "Aline", "Durand", adresse);
        champs.put("type", entreprise.identifiant().type().name());
        champs.put("identifiant", entreprise.identifiant().valeur());
        return champs;
    }

    private String requete() {
        return EntrepriseCherchee.requete(entreprise.identifiant());
    }
}
