package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.json.JsonMapper;

@Tag("FRM-2")
final class TypesPropertyTest {

    private static final List<TypeSimple> TYPES = List.of(
            new TexteCourt(20),
            new TexteLong(20),
            new Nombre(0, Optional.empty(), Optional.of(BigDecimal.TEN), Optional.empty()),
            new Nombre(3, Optional.empty(), Optional.empty(), Optional.empty()),
            new Montant(Optional.of(BigDecimal.ZERO), Optional.empty()),
            new Date(Optional.empty(), Optional.empty()),
            new OuiNon(),
            new ChoixUnique(List.of(new Option("a", "A"))),
            new Attestation("J'atteste"),
            partie("code_postal"),
            partie("commune"),
            new TexteCourt(100, true),
            Identifiant.NOM,
            Identifiant.COURRIEL,
            Identifiant.TELEPHONE,
            Identifiant.IBAN,
            Identifiant.BIC,
            Identifiant.SIREN,
            Identifiant.SIRET);

    @Property(tries = 2_000)
    void relire_ce_qui_est_garde_ou_affiche_ne_change_rien(
            @ForAll("types") TypeSimple type, @ForAll("saisies") String s) {
        var valeur = type.lire(new Saisie(Map.of("", List.of(s))));
        assertThat(type.lire(new Saisie(Map.of("", List.of(valeur.texte()))))).isEqualTo(valeur);
        assertThat(type.lire(new Saisie(Map.of("", List.of(type.saisie(valeur))))))
                .isEqualTo(valeur);
    }

    @Property(tries = 2_000)
    void rien_de_visible_n_est_pas_une_reponse(@ForAll("types") TypeSimple type, @ForAll("invisibles") String s) {
        assertThat(type.lire(new Saisie(Map.of("", List.of(s)))).estVide()).isTrue();
    }

    @Property(tries = 2_000)
    void aucune_saisie_ne_fait_echouer(@ForAll("types") TypeSimple type, @ForAll("saisies") String s) {
        var valeur = type.lire(new Saisie(Map.of("", List.of(s))));
        var refus = type.controler(valeur);
        var variables = type.variables("q", valeur, refus.keySet());
        assertThat(type.lignes("Q", valeur)).hasSize(1);
        if (!valeur.estVide()) {
            assertThat(variables.isEmpty()).isEqualTo(!refus.isEmpty());
        }
    }

    @Property(tries = 500)
    void une_valeur_fait_l_aller_et_retour_en_json(@ForAll("valeurs") Valeur valeur) {
        var json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsString(valeur), Valeur.class))
                .isEqualTo(valeur);
    }

    private static TypeSimple partie(String nom) {
        return new Adresse()
                .parties().stream()
                        .filter(p -> p.nom().equals(nom))
                        .findFirst()
                        .orElseThrow()
                        .type();
    }

    @Provide
    Arbitrary<TypeSimple> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<String> saisies() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withChars("0123456789 ,.-+€/\u00a0").ofMaxLength(24),
                Arbitraries.strings()
                        .withChars("a-'`\u2011\u2019\u00ad\u200b\u200d\ufeff\u0301 \n1.,")
                        .ofMaxLength(12),
                Arbitraries.strings().withChars("FR7603TPUGEBA@.+é ").ofMaxLength(30),
                Arbitraries.of(
                        "oui",
                        "on",
                        "true",
                        "a",
                        "39 380,00 €",
                        "31/12/2026",
                        "1er août 2026",
                        "€ 1'234,50",
                        "39.380",
                        "12,345",
                        "F-34295",
                        "Jean\u2011Pierre",
                        "+33 6 12 34 56 78",
                        "a@b.fr",
                        "FR7630006000011234567890189",
                        "TRPUFRP1",
                        "732829320",
                        "73282932000074"));
    }

    @Provide
    Arbitrary<String> invisibles() {
        return Arbitraries.strings()
                .withChars(
                        " \t\n\r\u00a0\u00ad\u034f\u115f\u2028\u200b\u200c\u200d\u202f\u2060\u2800\u3164\ufe0f\ufeff\u0000")
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<Valeur> valeurs() {
        var simples = Arbitraries.strings().ofMaxLength(10).map(Valeur::simple);
        var listes = Arbitraries.strings().ofMaxLength(10).list().ofMaxSize(4).map(l -> (Valeur) new Valeur.Liste(l));
        var blocs = Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5), simples)
                .ofMaxSize(4)
                .map(parties -> (Valeur) new Valeur.Bloc(parties));
        return Arbitraries.oneOf(simples, listes, blocs);
    }
}
