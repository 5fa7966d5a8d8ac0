package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.inscription.RegistreDEssai;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Informations de votre établissement », en tête des formulaires livrés. */
@TestDuPortail
@Tag("FRM-2")
final class FaitsDuDossierTest {

    @Autowired
    Etablissements etablissements;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    JdbcClient base;

    @BeforeEach
    void un_registre() {
        RegistreDEssai.poser(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"care-d1-candidature@5", "care-d2-candidature@6"})
    void la_raison_sociale_d_un_ght_est_celle_de_l_etablissement_dont_le_finess_est_donne(String formulaire) {
        assertThat(informations(formulaire, TypeCandidat.GHT, "OCC-04"))
                .containsEntry("Nom du GHT", "GHT Est Herault et Sud Aveyron")
                .containsEntry("Raison sociale de l’établissement support", "CHU MONTPELLIER")
                .containsEntry("FINESS de l’EJ", RegistreDEssai.SUPPORT)
                .containsEntry("Code GHT", "OCC-04")
                .doesNotContainKey("Raison sociale");
    }

    @Test
    void celle_d_une_entite_juridique_est_la_sienne() {
        assertThat(informations("care-d1-candidature@5", TypeCandidat.EJ_PRIVEE, RegistreDEssai.PRIVEE))
                .containsEntry("Raison sociale", "CLINIQUE DE MIREMONT BADENS")
                .containsEntry("FINESS de l’EJ", RegistreDEssai.PRIVEE)
                .doesNotContainKeys("Nom du GHT", "Code GHT", "Raison sociale de l’établissement support");
    }

    private Map<String, String> informations(String formulaire, TypeCandidat type, String identifiant) {
        var etape = new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new EtatEtape.Brouillon(), 0);
        var dossier = new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                new Reference("CARE-D1", 1),
                new CandidatDuDossier(new CleCandidat(type, identifiant), "GHT EST HERAULT"),
                Region.OCCITANIE,
                Uuid.v7(),
                Instant.EPOCH,
                List.of(etape));
        return guichets
                .formulaireSIlExiste(Reference.de(formulaire))
                .orElseThrow()
                .evaluer(
                        Reponses.aucune(),
                        FaitsDuDossier.de(
                                dossier,
                                etape,
                                etablissements.candidat(dossier.candidat().cle()),
                                Optional.empty(),
                                LocalDate.EPOCH))
                .section("informations")
                .orElseThrow()
                .questions()
                .stream()
                .flatMap(question -> question.lignes().stream())
                .collect(Collectors.toMap(
                        ligne -> String.valueOf(ligne.libelle().args().getFirst()), FaitsDuDossierTest::texte));
    }

    private static String texte(LigneDeReponse ligne) {
        return String.join(", ", ligne.textes());
    }
}
