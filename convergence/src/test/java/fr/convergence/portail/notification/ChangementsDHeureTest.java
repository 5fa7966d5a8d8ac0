package fr.convergence.portail.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Les rappels, des deux côtés d'un changement d'heure : une fois chacun, et le bon jour à Paris. */
@TestDuPortail
@Tag("NOT-1")
@Tag("DOS-7")
final class ChangementsDHeureTest {

    /** Chaque jour : le premier, juste avant huit heures, à huit heures, juste après, et le dernier. */
    private static final Set<Integer> PASSAGES = Set.of(0, 7, 8, 9, 23);

    @Autowired
    UneInstruction instruction;

    @Autowired
    RappelsDEcheance rappels;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Dossiers dossiers;

    @Autowired
    HorlogeDeTest horloge;

    /** La dernière seconde de chaque jour, celle qui existe deux fois, celle qui n'existe pas. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T23:00:00Z, 2026-03-14T07:00:00Z, 2026-03-21T07:00:00Z, 2026-03-27T07:00:00Z",
        "2026-03-29T22:00:00Z, 2026-03-15T07:00:00Z, 2026-03-22T07:00:00Z, 2026-03-28T07:00:00Z",
        "2026-03-29T01:30:01Z, 2026-03-15T07:00:00Z, 2026-03-22T07:00:00Z, 2026-03-28T07:00:00Z",
        "2026-03-30T22:00:00Z, 2026-03-16T07:00:00Z, 2026-03-23T07:00:00Z, 2026-03-29T06:00:00Z",
        "2026-10-24T22:00:00Z, 2026-10-10T06:00:00Z, 2026-10-17T06:00:00Z, 2026-10-23T06:00:00Z",
        "2026-10-25T23:00:00Z, 2026-10-11T06:00:00Z, 2026-10-18T06:00:00Z, 2026-10-24T06:00:00Z",
        "2026-10-25T01:30:01Z, 2026-10-11T06:00:00Z, 2026-10-18T06:00:00Z, 2026-10-24T06:00:00Z",
        "2026-10-31T23:00:00Z, 2026-10-17T06:00:00Z, 2026-10-24T06:00:00Z, 2026-10-30T07:00:00Z"
    })
    void un_rappel_commence_le_matin_de_son_jour(Instant echeance, Instant quatorze, Instant sept, Instant un) {
        assertThat(Palier.de(echeance, quatorze.minusNanos(1))).isEmpty();
        assertThat(Palier.de(echeance, quatorze)).contains(new Palier(14));
        assertThat(Palier.de(echeance, sept.minusNanos(1))).contains(new Palier(14));
        assertThat(Palier.de(echeance, sept)).contains(new Palier(7));
        assertThat(Palier.de(echeance, un.minusNanos(1))).contains(new Palier(7));
        assertThat(Palier.de(echeance, un)).contains(new Palier(1));
        assertThat(Palier.de(echeance, echeance.minusNanos(1))).contains(new Palier(1));
        assertThat(Palier.de(echeance, echeance)).isEmpty();
        for (var palier : Palier.TOUS) {
            assertThat(palier.jusqua(palier.debut(echeance).minusNanos(1))).isBefore(echeance);
            assertThat(palier.jusqua(palier.debut(echeance))).isAfterOrEqualTo(echeance);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T22:00:00Z, '29 mars 2026, 23:59', '2026-03-15T08 14, 2026-03-22T08 7, 2026-03-28T08 1'",
        "2026-10-25T23:00:00Z, '25 octobre 2026, 23:59', '2026-10-11T08 14, 2026-10-18T08 7, 2026-10-24T08 1'",
        "2026-10-25T01:30:01Z, '25 octobre 2026, 02:30', '2026-10-11T08 13, 2026-10-18T08 6, 2026-10-24T08 1'",
        "2026-03-29T01:30:01Z, '29 mars 2026, 03:30', '2026-03-15T08 13, 2026-03-22T08 6, 2026-03-28T08 1'"
    })
    void un_dossier_rendu_est_rappele_une_fois_par_palier_et_le_bon_jour(Instant retour, String dite, String attendus) {
        aller(retour.minus(Duration.ofDays(30)));
        var claire = instruction.referent();
        var dossier = instruction.transmis("28", "CH DE DIEPPE", claire, horloge.instant());
        var avant = instruction.relire(claire, dossier).etape("candidature").orElseThrow();
        var apres = avant.demanderModification(horloge.instant(), "RIB", List.of(), false, retour);
        dossiers.passer(dossier, avant, apres, "essai", ActesDEssai.rendue(avant.vers(apres)));
        var courriel = UneInstruction.courriel(claire);
        var lus = boite.de(courriel).size();

        var partis = new ArrayList<String>();
        for (var heure = retour.minus(Duration.ofDays(15)); heure.isBefore(retour); heure = heure.plusSeconds(3600)) {
            if (!PASSAGES.contains(heure.atZone(Formats.PARIS).getHour())) {
                continue;
            }
            aller(heure);
            assertThat(rappels.envoyer(Tranche.de(Duration.ofMinutes(1)))).isFalse();
            var lettres = boite.de(courriel);
            for (var lettre : lettres.subList(lus, lettres.size())) {
                assertThat(lettre.texte()).contains(dite);
                partis.add(heureLocale() + " " + lettre.objet().replaceFirst(".*reste (\\d+) jour.*", "$1"));
            }
            lus = lettres.size();
        }

        assertThat(partis).containsExactly(attendus.split(", "));
    }

    private String heureLocale() {
        return LocalDateTime.ofInstant(horloge.instant(), Formats.PARIS)
                .toString()
                .substring(0, 13);
    }

    private void aller(Instant instant) {
        horloge.avancer(Duration.between(horloge.instant(), instant));
    }
}
