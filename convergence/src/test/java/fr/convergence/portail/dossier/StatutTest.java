package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.guichet.Retour;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("DOS-11")
final class StatutTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Test
    void le_dernier_niveau_accepte_que_ce_soit_l_ars_ou_l_ans() {
        assertThat(Statut.de(etape(List.of(Niveau.ARS)).valider(LE))).isEqualTo(Statut.ACCEPTE);
    }

    @Test
    void valide_par_l_ars_au_milieu_du_circuit_se_lit_transmis_a_l_ans() {
        var transmise = etape(List.of(Niveau.ARS, Niveau.ANS));

        assertThat(Statut.de(transmise)).isEqualTo(Statut.TRANSMIS_ARS);
        assertThat(Statut.de(transmise.valider(LE))).isEqualTo(Statut.TRANSMIS_ANS);
        assertThat(Statut.de(transmise.valider(LE).valider(LE))).isEqualTo(Statut.ACCEPTE);
    }

    @Test
    void une_verification_que_personne_ne_tient_n_est_pas_un_statut() {
        assertThatThrownBy(() -> Statut.lire("EN_VERIFICATION", null)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ce que la base garde d'une étape se relit dans le mot que tous voient. */
    @ParameterizedTest
    @CsvSource({
        "FERMEE, , A_VENIR",
        "BROUILLON, '', A_COMPLETER",
        "EN_VERIFICATION, ARS, TRANSMIS_ARS",
        "EN_VERIFICATION, ANS, TRANSMIS_ANS",
        "A_MODIFIER, ARS, DEMANDE_MODIFICATION",
        "A_MODIFIER, ANS, DEMANDE_MODIFICATION",
        "ACCEPTEE, ANS, ACCEPTE",
        "REFUSEE, ARS, REFUSE",
        "CLOSE, , CLOS"
    })
    void un_etat_garde_se_relit_en_statut(String etat, @Nullable String niveau, Statut statut) {
        assertThat(Statut.lire(etat, niveau)).isEqualTo(statut);
    }

    /** Sa fenêtre passée, une étape jamais transmise est close, sans attendre que quelqu'un l'écrive (décision 0016). */
    @ParameterizedTest
    @EnumSource(Statut.class)
    void seule_une_etape_a_completer_se_clot_avec_sa_fenetre(Statut statut) {
        var fenetre = new Fenetre.Plage(
                new Moment(LocalDateTime.parse("2026-03-01T09:00:00")),
                Optional.of(new Moment(LocalDateTime.parse("2026-03-31T23:59:59"))));
        var passee = fenetre.limite().orElseThrow().echeance();
        assertThat(statut.a(passee.minusNanos(1), fenetre)).isEqualTo(statut);
        assertThat(statut.a(passee, fenetre)).isEqualTo(statut == Statut.A_COMPLETER ? Statut.CLOS : statut);
    }

    @Test
    void un_accuse_de_depot_existe_des_la_premiere_transmission() {
        assertThat(Arrays.stream(Statut.values()).filter(Statut::depose))
                .containsExactly(
                        Statut.TRANSMIS_ARS,
                        Statut.DEMANDE_MODIFICATION,
                        Statut.TRANSMIS_ANS,
                        Statut.ACCEPTE,
                        Statut.CONVENTION_A_SIGNER,
                        Statut.CONVENTION_SIGNEE,
                        Statut.CONVENTION_REFUSEE,
                        Statut.CONVENTION_EXPIREE,
                        Statut.AVANCE_VERSEE,
                        Statut.PAYE,
                        Statut.REFUSE);
        assertThat(Statut.TRANSMIS_ARS.cle()).isEqualTo("dossier.statut.transmis_ars");
    }

    /** Le candidat peut recommencer quand une étape est close et qu'aucun vérificateur n'en tient une autre. */
    @ParameterizedTest
    @CsvSource({
        "CLOS, A_VENIR, true",
        "CLOS, A_COMPLETER, true",
        "CLOS, ACCEPTE, true",
        "CLOS, REFUSE, true",
        "CLOS, TRANSMIS_ARS, false",
        "CLOS, DEMANDE_MODIFICATION, false",
        "CLOS, TRANSMIS_ANS, false",
        "A_COMPLETER, A_VENIR, false",
        "REFUSE, A_VENIR, false"
    })
    void un_dossier_est_laisse_quand_plus_personne_ne_le_tient(Statut une, Statut autre, boolean laisse) {
        assertThat(Statut.laisse(List.of(une, autre))).isEqualTo(laisse);
        assertThat(Statut.laisse(List.of(autre, une))).isEqualTo(laisse);
    }

    /** Le statut d'un dossier est celui de sa dernière étape ouverte. */
    @Test
    void un_dossier_se_lit_a_sa_derniere_etape_ouverte() {
        var dossier = UnDossier.deGht("IDF-61").dossier();
        var candidature = dossier.etape("candidature").orElseThrow();
        var declaration = dossier.etape("declaration").orElseThrow();
        assertThat(dossier.courante()).isEqualTo(candidature);
        assertThat(dossier.etape("inconnue")).isEmpty();

        var acceptee = dossier.avec(candidature.transmettre(LE, Retour.DIRECT).valider(LE));
        assertThat(acceptee.courante().etat()).isEqualTo(new EtatEtape.Acceptee(LE));
        assertThat(acceptee.etape("declaration")).contains(declaration);

        var ouverte = acceptee.avec(declaration.ouvrir());
        assertThat(ouverte.courante().code()).isEqualTo("declaration");
        assertThat(ouverte.etape("candidature").map(Etape::etat)).contains(new EtatEtape.Acceptee(LE));
        assertThat(dossier.avec(candidature.clore(LE)).courante().etat()).isEqualTo(new EtatEtape.Close(LE));
    }

    @Test
    void un_dossier_dont_tout_est_ferme_se_lit_a_sa_premiere_etape() {
        var dossier = UnDossier.deGht("IDF-61").dossier();
        var ferme = dossier.avec(dossier.courante().refermer());
        assertThat(ferme.courante().code()).isEqualTo("candidature");
        assertThat(Statut.de(ferme.courante())).isEqualTo(Statut.A_VENIR);
    }

    private static Etape etape(List<Niveau> circuit) {
        return new Etape(
                UUID.randomUUID(), "candidature", 1, circuit, new EtatEtape.EnVerification(circuit.getFirst(), LE), 0);
    }
}
