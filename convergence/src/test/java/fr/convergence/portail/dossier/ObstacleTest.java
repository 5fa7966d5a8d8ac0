package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Acceptee;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Close;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.dossier.EtatEtape.Refusee;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.portail.guichet.Niveau;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qui empêche un référent d'écrire, à la seconde près ; et ce qu'un état dit de l'étape. */
@Tag("DOS-7")
@Tag("DOS-11")
final class ObstacleTest {

    private static final Moment DU = new Moment(LocalDateTime.parse("2026-03-01T09:00:00"));
    private static final Moment AU = new Moment(LocalDateTime.parse("2026-03-31T23:59:59"));
    private static final Moment DEPOT = new Moment(LocalDateTime.parse("2026-04-15T12:00:00"));
    private static final Fenetre FENETRE = new Fenetre.Candidature(DU, AU, DEPOT);
    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");
    private static final Instant RETOUR = Instant.parse("2026-05-01T22:00:00Z");

    private static final List<EtatEtape> ETATS = List.of(
            new Fermee(),
            new Brouillon(),
            new EnVerification(Niveau.ARS, LE),
            new AModifier(Niveau.ARS, LE, "RIB illisible", List.of(), false, RETOUR),
            new Acceptee(LE),
            new Refusee(Niveau.ARS, LE, "Hors champ"),
            new Close(LE));

    @Test
    void un_brouillon_s_ecrit_dans_sa_fenetre_jusqu_a_la_derniere_seconde() {
        var brouillon = etape(new Brouillon());
        var ouvre = DU.ouverture();
        var limite = DEPOT.echeance();
        assertThat(Obstacle.de(brouillon, FENETRE, ouvre.minusNanos(1))).contains(new Obstacle.PasEncoreOuverte(ouvre));
        assertThat(Obstacle.de(brouillon, FENETRE, ouvre)).isEmpty();
        assertThat(Obstacle.de(brouillon, FENETRE, AU.echeance()))
                .as("on ne crée plus, on dépose encore")
                .isEmpty();
        assertThat(Obstacle.de(brouillon, FENETRE, limite.minusNanos(1))).isEmpty();
        assertThat(Obstacle.de(brouillon, FENETRE, limite)).contains(new Obstacle.DelaiPasse(limite));
    }

    @Test
    void une_etape_rendue_suit_son_propre_delai_meme_apres_celui_du_guichet() {
        var rendue = etape(new AModifier(Niveau.ARS, LE, "RIB illisible", List.of(), false, RETOUR));
        assertThat(Obstacle.de(rendue, FENETRE, RETOUR.minusNanos(1))).isEmpty();
        assertThat(Obstacle.de(rendue, FENETRE, RETOUR)).contains(new Obstacle.DelaiPasse(RETOUR));
        assertThat(Obstacle.de(rendue, FENETRE, DU.ouverture().minusSeconds(1)))
                .as("la fenêtre ne la regarde plus")
                .isEmpty();
    }

    @Test
    void ailleurs_que_dans_un_brouillon_ou_un_retour_rien_ne_s_ecrit() {
        for (var etat : ETATS) {
            var obstacle = Obstacle.de(etape(etat), FENETRE, LE);
            assertThat(obstacle.isEmpty()).as(etat.toString()).isEqualTo(etat.modifiable());
        }
        assertThat(Obstacle.de(etape(new Close(LE)), FENETRE, LE)).contains(new Obstacle.DelaiPasse(LE));
        for (var fige : List.of(ETATS.get(0), ETATS.get(2), ETATS.get(4), ETATS.get(5))) {
            assertThat(Obstacle.de(etape(fige), FENETRE, LE)).contains(new Obstacle.EtatFige(fige));
        }
    }

