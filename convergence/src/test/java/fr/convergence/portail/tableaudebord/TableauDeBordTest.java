package fr.convergence.portail.tableaudebord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Le tableau de bord d'un référent : ce qui l'attend, ses échéances, la liste de ses candidatures. */
@TestDuPortail
@Tag("TDB-1")
@Tag("TDB-2")
@Tag("TDB-3")
final class TableauDeBordTest {

    @Autowired
    UneReferente referente;

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    CreerDossier creer;

    @Autowired
    Dossiers dossiers;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private static final String LOIN = "ESSAI-LOIN";

    private CleCandidat clinique;
    private Connecte claire;

    @BeforeEach
    void une_referente_et_sa_clinique() {
        clinique = referente.clinique();
        claire = referente.connectee();
    }

    @Test
    void le_tableau_de_bord_dit_ce_qui_attend_et_pour_quand() {
        assertThat(tableau(claire, ""))
                .bodyText()
                .contains("Aucune candidature")
                .doesNotContain("Ce qui vous attend");
        var reference = cree(claire, clinique);

        assertThat(tableau(claire, ""))
                .bodyText()
                .contains(
                        "Ce qui vous attend", "/dossiers/" + reference + "/candidature", "23:59", "Il reste 12 jours");
        horloge.avancer(Duration.ofDays(14));
        assertThat(tableau(claire, "")).bodyText().contains(reference.valeur()).doesNotContain("Ce qui vous attend");
    }

    @Test
    @Tag("TDB-1")
    void meme_vide_il_dit_les_sept_temps_du_programme_et_garde_afficher_et_rechercher() {
        var page = page("/tableau-de-bord");

        assertThat(page.select("#programme-titre").text()).isEqualTo("Programme CaRE");
        assertThat(page.select("section[aria-labelledby=programme-titre] ol li"))
                .hasSize(7);
        assertThat(page.select("#candidatures select[name=taille], #candidatures input[name=q]"))
                .hasSize(2);
        assertThat(page.select("#candidatures").text()).contains("Aucune candidature", "Afficher");
    }

    @Test
    @Tag("DOS-3")
    void les_deux_echeances_d_un_domaine_se_disent_partout_chacune_avec_son_mot() {
        var deux = "Candidatures du .+ au .+ 23:59. Premier dépôt du formulaire jusqu.au .+ 23:59";
        var limite =
                "Date limite de premier dépôt. Les nouvelles candidatures à ce domaine se créent jusqu.au .+ 23:59";
        assertThat(page("/candidater").select("main").text()).containsPattern(deux);
        assertThat(page("/tableau-de-bord")
                        .select("section[aria-labelledby=programme-titre]")
                        .text())
                .containsPattern(deux);

        var dossier = "/dossiers/" + cree(claire, clinique);

        assertThat(attentes().text()).containsPattern(limite);
        assertThat(page(dossier).select("main").text()).containsPattern(deux).containsPattern(limite);
        assertThat(page(dossier + "/candidature/engagement").select("main").text())
                .containsPattern(limite);
    }

    @Test
    @Tag("DOS-3")
    void une_etape_fermee_ne_montre_pas_une_periode_deja_commencee() {
        var dossier = "/dossiers/" + cree(claire, clinique);
        assertThat(seconde(dossier))
                .containsPattern("S.ouvrira le .+, si l.étape .+ acceptée")
                .containsPattern("Du .+ au");

        horloge.avancer(Duration.ofDays(31));

        assertThat(seconde(dossier)).contains("Date limite de cette étape : le").doesNotContainPattern("Du .+ au");
    }

    private String seconde(String dossier) {
        return page(dossier).select("section[aria-labelledby=etape-2]").text();
    }

    private Document page(String chemin) {
        return Jsoup.parse(
                new String(requetes.lire(claire, chemin).getResponse().getContentAsByteArray(), UTF_8));
    }

