package fr.convergence.portail.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.Verrous;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.BoiteAuxLettres.Lettre;
import fr.convergence.socle.tache.Tranche;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Un vérificateur reçoit chaque courriel aussitôt, un par heure ou un par jour (NOT-4). Sa région est à cet essai. */
@TestDuPortail
@Tag("NOT-4")
final class RecapitulatifsTest {

    private static final String REGION = "94";

    @Autowired
    UneInstruction instruction;

    @Autowired
    Recapitulatifs recapitulatifs;

    @Autowired
    Rythmes rythmes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Requetes requetes;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void sans_choix_chaque_courriel_part_aussitot() {
        var alice = instruction.ars(REGION);

        instruction.transmis(REGION, "CH D'AJACCIO");

        assertThat(lettres(alice)).hasSize(1);
    }

    @Test
    void une_heure_fait_une_lettre_dont_chaque_fait_a_son_heure_et_son_lien() {
        var alice = instruction.ars(REGION);
        aller("2026-03-17T10:30:00Z");
        choisir(alice, "HEURE");
        var un = instruction.transmis(REGION, "CH DE BASTIA");
        horloge.avancer(Duration.ofMinutes(10));
        var deux = instruction.transmis(REGION, "CH DE CORTE");
        passer();
        assertThat(lettres(alice)).as("l'heure n'est pas passée").isEmpty();

        horloge.avancer(Duration.ofMinutes(20));
        passer();
        passer();

        assertThat(lettres(alice)).singleElement().satisfies(lettre -> {
            assertThat(lettre.objet()).isEqualTo("(Convergence) Récapitulatif : 2 faits");
            assertThat(lettre.texte())
                    .contains("17 mars 2026, 11:30 : ", "CH DE BASTIA", "/instruction/" + un.reference())
                    .contains("17 mars 2026, 11:40 : ", "CH DE CORTE", "/instruction/" + deux.reference())
                    .contains("Un e-mail par heure", "/compte/notifications");
        });
    }

