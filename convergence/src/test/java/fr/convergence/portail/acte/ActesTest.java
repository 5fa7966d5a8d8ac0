package fr.convergence.portail.acte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActeDuDossier.FinancementAccorde;
import fr.convergence.portail.acte.ActeDuDossier.ModificationDemandee;
import fr.convergence.portail.acte.ActeDuDossier.PieceDeposee;
import fr.convergence.portail.acte.ActeDuDossier.ReponseEnregistree;
import fr.convergence.portail.acte.ActeDuDossier.ReponsesEnregistrees;
import fr.convergence.portail.acte.ActeDuDossier.VersementAnnule;
import fr.convergence.portail.acte.ActeDuDossier.VersementNote;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.personne.ActeDePersonne;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** La forme des actes au journal : le sceau la couvre, elle ne change plus. */
@Tag("AUD-1")
final class ActesTest {

    private static final Mouvement TRANSMISE = new Mouvement(
            "candidature",
            3,
            CodeDEtat.BROUILLON,
            Optional.empty(),
            CodeDEtat.EN_VERIFICATION,
            Optional.of(Niveau.ARS));
    private static final UUID FICHIER = UUID.fromString("0197c9a0-0000-7000-8000-000000000001");

    @Test
    void un_acte_s_ecrit_comme_les_lignes_deja_scellees() {
        var transmise = new EtapeTransmise(TRANSMISE, 2, "ab12");
        assertThat(transmise.code()).isEqualTo("etape-transmise");
        assertThat(transmise.detail())
                .isEqualTo(Map.of(
                        "etape", "candidature",
                        "version", "3",
                        "de", "BROUILLON",
                        "vers", "EN_VERIFICATION",
                        "versNiveau", "ARS",
                        "edition", "2",
                        "empreinte", "ab12"));
        assertThat(new ReponseEnregistree("candidature", "iban", 4, "ef").detail())
                .isEqualTo(Map.of("etape", "candidature", "question", "iban", "revision", "4", "empreinte", "ef"));
        assertThat(ReponsesEnregistrees.de(
                                "candidature", new TreeMap<>(Map.of("iban", 4, "750712184/activite", 1)), "ef")
                        .detail())
                .isEqualTo(
                        Map.of("etape", "candidature", "reponses", "750712184/activite 1\niban 4", "empreinte", "ef"));
        assertThat(new PieceDeposee("rib", FICHIER, "cd").detail())
                .isEqualTo(Map.of("question", "rib", "fichier", FICHIER.toString(), "sha256", "cd"));
    }

    @Test
    void une_demande_ne_parle_des_questions_que_si_elle_en_designe() {
        var rendue = new Mouvement(
                "candidature",
                4,
                CodeDEtat.EN_VERIFICATION,
                Optional.of(Niveau.ARS),
                CodeDEtat.A_MODIFIER,
                Optional.of(Niveau.ARS));
        var retour = Instant.parse("2026-12-15T23:00:00Z");

        assertThat(new ModificationDemandee(rendue, "RIB", retour, Optional.empty(), Optional.empty()).detail())
                .containsEntry("motif", "RIB")
                .containsEntry("retourAvant", "2026-12-15T23:00:00Z")
                .doesNotContainKeys("corrections", "limitee");
        assertThat(new ModificationDemandee(rendue, "RIB", retour, Optional.of("RIB : flou"), Optional.of(false))
                        .detail())
                .containsEntry("corrections", "RIB : flou")
                .containsEntry("limitee", "false");
    }

    @Test
    void un_acte_se_relit_de_ce_qu_il_a_ecrit() {
        var actes = List.<Acte>of(
                new EtapeTransmise(TRANSMISE, 2, "ab12"),
                new EtapeValidee(TRANSMISE),
                new FinancementAccorde(
                        TRANSMISE, Optional.of(1_234_567L), 1_000_000L, Optional.of(300_000L), Optional.of("Devis")),
                new FinancementAccorde(TRANSMISE, Optional.empty(), 1L, Optional.empty(), Optional.empty()),
                new VersementNote("declaration", CodeDeVersement.AVANCE, 300_000L, LocalDate.parse("2026-11-30")),
                new VersementAnnule("declaration", CodeDeVersement.SOLDE, 700_000L, "Erreur"),
                new ModificationDemandee(
                        TRANSMISE,
                        "RIB",
                        Instant.parse("2026-12-15T23:00:00.123456Z"),
                        Optional.empty(),
                        Optional.empty()),
                new ReponsesEnregistrees("candidature", "750712184/activite 1\niban 4", "ef"),
                new PieceDeposee("rib", FICHIER, "cd"));

        assertThat(actes)
                .allSatisfy(acte -> assertThat(CodesDesActes.FORME.lire(acte.code(), acte.detail()))
                        .contains(acte));
    }

    @Test
    void une_forme_qui_ne_se_lit_plus_n_est_pas_un_acte() {
        var detail = new TreeMap<>(new EtapeTransmise(TRANSMISE, 2, "ab12").detail());
        detail.put("jadis", "oui");
        assertThat(CodesDesActes.FORME.lire("etape-transmise", detail))
                .as("un mot de trop")
                .isPresent();

        detail.remove("empreinte");
        assertThat(CodesDesActes.FORME.lire("etape-transmise", detail))
                .as("un mot manque")
                .isEmpty();
        detail.put("empreinte", "ab12");
        detail.put("version", "trois");
        assertThat(CodesDesActes.FORME.lire("etape-transmise", detail))
                .as("un mot illisible")
                .isEmpty();
        assertThat(CodesDesActes.FORME.lire("etape-mise-de-cote", Map.of()))
                .as("un code inconnu")
                .isEmpty();
    }

    @Test
    void chaque_acte_a_un_code_et_un_seul() {
        assertThat(CodesDesActes.FORME.classes().stream().<Class<?>>map(acte -> acte))
                .containsExactlyInAnyOrderElementsOf(enregistrements(Acte.class).toList());
        assertThat(CodesDesActes.FORME.codes())
                .allSatisfy(code -> assertThat(code).matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void chaque_composante_d_un_acte_est_une_precision_connue() {
        var composantes = Stream.concat(
                        Stream.concat(enregistrements(Acte.class), enregistrements(ActeDePersonne.class))
                                .flatMap(acte -> Arrays.stream(acte.getRecordComponents())),
                        Arrays.stream(Mouvement.class.getRecordComponents()))
                .filter(composante -> composante.getType() != Mouvement.class)
                .map(RecordComponent::getName)
                .distinct()
                .toList();

        assertThat(Arrays.stream(Precision.values()).map(Precision::cle))
                .containsExactlyInAnyOrderElementsOf(composantes);
    }

    private static Stream<Class<?>> enregistrements(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ActesTest::enregistrements)
                : Stream.of(type);
    }
}