    @Test
    void une_echeance_a_moins_de_quatorze_jours_se_distingue_et_passe_devant() {
        GuichetsDEssai.publier(guichets, LOIN, "candidature", "EJ_PRIVEE", "J-1T09:00/J+10T23:59:59", "J+20T23:59:59");
        cree(claire, clinique);
        var lointain = ((Creation.Cree) creer.executer(claire, LOIN, clinique)).reference();

        assertThat(attentes())
                .satisfiesExactly(
                        proche -> assertThat(proche.text())
                                .contains("Domaine OUVERT", "Échéance proche", "Il reste 12 jours"),
                        loin -> assertThat(loin.text())
                                .contains(lointain.valeur(), "Il reste 20 jours")
                                .doesNotContain("Échéance proche"));
        assertThat(attentes().first().hasClass("cv-carte--urgente")).isTrue();

        horloge.avancer(Duration.ofDays(7));
        assertThat(attentes()).allSatisfy(attente -> assertThat(attente.text()).contains("Échéance proche"));
        assertThat(web.get().uri("/dossiers/" + lointain).with(requetes.par(claire)))
                .bodyText()
                .contains("cv-carte--urgente", "Il reste 13 jours");
    }

    @Test
    void un_referent_ne_voit_que_ses_dossiers_et_l_equipe_n_y_vient_pas() {
        var reference = cree(claire, clinique);
        var paul = comptes.connecte(comptes.referent(clinique));

        assertThat(tableau(paul, "")).bodyText().doesNotContain(reference.valeur());
        assertThat(tableau(comptes.connecte(comptes.membre(Role.ANS)), "")).hasStatus(403);
    }

    @Test
    void la_liste_se_cherche_se_trie_et_se_pagine() {
        var cliniques = IntStream.range(0, 12)
                .mapToObj(_ -> EtablissementDEssai.nouveau(base))
                .toList();
        var paul = comptes.connecte(comptes.referent(cliniques.toArray(CleCandidat[]::new)));
        cliniques.forEach(cle -> cree(paul, cle));

        assertThat(lignes(paul, "")).hasSize(10);
        assertThat(lignes(paul, "?page=2")).hasSize(2);
        assertThat(lignes(paul, "?page=99")).hasSize(2);
        assertThat(lignes(paul, "?taille=25")).hasSize(12);
        assertThat(lignes(paul, "?q=" + cliniques.get(3).identifiant())).hasSize(1);
        assertThat(lignes(paul, "?taille=25&q=completer formulaire")).hasSize(12);
        assertThat(lignes(paul, "?q=introuvable")).isEmpty();
        assertThat(lignes(paul, "?taille=25&tri=reference")).isSorted();
        assertThat(lignes(paul, "?taille=25&ordre=-reference")).isSortedAccordingTo((a, b) -> b.compareTo(a));
        var trierPar = Jsoup.parse(new String(
                        tableau(paul, "?ordre=-reference").getResponse().getContentAsByteArray(), UTF_8))
                .select("select[name=ordre]");
        assertThat(trierPar.attr("form")).isEqualTo("filtres");
        assertThat(trierPar.select("option[selected]").eachText()).containsExactly("Référence, de Z à A");
        assertThat(trierPar.select("option").eachText())
                .hasSize(11)
                .contains("Les plus récentes d’abord")
                .noneMatch(texte -> texte.contains("⟦"));
    }

    private ReferenceDeDossier cree(Connecte qui, CleCandidat cle) {
        return ((Creation.Cree) creer.executer(qui, GuichetsDEssai.OUVERT, cle)).reference();
    }

    private Elements attentes() {
        return Jsoup.parse(new String(tableau(claire, "").getResponse().getContentAsByteArray(), UTF_8))
                .select(".cv-attentes > li");
    }

    private List<String> lignes(Connecte qui, String requete) {
        var page = new String(tableau(qui, requete).getResponse().getContentAsByteArray());
        return Stream.of(page.split("<th scope=\"row\""))
                .skip(1)
                .map(ligne -> ligne.replaceAll("(?s).*?/dossiers/([A-Z]{10}).*", "$1"))
                .toList();
    }

    private MvcTestResult tableau(Connecte qui, String requete) {
        return requetes.lire(qui, "/tableau-de-bord" + requete);
    }

    private MvcTestResult candidater(Connecte qui, String guichet, CleCandidat cle) {
        return web.post()
                .uri("/dossiers")
                .param("guichet", guichet)
                .param("etablissement", cle.toString())
                .with(requetes.par(qui))
                .with(csrf())
                .exchange();
    }
}
