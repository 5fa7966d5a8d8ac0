package fr.convergence.isc.identite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Acceptee;
import fr.convergence.isc.identite.EtatDeVerification.Code;
import fr.convergence.isc.identite.EtatDeVerification.Creee;
import fr.convergence.isc.identite.EtatDeVerification.EnExamen;
import fr.convergence.isc.identite.EtatDeVerification.Expiree;
import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.EtatDeVerification.Ouverte;
import fr.convergence.isc.identite.EtatDeVerification.Refusee;
import fr.convergence.isc.identite.EtatDeVerification.Soumise;
import fr.convergence.isc.identite.Verification.Personne;
import fr.convergence.socle.site.Langue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("ISC-5")
@Tag("ISC-6")
final class VerificationTest {

    private static final Instant LE = Instant.parse("2026-03-17T09:30:00Z");
    private static final UUID TELEPHONE = UUID.randomUUID();
    private static final Prise PRISE = new Prise(LE, TypeDeDocument.CARTE_IDENTITE, "FR");
    private static final Prise PASSEPORT = new Prise(LE, TypeDeDocument.PASSEPORT, "BE");

    private static final Map<String, UnaryOperator<Verification>> VERBES = Map.ofEntries(
            Map.entry("ouvrir", v -> v.ouvrir(UUID.randomUUID(), LE)),
            Map.entry("consentir", v -> v.consentir(LE)),
            Map.entry("choisir", v -> v.choisir(TypeDeDocument.PASSEPORT, "BE", LE)),
            Map.entry("recevoir", v -> v.recevoir(Sequence.RECTO, LE)),
            Map.entry("ecarter", v -> v.ecarter(Sequence.RECTO, LE)),
            Map.entry("examiner", v -> v.examiner(LE)),
            Map.entry("echouer", v -> v.echouer("Illisible", LE)),
            Map.entry("accepter", v -> v.accepter(LE)),
            Map.entry("refuser", v -> v.refuser("Ce n'est pas vous", LE)),
            Map.entry("redemander", v -> v.redemander("Trop sombre", LE, LE.plus(Duration.ofDays(7)))),
            Map.entry("expirer", v -> v.expirer(LE)));