    /** Un vérificateur peut ne rouvrir que ce qu'il nomme (INSTR-3). */
    @Test
    void un_retour_limite_ne_rouvre_que_les_questions_nommees() {
        var corrections = List.of(new Correction("rib", "illisible"), new Correction("bic", "faux"));
        var limite = new AModifier(Niveau.ARS, LE, "RIB", corrections, true, RETOUR);
        var entier = new AModifier(Niveau.ARS, LE, "RIB", corrections, false, RETOUR);
        assertThat(limite.rouvre(List.of("bic"))).isTrue();
        assertThat(limite.rouvre(List.of("iban"))).isFalse();
        assertThat(entier.rouvre(List.of("iban"))).isTrue();
        assertThat(limite.touche("rib")).isTrue();
        assertThat(limite.touche("iban")).isFalse();
        assertThat(entier.touche("iban")).isTrue();
    }

    @Test
    void une_ligne_designee_ne_rouvre_qu_elle_de_son_tableau() {
        var ligne = new Correction("750712184/entites", "à revoir", "CH D'AUCH");
        var limite = new AModifier(Niveau.ARS, LE, "Tableau", List.of(ligne), true, RETOUR);
        assertThat(limite.rouvre(List.of("entites", "750712184/entites"))).isTrue();
        assertThat(limite.rouvre(List.of("entites", "110000023/entites"))).isFalse();
        assertThat(limite.touche("entites")).isTrue();
        assertThat(limite.touche("iban")).isFalse();
        assertThat(ligne.libelle("Entités couvertes")).isEqualTo("CH D'AUCH – Entités couvertes");
    }

    @Test
    void un_etat_dit_s_il_s_ecrit_s_il_finit_et_s_il_fut_transmis() {
        assertThat(ETATS.stream().filter(EtatEtape::modifiable).map(EtatEtape::code))
                .containsExactly(CodeDEtat.BROUILLON, CodeDEtat.A_MODIFIER);
        assertThat(ETATS.stream().filter(EtatEtape::finit).map(EtatEtape::code))
                .containsExactly(CodeDEtat.REFUSEE, CodeDEtat.CLOSE);
        assertThat(ETATS.stream().filter(EtatEtape::transmise).map(EtatEtape::code))
                .containsExactly(
                        CodeDEtat.EN_VERIFICATION, CodeDEtat.A_MODIFIER, CodeDEtat.ACCEPTEE, CodeDEtat.REFUSEE);
    }

    @Test
    void un_etat_dit_sa_raison_son_heure_et_qui_le_tient() {
        assertThat(ETATS.stream().map(EtatEtape::raison).flatMap(Optional::stream))
                .containsExactly("RIB illisible", "Hors champ");
        assertThat(ETATS.stream().filter(etat -> etat.depuis().isEmpty()).map(EtatEtape::code))
                .containsExactly(CodeDEtat.FERMEE, CodeDEtat.BROUILLON);
        assertThat(ETATS.stream().map(EtatEtape::depuis).flatMap(Optional::stream))
                .hasSize(5)
                .containsOnly(LE);
        assertThat(ETATS.stream().map(etat -> etape(etat).niveau()))
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Niveau.ARS),
                        Optional.of(Niveau.ARS),
                        Optional.of(Niveau.ANS),
                        Optional.of(Niveau.ARS),
                        Optional.empty());
    }

    /** À tout instant, un référent écrit dans un brouillon si et seulement si la fenêtre est ouverte. */
    @Property
    void on_ecrit_dans_un_brouillon_tant_que_sa_fenetre_est_ouverte_et_pas_ailleurs(
            @ForAll("etats") EtatEtape etat, @ForAll @LongRange(min = -5_000_000, max = 10_000_000) long secondes) {
        var instant = DU.ouverture().plus(Duration.ofSeconds(secondes));
        var peut = Obstacle.de(etape(etat), FENETRE, instant).isEmpty();
        assertThat(peut)
                .isEqualTo(
                        etat instanceof Brouillon
                                ? FENETRE.etat(instant) == Fenetre.Etat.OUVERTE
                                : etat instanceof AModifier && instant.isBefore(RETOUR));
    }

    @Provide
    Arbitrary<EtatEtape> etats() {
        return Arbitraries.of(ETATS);
    }

    private static Etape etape(EtatEtape etat) {
        return new Etape(new UUID(0, 1), "candidature", 1, List.of(Niveau.ARS, Niveau.ANS), etat, 0);
    }
}
