package fr.convergence.portail.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.tableaudebord.EtablissementDEssai;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Demander la candidature d'un autre référent de son établissement, et lui qui répond (TRF-3). */
@TestDuPortail
@Tag("TRF-3")
final class DemandeDeRepriseTest extends EssaisDeReprise {

    @Test
    void qui_succede_voit_qu_une_candidature_existe_et_rien_d_autre() throws Exception {
        var page = page(lea, REPRISES).select("main");

        assertThat(page.text()).contains("Demander cette candidature");
        assertThat(page.html())
                .doesNotContain(
                        reference.valeur(), referente.compte().courriel().valeur());
        assertThat(page(claire, REPRISES).select("main").text()).contains("Aucune candidature à reprendre");
        var etrangere = comptes.connecte(comptes.referent(EtablissementDEssai.nouveau(base)));
        assertThat(page(etrangere, REPRISES).select("main").text()).contains("Aucune candidature à reprendre");
        assertThat(demander(etrangere)).hasStatus(422).bodyText().contains("n’est pas, ou n’est plus");
        assertThat(demander(claire)).hasStatus(422).bodyText().contains("n’est pas, ou n’est plus");
        assertThat(demande()).isEmpty();
    }

    @Test
    void ses_demandes_disent_de_quelle_candidature() throws Exception {
        var laquelle = page(lea, REPRISES).select("main a .fr-sr-only").text();
        demander(lea);

        var main = page(lea, REPRISES).select("main");
        assertThat(laquelle).contains(", ");
        assertThat(main.select("form button .fr-sr-only").text()).isEqualTo(laquelle);
        assertThat(main.select("li:has(form) strong").text()).isNotEmpty();
        assertThat(main.html()).doesNotContain(reference.valeur());

        accepter(claire);
        var accordee = page(lea, REPRISES).select("main li:contains(" + reference + ")");
        assertThat(accordee.select("strong").text())
                .isEqualTo(main.select("li:has(form) strong").text());
    }