    @Test
    void un_jour_part_a_huit_heures_de_paris_des_deux_cotes_du_changement_d_heure() {
        assertThat(Rythme.JOUR.depart(Instant.parse("2026-03-28T07:00:00Z")))
                .as("à huit heures juste, c'est pour demain, à l'heure d'été")
                .isEqualTo("2026-03-29T06:00:00Z");
        assertThat(Rythme.JOUR.depart(Instant.parse("2026-03-28T06:59:59Z"))).isEqualTo("2026-03-28T07:00:00Z");
        assertThat(Rythme.JOUR.depart(Instant.parse("2026-10-24T10:00:00Z"))).isEqualTo("2026-10-25T07:00:00Z");
        assertThat(Rythme.HEURE.depart(Instant.parse("2026-10-25T00:30:00Z")))
                .as("la première des deux heures de deux heures et demie")
                .isEqualTo("2026-10-25T01:00:00Z");
        assertThat(Rythme.HEURE.depart(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("2026-10-25T02:00:00Z");
    }

    @Test
    void un_choix_change_fait_partir_ce_qui_attendait_au_prochain_passage() {
        var alice = instruction.ars(REGION);
        aller("2026-03-17T10:30:00Z");
        choisir(alice, "JOUR");
        instruction.transmis(REGION, "CH DE SARTENE");
        passer();
        assertThat(lettres(alice)).isEmpty();

        choisir(alice, "AUSSITOT");
        passer();
        instruction.transmis(REGION, "CH DE PORTO-VECCHIO");

        assertThat(lettres(alice))
                .extracting(Lettre::modele)
                .containsExactly("notification/recapitulatif", "notification/transmission-verificateur");
    }

    /** Sans quoi ce que l'acte en cours a écrit attendrait le lendemain matin. */
    @Test
    void un_choix_change_pendant_un_acte_attend_sa_fin_et_avance_ce_qu_il_a_ecrit() {
        var alice = instruction.ars(REGION);
        choisir(alice, "JOUR");

        var choix = transaction.execute(_ -> {
            instruction.transmis(REGION, "CH DE LURI");
            var change = CompletableFuture.runAsync(() -> choisir(alice, "AUSSITOT"), Thread::startVirtualThread);
            await().until(() -> Verrous.uneTransactionAttend(base));
            return change;
        });
        choix.join();
        passer();

        assertThat(lettres(alice)).extracting(Lettre::modele).containsExactly("notification/recapitulatif");
    }

    @Test
    void au_dela_de_cent_faits_la_lettre_dit_combien_il_en_reste() {
        var alice = instruction.ars(REGION);
        for (var faits : List.of(101, 102)) {
            base.sql("""
                    insert into courriel_retenu (id, pour, titre, objet, intitule, lien, depart, cree_le)
                    select gen_random_uuid(), :pour, :titre, 'Fait ' || rang, '', '', :le, :le
                    from generate_series(1, :faits) rang
                    """)
                    .param("pour", alice.compte())
                    .param("titre", "ARS/" + REGION)
                    .param("le", Timestamp.from(horloge.instant()))
                    .param("faits", faits)
                    .update();
            passer();
        }

        assertThat(lettres(alice).getFirst().texte()).contains("Et 1 autre, qui se lit dans votre espace.");
        assertThat(lettres(alice).getLast().texte()).contains("Et 2 autres, qui se lisent dans votre espace.");
    }

    @Test
    void qui_change_de_region_ou_part_ne_recoit_rien_de_ce_qui_l_attendait() {
        var alice = instruction.ars(REGION);
        var bruno = instruction.ars(REGION);
        choisir(alice, "HEURE");
        choisir(bruno, "HEURE");
        instruction.transmis(REGION, "CH DE CALVI");
        base.sql("update compte set region = '53' where id = ?")
                .param(alice.compte())
                .update();
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(bruno.compte())
                .update();

        horloge.avancer(Duration.ofHours(1));
        passer();

        assertThat(lettres(alice)).isEmpty();
        assertThat(lettres(bruno)).isEmpty();
        assertThat(base.sql("select count(*) from courriel_retenu where pour in (?, ?)")
                        .params(alice.compte(), bruno.compte())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ce_qui_demande_un_acte_au_referent_part_toujours_aussitot() {
        var alice = instruction.ars(REGION);
        choisir(alice, "JOUR");
        var claire = instruction.referent();

        instruction.transmis(REGION, "CH DE PROPRIANO", claire, horloge.instant());

        assertThat(lettres(claire)).hasSize(1);
        assertThat(requetes.lire(claire, "/compte/notifications")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void quatre_noeuds_n_ecrivent_qu_un_recapitulatif() throws Exception {
        var alice = instruction.ars(REGION);
        choisir(alice, "HEURE");
        instruction.transmis(REGION, "CH DE GHISONACCIA");
        horloge.avancer(Duration.ofHours(1));
        Callable<Void> noeud = () -> {
            passer();
            return null;
        };

        try (var fils = Executors.newFixedThreadPool(4)) {
            for (var fin : fils.invokeAll(List.of(noeud, noeud, noeud, noeud))) {
                fin.get();
            }
        }

        assertThat(lettres(alice)).hasSize(1);
    }

    @Test
    void la_page_montre_le_choix_et_refuse_ce_qui_n_en_est_pas_un() {
        var alice = instruction.ars(REGION);

        assertThat(requetes.envoyer(alice, "/compte/notifications", Map.of("rythme", "JOUR")))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(requetes.lire(alice, "/compte/notifications"))
                .bodyText()
                .containsPattern("value=\"JOUR\"[^>]* checked");
        assertThat(requetes.envoyer(alice, "/compte/notifications", Map.of("rythme", "JAMAIS")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(rythmes.de(alice.compte())).isEqualTo(Rythme.JOUR);
    }

    /** L'horloge d'essai court : une heure juste se choisit. */
    private void aller(String instant) {
        horloge.avancer(Duration.between(horloge.instant(), Instant.parse(instant)));
    }

    private void choisir(Connecte qui, String rythme) {
        rythmes.choisir(qui.compte(), Rythme.valueOf(rythme));
    }

    private void passer() {
        assertThat(recapitulatifs.ecrire(Tranche.de(Duration.ofMinutes(1)))).isFalse();
    }

    private List<Lettre> lettres(Connecte qui) {
        return boite.de(UneInstruction.courriel(qui));
    }
}
