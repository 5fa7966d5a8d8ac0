package fr.convergence.portail.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.constraints.DateTimeRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Les dates d'un guichet, à la seconde, à l'heure de Paris, des deux côtés d'un changement d'heure. */
@Tag("DOS-7")
final class MomentTest {

    private static final Moment DU = moment("2026-03-18T09:00");
    private static final Moment AU = moment("2026-04-19T23:59:59");
    private static final Moment DEPOT = moment("2026-04-26T23:59:59");

    @ParameterizedTest
    @CsvSource({
        "2026-03-18T09:00, 2026-03-18T08:00:00Z, 2026-03-18T08:00:01Z",
        "2026-06-30T23:59:59, 2026-06-30T21:59:59Z, 2026-06-30T22:00:00Z",
        // La nuit où deux heures n'existe pas, puis celle où elle existe deux fois.
        "2026-03-29T02:30:00, 2026-03-29T01:30:00Z, 2026-03-29T01:30:01Z",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z, 2026-10-25T01:30:01Z",
        "2026-03-28T23:59:59, 2026-03-28T22:59:59Z, 2026-03-28T23:00:00Z",
        "2026-03-29T23:59:59, 2026-03-29T21:59:59Z, 2026-03-29T22:00:00Z",
        "2026-10-24T23:59:59, 2026-10-24T21:59:59Z, 2026-10-24T22:00:00Z",
        "2026-10-25T23:59:59, 2026-10-25T22:59:59Z, 2026-10-25T23:00:00Z",
    })
    void un_moment_s_ouvre_a_sa_seconde_et_se_ferme_apres_elle(String ecrit, Instant ouverture, Instant echeance) {
        assertThat(moment(ecrit).ouverture()).isEqualTo(ouverture);
        assertThat(moment(ecrit).echeance()).isEqualTo(echeance);
        var fenetre = new Fenetre.Plage(DU, Optional.of(moment(ecrit)));
        if (!ecrit.startsWith("2026-03-18")) {
            assertThat(fenetre.etat(echeance.minusNanos(1))).isEqualTo(Fenetre.Etat.OUVERTE);
        }
        assertThat(fenetre.etat(echeance)).isEqualTo(Fenetre.Etat.CLOSE);
    }

