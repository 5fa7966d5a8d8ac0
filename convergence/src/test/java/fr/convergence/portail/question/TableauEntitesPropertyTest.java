package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.lieu.Maille;
import fr.convergence.socle.identifiant.Finess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.json.JsonMapper;

/** Ce qui est toujours vrai d'un tableau, quoi qu'on y réponde. */
@Tag("FRM-2")
final class TableauEntitesPropertyTest {

    private static final List<Lot> LOTS = List.of(
            new Lot(new Finess("320780117"), "CH D'AUCH"),
            new Lot(new Finess("320780133"), "CH DE CONDOM"),
            new Lot(new Finess("750712184"), "AP-HP"));

    private static final Question ACTIVITE =
            colonne("activite", new Nombre(2, Optional.of(BigDecimal.ZERO), Optional.empty(), Optional.empty()));
    private static final Question COUVERTURE = colonne("couverture", new OuiNon());
    private static final TableauEntites TABLEAU = new TableauEntites(
            Maille.ENTITES,
            List.of(ACTIVITE, COUVERTURE),
            List.of(
                    new Calcule("total_activite", "Total", ACTIVITE, Optional.empty()),
                    new Calcule("part", "Part", ACTIVITE, Optional.of(COUVERTURE))));

    record Rempli(List<Long> centiemes, List<Boolean> couvertes) {

        Valeur valeur() {
            var lignes = new ArrayList<Valeur.Ligne>();
            for (var i = 0; i < centiemes.size(); i++) {
                lignes.add(new Valeur.Ligne(
                        LOTS.get(i),
                        Map.of(
                                "activite",
                                Valeur.simple(
                                        BigDecimal.valueOf(centiemes.get(i), 2).toPlainString()),
                                "couverture",
                                Valeur.simple(couvertes.get(i) ? "oui" : "non"))));
            }
            return new Valeur.Tableau(lignes);
        }

        Rempli couvrir(int ligne) {
            var couvrir = new ArrayList<>(couvertes);
            couvrir.set(ligne, true);
            return new Rempli(centiemes, couvrir);
        }
    }

    @Property(tries = 1_000)
    void une_part_est_entre_0_et_100_et_vaut_100_quand_tout_pese_et_que_tout_est_couvert(
            @ForAll("remplis") Rempli rempli) {
        assertThat(part(rempli)).isBetween(0.0, 100.0);
        var tout = rempli.couvrir(0).couvrir(1).couvrir(2);
        var pese = rempli.centiemes().stream().anyMatch(poids -> poids > 0);
        assertThat(part(tout)).isEqualTo(pese ? 100.0 : 0.0);
    }

    @Property(tries = 1_000)
    void couvrir_une_entite_de_plus_ne_fait_jamais_baisser_la_part(
            @ForAll("remplis") Rempli rempli, @ForAll("rangs") int ligne) {
        assertThat(part(rempli.couvrir(ligne))).isGreaterThanOrEqualTo(part(rempli));
    }

    @Property(tries = 1_000)
    void un_seuil_atteint_l_est_vraiment(@ForAll("remplis") Rempli rempli) {
        long total = 0;
        long couvert = 0;
        for (var i = 0; i < LOTS.size(); i++) {
            total += rempli.centiemes().get(i);
            couvert += rempli.couvertes().get(i) ? rempli.centiemes().get(i) : 0;
        }
        assertThat(part(rempli) >= 66).isEqualTo(total > 0 && couvert * 100 >= total * 66);
    }

    @Property(tries = 1_000)
    void le_total_est_la_somme_des_lignes(@ForAll("remplis") Rempli rempli) {
        var somme = rempli.centiemes().stream().mapToLong(Long::longValue).sum();
        assertThat(variables(rempli.valeur()).get("t.total_activite"))
                .isEqualTo(BigDecimal.valueOf(somme, 2).doubleValue());
        assertThat(variables(rempli.valeur()).get("t.lignes")).isEqualTo(3L);
    }

    @Property(tries = 1_000)
    void un_tableau_fait_l_aller_et_retour_en_json(@ForAll("remplis") Rempli rempli) {
        var json = JsonMapper.shared();
        var valeur = rempli.valeur();
        assertThat(json.readValue(json.writeValueAsString(valeur), Valeur.class))
                .isEqualTo(valeur);
    }

    @Property(tries = 1_000)
    void ce_qui_est_garde_place_par_place_se_reunit_et_se_relit_place_par_place(@ForAll("remplis") Rempli rempli) {
        var valeur = rempli.valeur();
        var places = new HashMap<Emplacement, Valeur>();
        TABLEAU.parties(valeur).forEach(p -> places.put(Emplacement.lire(p.nom()), valeur.partie(p.nom())));
        var faits = Faits.de(Vocabulaire.de(), Map.of()).avec(_ -> LOTS);
        assertThat(TABLEAU.reunir("t", faits, place -> places.getOrDefault(place, Valeur.VIDE)))
                .isEqualTo(valeur);
    }

    /** De tout, et souvent tout près du seuil. */
    @Provide
    Arbitrary<Rempli> remplis() {
        var presDuSeuil = Arbitraries.longs()
                .between(65_990, 66_010)
                .map(poids -> new Rempli(List.of(poids, 100_000 - poids, 0L), List.of(true, false, false)));
        return Arbitraries.oneOf(quelconques(), presDuSeuil);
    }

    private static Arbitrary<Rempli> quelconques() {
        var poids = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 100_000_000L));
        return Combinators.combine(
                        poids.list().ofSize(3),
                        Arbitraries.of(true, false).list().ofSize(3))
                .as(Rempli::new);
    }

    @Provide
    Arbitrary<Integer> rangs() {
        return Arbitraries.integers().between(0, 2);
    }

    private static double part(Rempli rempli) {
        return (double) variables(rempli.valeur()).get("t.part");
    }

    private static Map<String, Object> variables(Valeur valeur) {
        return TABLEAU.variables("t", valeur, Set.of());
    }

    private static Question colonne(String id, TypeSimple type) {
        return new Question(id, id, Optional.empty(), type, true, Optional.empty());
    }
}