    @ParameterizedTest
    @EnumSource(Code.class)
    void chaque_etat_ne_permet_que_ses_verbes(Code code) {
        var permis = VERBES.entrySet().stream()
                .filter(verbe -> permet(de(code), verbe.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(permis)
                .isEqualTo(
                        switch (code) {
                            case CREEE, A_REFAIRE -> Set.of("ouvrir", "expirer");
                            case OUVERTE -> Set.of("ouvrir", "consentir", "choisir", "expirer");
                            case FILMEE -> Set.of("ouvrir", "choisir", "recevoir", "ecarter", "expirer");
                            case SOUMISE -> Set.of("ecarter", "examiner");
                            case EN_EXAMEN -> Set.of("accepter", "refuser", "redemander");
                            case ACCEPTEE, REFUSEE, EXPIREE -> Set.of();
                        });
    }

    @Test
    void une_carte_demande_six_videos_un_passeport_quatre_et_la_derniere_la_soumet() {
        assertThat(TypeDeDocument.CARTE_IDENTITE.sequences()).containsExactly(Sequence.values());
        assertThat(TypeDeDocument.PASSEPORT.sequences())
                .containsExactly(Sequence.RECTO, Sequence.RECTO_INCLINE, Sequence.VISAGE, Sequence.PROFIL);
        var verification = avec(new Filmee(LE, TELEPHONE, PASSEPORT, Set.of()), Optional.of(PASSEPORT));
        for (var sequence : List.of(Sequence.RECTO, Sequence.RECTO_INCLINE, Sequence.VISAGE)) {
            verification = verification.recevoir(sequence, LE);
            assertThat(verification.etat()).isInstanceOf(Filmee.class);
        }
        assertThat(verification.recevoir(Sequence.PROFIL, LE).etat()).isEqualTo(new Soumise(LE, TELEPHONE, PASSEPORT));
    }

    @Test
    void le_verso_d_un_passeport_ne_se_recoit_pas() {
        var verification = avec(new Filmee(LE, TELEPHONE, PASSEPORT, Set.of()), Optional.of(PASSEPORT));
        assertThatThrownBy(() -> verification.recevoir(Sequence.VERSO, LE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void on_ne_choisit_pas_de_document_sans_avoir_consenti() {
        var ouverte = avec(new Ouverte(LE, TELEPHONE, Optional.empty()), Optional.empty());
        assertThat(permet(ouverte, v -> v.choisir(TypeDeDocument.PASSEPORT, "BE", LE)))
                .isFalse();
        assertThat(ouverte.consentir(LE)
                        .choisir(TypeDeDocument.PASSEPORT, "BE", LE)
                        .etat())
                .isEqualTo(new Filmee(LE, TELEPHONE, PASSEPORT, Set.of()));
    }

    @Test
    void changer_de_telephone_garde_les_videos_en_changer_de_document_les_refait() {
        var autre = UUID.randomUUID();
        var filmee = avec(new Filmee(LE, TELEPHONE, PRISE, Set.of(Sequence.RECTO)), Optional.of(PRISE));
        assertThat(filmee.ouvrir(autre, LE).etat()).isEqualTo(new Filmee(LE, autre, PRISE, Set.of(Sequence.RECTO)));
        assertThat(filmee.choisir(TypeDeDocument.PASSEPORT, "BE", LE).etat())
                .isEqualTo(new Filmee(LE, TELEPHONE, PASSEPORT, Set.of()));
    }

    @Test
    void une_video_ecartee_apres_la_fin_est_la_seule_a_refaire() {
        var soumise = avec(new Soumise(LE, TELEPHONE, PRISE), Optional.of(PRISE));
        var filmee = (Filmee) soumise.ecarter(Sequence.VERSO, LE).etat();
        assertThat(filmee.prochain()).contains(Sequence.VERSO);
        assertThat(filmee.recus()).hasSize(5);
    }

    @Test
    void une_verification_redemandee_se_recommence_du_debut_avec_un_nouveau_delai() {
        var jusqua = LE.plus(Duration.ofDays(7));
        var redemandee = avec(new EnExamen(LE), Optional.of(PRISE)).redemander("Trop sombre", LE, jusqua);
        assertThat(redemandee.etat()).isEqualTo(new ARefaire(LE, "Trop sombre"));
        assertThat(redemandee.expireLe()).isEqualTo(jusqua);
        var ouverte = redemandee.ouvrir(TELEPHONE, LE);
        assertThat(ouverte.etat()).isEqualTo(new Ouverte(LE, TELEPHONE, Optional.empty()));
        assertThat(ouverte.prise()).isEmpty();
    }

    @Test
    void un_partenaire_conclut_ou_fait_recommencer_ce_qui_est_chez_lui() {
        var chezLui = new Verification(
                UUID.randomUUID(),
                UUID.randomUUID(),
                personne(),
                new Creee(LE),
                Optional.empty(),
                "UBBLE",
                "idv_1",
                null,
                LE);
        assertThat(chezLui.examiner(LE).etat()).isEqualTo(new EnExamen(LE));
        assertThat(chezLui.echouer("Illisible", LE).etat()).isEqualTo(new ARefaire(LE, "Illisible"));
        assertThat(chezLui.echouer("Illisible", LE).examiner(LE).etat()).isEqualTo(new EnExamen(LE));
    }

    private static boolean permet(Verification verification, UnaryOperator<Verification> verbe) {
        try {
            verbe.apply(verification);
            return true;
        } catch (IllegalStateException interdite) {
            return false;
        }
    }

    private static Verification de(Code code) {
        return switch (code) {
            case CREEE -> avec(new Creee(LE), Optional.empty());
            case OUVERTE -> avec(new Ouverte(LE, TELEPHONE, Optional.of(LE)), Optional.empty());
            case FILMEE -> avec(new Filmee(LE, TELEPHONE, PRISE, Set.of()), Optional.of(PRISE));
            case SOUMISE -> avec(new Soumise(LE, TELEPHONE, PRISE), Optional.of(PRISE));
            case EN_EXAMEN -> avec(new EnExamen(LE), Optional.of(PRISE));
            case ACCEPTEE -> avec(new Acceptee(LE), Optional.of(PRISE));
            case REFUSEE -> avec(new Refusee(LE, "Ce n'est pas vous"), Optional.of(PRISE));
            case A_REFAIRE -> avec(new ARefaire(LE, "Trop sombre"), Optional.of(PRISE));
            case EXPIREE -> avec(new Expiree(LE), Optional.empty());
        };
    }

    private static Verification avec(EtatDeVerification etat, Optional<Prise> prise) {
        return new Verification(
                UUID.randomUUID(), UUID.randomUUID(), personne(), etat, prise, "INTEGRE", null, null, LE);
    }

    private static Personne personne() {
        return new Personne("Claire", "Durand", "claire@logiciels.example", null, Langue.FRANCAIS);
    }
}
