package fr.convergence.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.courriel.Courriels.Ligne;
import fr.convergence.socle.courriel.Regroupement.Attente;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce que quelqu'un a choisi de recevoir réuni attend son heure, et ne se perd ni ne se double. */
@Tag("NOT-4")
final class RetenusTest extends UnEnvoi {

    private static final String TITRE = "ARS/02";

    private final UUID jeanne = UUID.randomUUID();

    RetenusTest(JdbcClient base, TransactionTemplate transaction) {
        super(base, transaction);
    }

    @Test
    void une_lettre_reunissable_attend_l_heure_choisie_et_les_autres_partent() {
        choisir(Duration.ofHours(1));

        transmis("ABC", ADRESSE, "paul@ars.example");
        ecrire("Jeanne");

        assertThat(nombre("courriel_retenu")).isEqualTo(1);
        assertThat(nombre("courriel_lettre"))
                .as("celle de Paul, et le code de Jeanne")
                .isEqualTo(2);
        assertThat(retenus.dus()).isEmpty();

        horloge.avancer(Duration.ofHours(1));
        assertThat(retenus.dus()).containsExactly(jeanne);
        assertThat(retenus.prendre(jeanne, List.of(TITRE)).faits())
                .extracting(Retenus.Fait::objet, Retenus.Fait::intitule, Retenus.Fait::lien)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "Dossier ABC transmis", "Ouvrir le dossier", "http://ici/instruction/ABC"));
        assertThat(retenus.dus()).isEmpty();
    }

    @Test
    void qui_n_y_a_plus_titre_ne_recoit_rien_et_rien_n_en_reste() {
        choisir(Duration.ZERO);
        transmis("ABC", ADRESSE);

        assertThat(retenus.prendre(jeanne, List.of("ARS/03", "ARS")).faits()).isEmpty();

        assertThat(nombre("courriel_retenu")).isZero();
    }

    @Test
    void un_choix_qui_change_avance_ce_qui_attendait_sans_le_retarder() {
        choisir(Duration.ofHours(20));
        transmis("ABC", ADRESSE);

        retenus.avancer(jeanne, horloge.instant().plus(Duration.ofHours(30)));
        retenus.avancer(jeanne, horloge.instant().plus(Duration.ofHours(1)));

        horloge.avancer(Duration.ofHours(1));
        assertThat(retenus.dus()).containsExactly(jeanne);
    }

    @Test
    void de_quatre_noeuds_un_seul_prend_ce_qui_est_du() throws Exception {
        choisir(Duration.ZERO);
        IntStream.range(0, 20).forEach(rang -> transmis("D" + rang, ADRESSE));
        Callable<Long> noeud = () ->
                transaction.execute(_ -> retenus.prendre(jeanne, List.of(TITRE)).tous());

        try (var fils = Executors.newFixedThreadPool(4)) {
            var pris = 0L;
            for (var fin : fils.invokeAll(List.of(noeud, noeud, noeud, noeud))) {
                pris += fin.get();
            }
            assertThat(pris).isEqualTo(20);
        }
    }

    @Test
    void une_reunion_qui_n_est_pas_ecrite_laisse_tout_en_attente() {
        choisir(Duration.ZERO);
        transmis("ABC", ADRESSE);

        transaction.executeWithoutResult(etat -> {
            retenus.prendre(jeanne, List.of(TITRE));
            etat.setRollbackOnly();
        });

        assertThat(retenus.dus()).containsExactly(jeanne);
    }

    @Test
    void une_lettre_enumere_au_plus_cent_faits_et_sait_combien_ils_sont() {
        choisir(Duration.ZERO);
        IntStream.range(0, 103).forEach(rang -> transmis("D" + rang, ADRESSE));

        var pris = retenus.prendre(jeanne, List.of(TITRE));

        assertThat(pris.faits()).hasSize(100);
        assertThat(pris.faits().getFirst().objet()).isEqualTo("Dossier D0 transmis");
        assertThat(pris.tous()).isEqualTo(103);
        assertThat(nombre("courriel_retenu")).isZero();
    }

    @Test
    void une_reunion_part_en_une_lettre_dont_chaque_ligne_a_son_lien_et_rien_n_y_met_en_forme() throws Exception {
        courriels.reunir(
                "courriel/reunion",
                List.of(ADRESSE),
                Map.of("prenom", "Jeanne"),
                List.of(
                        new Ligne("CH [ici](http://ailleurs) de *Lens*", "Ouvrir", "http://ici/a?b=c"),
                        new Ligne("Deuxième", "", "")));

        envoi.envoyerUnLot();

        var recu = boite.recus().getFirst();
        assertThat(texte(recu)).contains("CH [ici](http://ailleurs) de *Lens*", "http://ici/a?b=c", "Deuxième");
        assertThat(html(recu))
                .contains("<a rel=\"nofollow\" href=\"http://ici/a?b=c\"")
                .doesNotContain("href=\"http://ailleurs\"")
                .doesNotContain("<em>");
    }

    private void choisir(Duration attente) {
        attentes.put(ADRESSE, new Attente(jeanne, horloge.instant().plus(attente)));
    }

    private void transmis(String nom, String... adresses) {
        courriels.ecrire(
                List.of(new Lettre("courriel/fait", List.of(adresses), nom, Map.of("nom", nom)).reunissable(TITRE)));
    }
}
