package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.constraints.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** Quelles que soient les bornes et la réponse : ce qui tient entre elles est gardé, le reste dit pourquoi. */
@Tag("FRM-2")
final class BornesPropertyTest {

    @Property(tries = 500)
    void un_montant_est_refuse_s_il_sort_de_ses_bornes_et_seulement_alors(
            @ForAll @LongRange(min = -20_000, max = 20_000) long centimes,
            @ForAll @LongRange(min = -10_000, max = 10_000) long min,
            @ForAll @LongRange(min = 0, max = 10_000) long ecart) {
        var type = new Montant(Optional.of(euros(min)), Optional.of(euros(min + ecart)));
        var attendu = centimes < min ? "question.nombre.min" : centimes > min + ecart ? "question.nombre.max" : null;
        assertThat(refus(type, euros(centimes).toPlainString().replace('.', ',')))
                .isEqualTo(attendu);
    }

    @Property(tries = 500)
    void un_nombre_n_a_jamais_plus_de_decimales_que_sa_question(
            @ForAll @IntRange(max = 6) int decimales, @ForAll @LongRange(min = -9_999, max = 9_999) long chiffres) {
        var saisi = BigDecimal.valueOf(chiffres, 4).stripTrailingZeros();
        var type = new Nombre(decimales, Optional.empty(), Optional.empty(), Optional.empty());
        // « 1,234 » se lit de deux façons tant que trois décimales ne sont pas courantes : c'est l'affaire de
        // SaisiesTest.
        Assume.that(saisi.scale() != 3);
        var attendu = Math.max(saisi.scale(), 0) <= decimales
                ? null
                : decimales == 0 ? "question.nombre.entier" : "question.nombre.decimales";
        assertThat(refus(type, saisi.toPlainString().replace('.', ','))).isEqualTo(attendu);
    }

    @Property(tries = 500)
    void une_date_est_refusee_si_elle_sort_de_ses_bornes_et_seulement_alors(
            @ForAll @DateRange(min = "2024-01-01", max = "2028-12-31") LocalDate jour,
            @ForAll @DateRange(min = "2025-01-01", max = "2027-12-31") LocalDate min,
            @ForAll @IntRange(max = 400) int duree) {
        var max = min.plusDays(duree);
        var attendu = jour.isBefore(min) ? "question.date.min" : jour.isAfter(max) ? "question.date.max" : null;
        var type = new Date(Optional.of(min), Optional.of(max));
        assertThat(refus(type, jour.toString())).isEqualTo(attendu);
        assertThat(refus(type, "%td/%<tm/%<tY".formatted(jour))).isEqualTo(attendu);
    }

    /** Un emoji compte pour un caractère, comme à l'écran ; la longueur et la limite se lisent dans le refus. */
    @Property(tries = 500)
    void un_texte_est_trop_long_a_partir_de_sa_limite(
            @ForAll("textes") String texte, @ForAll @IntRange(min = 1, max = 20) int max) {
        var longueur = texte.codePointCount(0, texte.length());
        var attendu = longueur > max
                ? Optional.of(new Message("question.texte.long", Formats.entier(max), Formats.entier(longueur)))
                : Optional.<Message>empty();
        assertThat(new TexteCourt(max).refus(new Valeur.Simple(texte))).isEqualTo(attendu);
        assertThat(new TexteLong(max).refus(new Valeur.Simple(texte))).isEqualTo(attendu);
    }

    @Property(tries = 500)
    void un_choix_multiple_n_admet_que_ce_qu_il_propose_chacun_une_fois(
            @ForAll("codes") List<String> saisie, @ForAll @IntRange(min = 1, max = 5) int max) {
        var options = List.of(new Option("a", "A"), new Option("b", "B"), new Option("c", "C"));
        var type = new ChoixMultiple(options, max);
        var valeur = type.lire(saisie);
        assertThat(valeur.elements()).doesNotHaveDuplicates().doesNotContain("").allMatch(saisie::contains);
        assertThat(type.controler(valeur).isEmpty())
                .isEqualTo(valeur.estVide()
                        || !valeur.elements().contains("z") && valeur.elements().size() <= max);
    }

    /** Ce qui se garde se relit et se remontre, sans changer de sens ni de refus. */
    @Property(tries = 500)
    void un_montant_garde_se_relit_tel_qu_il_s_affiche(
            @ForAll @LongRange(min = 0, max = 99_999_999_999L) long centimes) {
        var type = new Montant(Optional.of(BigDecimal.ZERO), Optional.empty());
        var valeur = type.lire(List.of(euros(centimes).toPlainString().replace('.', ',')));
        Assume.that(type.refus(valeur).isEmpty());
        assertThat(type.lire(List.of(type.saisie(valeur)))).isEqualTo(valeur);
        assertThat(type.lire(type.textes(valeur))).isEqualTo(valeur);
        assertThat(type.objet(valeur)).isEqualTo(centimes);
    }

    @Provide
    Arbitrary<String> textes() {
        return Arbitraries.of("a", "é", "-", "\ud83d\ude00")
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(lettres -> String.join("", lettres));
    }

    @Provide
    Arbitrary<List<String>> codes() {
        return Arbitraries.of("", "a", "b", "c", "z").list().ofMaxSize(6);
    }

    private static BigDecimal euros(long centimes) {
        return BigDecimal.valueOf(centimes, 2);
    }

    private static @Nullable String refus(TypeSimple type, String saisie) {
        var valeur = type.lire(new Saisie(Map.of("", List.of(saisie))));
        var refus = type.controler(valeur).get("");
        return refus == null ? null : refus.cle();
    }
}