    /** Vingt-trois ou vingt-cinq heures font un jour. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-17T22:59:59Z, 2026-03-31T22:00:00Z, 14",
        "2026-03-28T22:59:59Z, 2026-03-29T22:00:00Z, 1",
        "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 1",
        "2026-03-28T23:00:01Z, 2026-03-29T22:00:00Z, 0",
        "2026-10-17T22:30:00Z, 2026-10-31T23:00:00Z, 13",
        "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 1",
        "2026-10-24T22:30:00Z, 2026-10-25T23:00:00Z, 0",
        "2026-10-25T00:30:00Z, 2026-10-25T01:30:01Z, 0"
    })
    void ce_qui_reste_se_compte_en_jours_du_calendrier(Instant maintenant, Instant echeance, long jours) {
        assertThat(Periode.jours(maintenant, echeance)).isEqualTo(jours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-04-31T10:00",
                "2026-02-29T10:00",
                "2026-13-01T10:00",
                "2026-01-01T24:00",
                "2026-01-01",
                "2026-01-01 10:00",
                "1999-01-01T10:00",
                "2026-01-01T10:00Z",
                "2026-01-01T10:60",
                "26-01-01T10:00"
            })
    void une_date_qui_n_existe_pas_ne_se_lit_pas(String ecrit) {
        assertThat(Moment.lire(ecrit)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "J+0T09:00, 2026-11-22T09:00",
        "J-22T09:00, 2026-10-31T09:00",
        "J+40T23:59:59, 2027-01-01T23:59:59",
        "2026-01-01T10:00, 2026-01-01T10:00",
        "J+T09:00, J+T09:00"
    })
    void une_date_relative_part_du_jour_donne(String ecrite, String absolue) {
        var jour = LocalDate.of(2026, 11, 22);
        assertThat(Moment.absolu(ecrite, jour)).isEqualTo(absolue);
        assertThat(Moment.absolus("du: " + ecrite + "/x", jour)).isEqualTo("du: " + absolue + "/x");
    }

    @Test
    void une_candidature_se_cree_jusqu_a_une_date_et_se_depose_jusqu_a_une_autre() {
        Fenetre fenetre = new Fenetre.Candidature(DU, AU, DEPOT);
        var avant = DU.ouverture().minusNanos(1);
        assertThat(fenetre.etat(avant)).isEqualTo(Fenetre.Etat.A_VENIR);
        assertThat(fenetre.etatDesCreations(avant)).isEqualTo(Fenetre.Etat.A_VENIR);
        assertThat(Periode.commencee(fenetre, avant)).isFalse();
        assertThat(Periode.commencee(fenetre, DU.ouverture())).isTrue();
        assertThat(fenetre.etatDesCreations(AU.echeance().minusNanos(1))).isEqualTo(Fenetre.Etat.OUVERTE);
        assertThat(fenetre.etatDesCreations(AU.echeance())).isEqualTo(Fenetre.Etat.CLOSE);
        assertThat(fenetre.etat(AU.echeance())).isEqualTo(Fenetre.Etat.OUVERTE);
        assertThat(fenetre.etat(DEPOT.echeance())).isEqualTo(Fenetre.Etat.CLOSE);
        assertThat(Periode.commencee(fenetre, DEPOT.echeance())).isTrue();
    }

    @Test
    void une_plage_sans_fin_annoncee_ne_se_ferme_pas() {
        Fenetre sansFin = new Fenetre.Plage(DU, Optional.empty());
        assertThat(sansFin.etat(Instant.parse("2099-01-01T00:00:00Z"))).isEqualTo(Fenetre.Etat.OUVERTE);
        assertThat(sansFin.finDesCreations()).isEmpty();
        assertThat(Periode.limite(sansFin)).isEmpty();
        assertThat(Periode.de(sansFin)).isEqualTo(new Message("guichet.periode.du", "18 mars 2026, 09:00"));
    }

    /** Deux limites, deux mots : celle des candidatures et celle du premier dépôt ne se confondent pas. */
    @Test
    void chaque_date_a_son_mot() {
        Fenetre candidature = new Fenetre.Candidature(DU, AU, DEPOT);
        Fenetre plage = new Fenetre.Plage(DU, Optional.of(AU));
        assertThat(Periode.de(candidature))
                .isEqualTo(new Message(
                        "guichet.periode.candidature",
                        "18 mars 2026, 09:00",
                        "19 avril 2026, 23:59",
                        "26 avril 2026, 23:59"));
        assertThat(Periode.de(plage))
                .isEqualTo(new Message("guichet.periode.du-au", "18 mars 2026, 09:00", "19 avril 2026, 23:59"));
        assertThat(Periode.mot(candidature))
                .isEqualTo(new Message("guichet.periode.premier-depot", "19 avril 2026, 23:59"));
        assertThat(Periode.mot(plage)).isEqualTo(new Message("guichet.periode.limite"));
        assertThat(Periode.nom(candidature)).isEqualTo(new Message("guichet.periode.nom.premier-depot"));
        assertThat(Periode.nom(plage)).isEqualTo(new Message("guichet.periode.nom.limite"));
        assertThat(Periode.limite(candidature))
                .contains(new Message("guichet.periode.jusqu-au", "26 avril 2026, 23:59"));
    }

    @Property
    void une_echeance_vient_apres_son_ouverture(
            @ForAll @DateTimeRange(min = "2020-01-01T00:00:00", max = "2060-12-31T23:59:59") LocalDateTime heure) {
        var moment = new Moment(heure.truncatedTo(ChronoUnit.SECONDS));
        assertThat(moment.echeance()).isAfter(moment.ouverture());
        assertThat(moment.echeance()).isBefore(moment.ouverture().plus(2, ChronoUnit.HOURS));
        assertThat(Moment.lire(moment.toString())).contains(moment);
    }

    /** À tout instant un seul état, et jamais en arrière. */
    @Property
    void une_fenetre_n_avance_que_dans_un_sens(
            @ForAll @IntRange(max = 90) int jours, @ForAll @LongRange(max = 86_400) long secondes) {
        Fenetre fenetre = new Fenetre.Candidature(DU, AU, DEPOT);
        var instant = DU.ouverture().minus(10, ChronoUnit.DAYS).plus(jours, ChronoUnit.DAYS);
        var ensuite = instant.plusSeconds(secondes);
        assertThat(fenetre.etat(ensuite)).isGreaterThanOrEqualTo(fenetre.etat(instant));
        assertThat(fenetre.etatDesCreations(instant)).isGreaterThanOrEqualTo(fenetre.etat(instant));
    }

    private static Moment moment(String ecrit) {
        return Moment.lire(ecrit).orElseThrow();
    }
}