    @Test
    void candidater_la_ou_un_autre_tient_la_place_mene_a_la_demander() {
        assertThat(requetes.envoyer(
                        lea,
                        "/dossiers",
                        "guichet",
                        GuichetsDEssai.OUVERT,
                        "etablissement",
                        referente.clinique().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("/compte/reprises/nouvelle?guichet=" + GuichetsDEssai.OUVERT, "Demander à reprendre");
    }

    @Test
    void son_referent_le_lit_par_courriel_et_sur_son_tableau_de_bord_et_accepte() throws Exception {
        assertThat(demander(lea)).hasStatus(303).hasHeader("Location", REPRISES);

        assertThat(boite.derniere(referente.compte().courriel().valeur()).texte())
                .contains("Je remplace Claire Durand.", reponse());
        assertThat(page(claire, "/tableau-de-bord").select("main").text())
                .contains("On vous demande la candidature n° " + reference);
        assertThat(page(claire, reponse()).select("main").text())
                .contains(successeur.courriel().valeur(), "Je remplace Claire Durand.");
        assertThat(requetes.lire(lea, reponse())).hasStatus(404);
        assertThat(accepter(lea)).hasStatus(404);

        assertThat(accepter(claire)).hasStatus(303).hasHeader("Location", "/tableau-de-bord");

        assertThat(tient(lea)).isTrue();
        assertThat(tient(claire)).isFalse();
        assertThat(dernier(referente.compte())).isEqualTo("transfert/dossier-cede");
        assertThat(dernier(successeur)).isEqualTo("transfert/dossier-recu");
        assertThat(etat()).isEqualTo("ACCORDEE");
        assertThat(page(lea, "/dossiers/" + reference + "/historique").text())
                .contains("Reprise demandée", "Dossier transféré à un autre référent");
    }

    @Test
    void un_refus_se_motive_et_passe_a_l_operateur() throws Exception {
        demander(lea);

        assertThat(refuser(claire, " ")).hasStatus(422).bodyText().contains("Dites pourquoi vous refusez");
        assertThat(refuser(claire, "Je suis toujours en poste.")).hasStatus(303);

        assertThat(etat()).isEqualTo("A_TRANCHER");
        assertThat(boite.derniere(successeur.courriel().valeur()).texte()).contains("Je suis toujours en poste.");
        assertThat(page(lea, REPRISES).select("main").text()).contains("L’opérateur décide", "toujours en poste");
        assertThat(refuser(claire, "Encore")).hasStatus(303);
        assertThat(boite.de(successeur.courriel().valeur())).hasSize(1);
        assertThat(accepter(claire)).as("il peut encore changer d'avis").hasStatus(303);
        assertThat(tient(lea)).isTrue();
    }

    @Test
    void le_silence_se_rappelle_une_fois_puis_passe_a_l_operateur() {
        demander(lea);
        horloge.avancer(Duration.ofDays(11).plusHours(1));
        suivre();
        suivre();
        assertThat(boite.de(referente.compte().courriel().valeur()))
                .filteredOn(lettre -> lettre.modele().equals("reprise/rappel"))
                .hasSize(1);

        horloge.avancer(Duration.ofDays(3));
        assertThat(refuser(claire, "Trop tard")).hasStatus(303);
        assertThat(etat()).as("le délai passe à son heure").isEqualTo("DEMANDEE");
        suivre();

        assertThat(etat()).isEqualTo("A_TRANCHER");
        assertThat(dernier(successeur)).isEqualTo("reprise/deferee");
        assertThat(dernier(referente.compte())).isEqualTo("reprise/deferee-referent");
        assertThat(boite.derniere(operateurs().getFirst()).modele()).isEqualTo("reprise/a-trancher");
    }

    @Test
    @Tag("NOT-4")
    void ce_qui_est_a_trancher_attend_l_heure_choisie_et_un_refus_qui_ne_se_voit_pas_n_en_est_pas_un() {
        requetes.envoyer(operateur, "/compte/notifications", "rythme", "JOUR");
        demander(lea);
        assertThat(refuser(claire, "\u200B")).hasStatus(422);

        assertThat(refuser(claire, "Je reste")).hasStatus(303);

        assertThat(base.sql("select titre from courriel_retenu where pour = ?")
                        .param(operateur.compte())
                        .query(String.class)
                        .list())
                .containsExactly("OPERATEUR");
        assertThat(boite.de(operateurs().getFirst())).isEmpty();
    }

    @Test
    void un_compte_ferme_ne_fait_pas_attendre_quatorze_jours() {
        demander(lea);
        fermer(referente.compte().id());
        suivre();

        assertThat(etat()).isEqualTo("A_TRANCHER");
        assertThat(requetes.envoyer(lea, REPRISES + "/retraits", "demande", demande()))
                .hasStatus(303);
        assertThat(demander(lea)).hasStatus(303);
        assertThat(etat()).as("personne ne peut répondre").isEqualTo("A_TRANCHER");
    }

    @Test
    void une_seule_demande_a_la_fois_et_elle_se_retire() {
        var max = comptes.connecte(comptes.referent(referente.clinique()));
        assertThat(ensemble(() -> demander(lea), () -> demander(max))).containsExactlyInAnyOrder(303, 422);
        var auteur = demandeur().equals(lea.compte()) ? lea : max;
        var autre = auteur == lea ? max : lea;

        requetes.envoyer(autre, REPRISES + "/retraits", "demande", demande());
        assertThat(etat()).as("seul qui l'a faite la retire").isEqualTo("DEMANDEE");
        requetes.envoyer(auteur, REPRISES + "/retraits", "demande", demande());

        assertThat(etat()).isEqualTo("RETIREE");
        assertThat(dernier(referente.compte())).isEqualTo("reprise/retiree");
        assertThat(accepter(claire)).hasStatus(303);
        assertThat(tient(claire)).isTrue();
    }

    @Test
    void oui_et_non_ensemble_n_en_font_qu_un() {
        demander(lea);

        ensemble(() -> accepter(claire), () -> refuser(claire, "Non"));

        assertThat(actes("dossier-transfere")).isEqualTo(tient(lea) ? 1 : 0);
        assertThat(etat()).isEqualTo(tient(lea) ? "ACCORDEE" : "A_TRANCHER");
        if (tient(lea)) {
            assertThat(actes("reprise-refusee") + actes("reprise-finie")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void un_dossier_passe_a_un_autre_ou_un_demandeur_parti_la_rendent_sans_objet() {
        demander(lea);
        var max = comptes.referent(referente.clinique());
        requetes.envoyer(claire, "/compte/collaborateurs/" + max.id() + "/transferts", "dossier", reference.valeur());

        assertThat(etat()).isEqualTo("SANS_OBJET");
        assertThat(dernier(successeur)).isEqualTo("reprise/sans-objet");

        demander(lea);
        base.sql("delete from compte_etablissement where compte = ?")
                .param(successeur.id())
                .update();
        assertThat(accepter(comptes.connecte(max))).hasStatus(303);
        assertThat(etat()).isEqualTo("SANS_OBJET");
        assertThat(tient(comptes.connecte(max))).isTrue();
    }

    private List<Integer> ensemble(Supplier<MvcTestResult> un, Supplier<MvcTestResult> autre) {
        return Stream.of(un, autre)
                .map(geste -> CompletableFuture.supplyAsync(geste, Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(reponse -> reponse.getResponse().getStatus())
                .toList();
    }

    private long actes(String acte) {
        return base.sql("select count(*) from journal where chaine = ? and acte = ?")
                .params(reference.valeur(), acte)
                .query(Long.class)
                .single();
    }

    private UUID demandeur() {
        return base.sql("select demandeur from reprise_demande where reference = ?")
                .param(reference.valeur())
                .query(UUID.class)
                .single();
    }

    private List<String> operateurs() {
        return base.sql("select courriel from compte where id = ?")
                .param(operateur.compte())
                .query(String.class)
                .list();
    }

    private void fermer(UUID compte) {
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(compte)
                .update();
    }
}
