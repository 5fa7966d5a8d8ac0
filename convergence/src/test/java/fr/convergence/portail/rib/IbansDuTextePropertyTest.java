package fr.convergence.portail.rib;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.identifiant.Iban;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Les IBAN d'un texte se retrouvent, quelle que soit la façon dont le document les coupe (NEW-5). */
@Tag("NEW-5")
final class IbansDuTextePropertyTest {

    /** Des exemples publics, aucun n'est à personne. */
    private static final List<String> CONNUS = List.of(
            "FR7630006000011234567890189",
            "FR1420041010050500013M02606",
            "DE89370400440532013000",
            "BE68539007547034",
            "LU280019400644750000",
            "ES9121000418450200051332",
            "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S");

    private static final List<String> COUPURES = List.of("", " ", "  ", "\n", "\r\n", "\t", "\u00a0", "-", " | ");

    @Property(tries = 300)
    void un_iban_coupe_n_importe_ou_et_dans_n_importe_quelle_casse_se_retrouve(
            @ForAll("connus") String iban, @ForAll long graine) {
        assertThat(IbansDuTexte.de("Titulaire du compte : CH DE VALBRUNE\n" + coupe(iban, graine) + "\nBIC : "))
                .containsExactly(new Iban(iban));
    }

    @Property(tries = 200)
    void plusieurs_se_retrouvent_tous_dans_leur_ordre(@ForAll("plusieurs") List<String> ibans, @ForAll long graine) {
        var texte = ibans.stream().map(iban -> "IBAN : " + coupe(iban, graine)).collect(Collectors.joining("\n\n"));

        assertThat(IbansDuTexte.de(texte))
                .containsExactlyElementsOf(
                        new LinkedHashSet<>(ibans.stream().map(Iban::new).toList()));
    }

    @Property(tries = 300)
    void un_chiffre_change_n_est_plus_un_iban(@ForAll("connus") String iban, @ForAll long graine) {
        var rang = 4 + new Random(graine).nextInt(iban.length() - 4);
        var autre = iban.charAt(rang) == '7' ? '8' : '7';
        var faux = iban.substring(0, rang) + autre + iban.substring(rang + 1);

        assertThat(IbansDuTexte.de(faux)).doesNotContain(new Iban(iban));
    }

    @Property(tries = 200)
    void aucun_texte_ne_fait_echouer_la_lecture(@ForAll String texte) {
        assertThat(IbansDuTexte.de(texte))
                .allSatisfy(iban -> assertThat(iban.valeur())
                        .isEqualTo(
                                Iban.lire(iban.valeur()).siLue().orElseThrow().valeur()));
    }

    @Example
    void le_mot_iban_colle_devant_ne_gene_pas() {
        assertThat(IbansDuTexte.de("Codeiban:IBANFR7630006000011234567890189BIC AGRIFRPP"))
                .isEqualTo(Set.of(new Iban("FR7630006000011234567890189")));
    }

    private static String coupe(String iban, long graine) {
        var hasard = new Random(graine);
        var coupe = new StringBuilder();
        for (var lettre : iban.toCharArray()) {
            coupe.append(hasard.nextBoolean() ? String.valueOf(lettre).toLowerCase(Locale.ROOT) : lettre)
                    .append(COUPURES.get(hasard.nextInt(COUPURES.size())));
        }
        return coupe.toString();
    }

    @Provide
    Arbitrary<String> connus() {
        return Arbitraries.of(CONNUS);
    }

    @Provide
    Arbitrary<List<String>> plusieurs() {
        return Arbitraries.of(CONNUS).list().ofMinSize(1).ofMaxSize(4).map(ArrayList::new);
    }
}
