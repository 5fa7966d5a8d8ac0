package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.base.HorlogeDeTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Transmettre, une fois et à l'heure (DOS-7, DOS-8), et ce qu'en garde l'histoire (DOS-9). */
@TestDuPortail
@Tag("DOS-7")
@Tag("DOS-8")
final class TransmissionTest {

    private static final String AUTRE_IBAN = "FR14 2004 1010 0505 0001 3M02 606";

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Test
    void une_etape_incomplete_ne_se_transmet_pas() {
        var resultat = saisie.transmettre(saisie.claire, UUID.randomUUID());

        assertThat(resultat).hasStatus(422);
        assertThat(resultat).bodyText().contains("n’est pas transmise");
    }

    @Test
    void une_transmission_scelle_les_reponses_et_rend_un_accuse() {
        saisie.remplir();

        var resultat = saisie.transmettre(saisie.claire, UUID.randomUUID());

        assertThat(resultat).hasStatus(303).hasHeader("Location", saisie.adresse("/accuses/1"));
        assertThat(saisie.page("/accuses/1")).bodyText().contains(saisie.reference.valeur(), "Empreinte SHA-256");
        assertThat(web.get().uri(saisie.adresse("/accuses/1.pdf")).with(requetes.par(saisie.claire)))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(saisie.etat()).isInstanceOf(EtatEtape.EnVerification.class);
        assertThat(saisie.enregistrer("role", "1", "role", "Autre")).hasStatus(303);
    }

    @Test
    void l_accuse_est_le_meme_a_l_octet_pres_a_chaque_demande() {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());

        var premier = saisie.page("/accuses/1.pdf").getResponse().getContentAsByteArray();
        horloge.avancer(Duration.ofSeconds(61));
        var second = saisie.page("/accuses/1.pdf").getResponse().getContentAsByteArray();

        assertThat(second).isEqualTo(premier).hasSizeGreaterThan(1_000);
    }

    @Test
    void vingt_envois_du_meme_formulaire_n_en_font_qu_un() throws Exception {
        saisie.remplir();
        var cle = UUID.randomUUID();
        Callable<String> envoi =
                () -> saisie.transmettre(saisie.claire, cle).getResponse().getHeader("Location");

        List<String> adresses;
        try (var fils = Executors.newFixedThreadPool(8)) {
            adresses = fils.invokeAll(java.util.Collections.nCopies(20, envoi)).stream()
                    .map(resultat -> resultat.resultNow())
                    .distinct()
                    .toList();
        }

        assertThat(adresses).containsExactly(saisie.adresse("/accuses/1"));
        assertThat(base.sql("""
                        select count(*) from saisie_edition join dossier_etape on dossier_etape.id = etape
                        join dossier on dossier.id = dossier where reference = ?
                        """)
                        .param(saisie.reference.valeur())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void la_cle_d_un_autre_envoi_est_refusee_en_disant_quoi_faire() throws Exception {
        saisie.remplir();
        var cle = UUID.randomUUID();
        saisie.transmettre(saisie.claire, cle);

        var ailleurs = saisie.adresse("").replace(saisie.reference.valeur(), "ABCDEFGHIJ");
        for (var autre : List.of(
                requetes.envoyer(saisie.claire, ailleurs + "/transmissions", "_cle", cle.toString()),
                requetes.envoyer(saisie.claire, "/compte/informations", "_cle", cle.toString()),
                requetes.envoyer(saisie.claire, saisie.adresse("/transmissions"), "_cle", cle.toString(), "a", "b"),
                saisie.transmettre(UneSaisie.connecte(Role.REFERENT, null), cle))) {
            assertThat(autre).hasStatus(409);
            assertThat(autre).bodyText().contains("Rien n’a été envoyé", "Rouvrez la page");
        }
    }

    @Test
    void apres_la_limite_un_brouillon_ne_s_ecrit_ni_ne_se_transmet() {
        saisie.remplir();
        horloge.avancer(Duration.ofDays(7));

        assertThat(saisie.enregistrer("role", "1", "role", "Tard")).hasStatus(303);
        var transmission = saisie.transmettre(saisie.claire, UUID.randomUUID());
        assertThat(transmission).hasStatus(422);
        assertThat(transmission)
                .bodyText()
                .contains("Le délai est passé", "Votre envoi est arrivé après la date limite")
                .containsOnlyOnce("pouvait être transmise jusqu’au");
        assertThat(saisie.page("/recapitulatif"))
                .bodyText()
                .contains("Directrice")
                .doesNotContain("Transmettre votre");
    }

    @Test
    void une_etape_close_ne_liste_plus_ce_qui_reste() {
        assertThat(saisie.page("/recapitulatif"))
                .bodyText()
                .contains(
                        "Questions restantes",
                        "Il reste 3 questions à compléter ou à corriger",
                        "Aller à la première : Votre rôle")
                .doesNotContain("Vérifier votre saisie");

        horloge.avancer(Duration.ofDays(7));

        assertThat(saisie.page("/recapitulatif"))
                .bodyText()
                .contains("Le délai est passé", "0/3")
                .doesNotContain("Questions restantes");
    }

    @Test
    void l_enregistrement_se_dit_avec_et_sans_script_et_jamais_la_ou_rien_ne_s_ecrit() throws Exception {
        var brouillon = lire(saisie.adresse("/banque"), saisie.claire);
        assertThat(brouillon.select(".cv-avec-script:contains(au fur et à mesure)"))
                .hasSize(1);
        assertThat(brouillon.select("noscript").text())
                .contains("Vos réponses s’enregistrent quand vous choisissez « Suivant »");

        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        assertThat(lire(saisie.adresse("/banque"), saisie.claire).text())
                .contains("elles ne se modifient pas")
                .doesNotContain("Vos réponses s’enregistrent", "Toutes les questions sont obligatoires");
    }

    @Test
    void l_accuse_se_trouve_du_tableau_de_bord_et_du_dossier_des_qu_une_etape_est_transmise() throws Exception {
        var lien = saisie.adresse("/accuses");
        for (var page : List.of("/tableau-de-bord", "/dossiers/" + saisie.reference)) {
            assertThat(lire(page, saisie.claire).select("a[href=%s]".formatted(lien)))
                    .as("brouillon, %s", page)
                    .isEmpty();
        }
        assertThat(saisie.page("/accuses")).hasStatus(404);
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre();
        saisie.enregistrer("iban", "1", "iban", AUTRE_IBAN);
        saisie.transmettre(saisie.claire, UUID.randomUUID());

        for (var page : List.of("/tableau-de-bord", "/dossiers/" + saisie.reference)) {
            assertThat(lire(page, saisie.claire)
                            .select("a[href=%s]".formatted(lien))
                            .text())
                    .as(page)
                    .startsWith("Accusé de dépôt");
        }
        assertThat(saisie.page("/accuses")).hasHeader("Location", saisie.adresse("/accuses/2"));
        assertThat(lire(saisie.adresse("/accuses/2"), saisie.claire).text()).contains("est transmise");
    }

    private Document lire(String adresse, Connecte qui) throws UnsupportedEncodingException {
        var reponse = web.get().uri(adresse).with(requetes.par(qui)).exchange();
        assertThat(reponse).hasStatusOk();
        return Jsoup.parse(reponse.getResponse().getContentAsString());
    }
}
