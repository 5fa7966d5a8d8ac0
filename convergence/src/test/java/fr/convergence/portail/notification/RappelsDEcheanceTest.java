package fr.convergence.portail.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Le guichet de démonstration se ferme 28 jours après sa publication. */
@TestDuPortail
@Tag("NOT-1")
final class RappelsDEcheanceTest {

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

    @Test
    void un_brouillon_est_rappele_a_quatorze_sept_et_un_jours_une_fois_chacun() {
        var claire = instruction.referent();
        instruction.brouillon("44", "CHU DE STRASBOURG", claire);

        envoyer();
        assertThat(objets(claire)).isEmpty();

        horloge.avancer(Duration.ofDays(15));
        envoyer();
        envoyer();
        assertThat(objets(claire)).hasSize(1).allMatch(objet -> objet.contains("Il vous reste 13 jours"));

        horloge.avancer(Duration.ofDays(7));
        envoyer();
        horloge.avancer(Duration.ofDays(5));
        envoyer();
        envoyer();
        assertThat(objets(claire)).hasSize(3);
        assertThat(objets(claire).getLast()).contains("Il vous reste 1 jour pour");

        horloge.avancer(Duration.ofDays(3));
        envoyer();
        assertThat(objets(claire)).hasSize(3);
    }

    @Test
    void un_dossier_transmis_n_est_pas_rappele() {
        var claire = instruction.referent();
        instruction.transmis("44", "CH DE METZ", claire, horloge.instant());
        var avant = objets(claire).size();

        horloge.avancer(Duration.ofDays(22));
        envoyer();

        assertThat(objets(claire)).hasSize(avant);
    }

    @Test
    void une_demande_de_modification_est_rappelee_a_sept_et_un_jours() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("44", "CH DE NANCY", claire, horloge.instant());
        rendre(claire, dossier, Duration.ofDays(15));
        var avant = objets(claire).size();

        for (var jour = 0; jour < 16; jour++) {
            envoyer();
            horloge.avancer(Duration.ofDays(1));
        }

        assertThat(objets(claire).subList(avant, objets(claire).size()))
                .hasSize(2)
                .allMatch(objet -> objet.contains("pour transmettre le dossier " + dossier.reference()));
    }

    @Test
    void deux_noeuds_ensemble_n_envoient_qu_un_rappel() throws Exception {
        var claire = instruction.referent();
        instruction.brouillon("44", "CH DE COLMAR", claire);
        horloge.avancer(Duration.ofDays(15));
        Callable<Void> noeud = () -> {
            envoyer();
            return null;
        };

        try (var fils = Executors.newFixedThreadPool(4)) {
            for (var fin : fils.invokeAll(List.of(noeud, noeud, noeud, noeud))) {
                fin.get();
            }
        }

        assertThat(objets(claire)).hasSize(1);
    }

    @Test
    void une_tranche_finie_laisse_le_reste_a_la_suivante() {
        var claire = instruction.referent();
        instruction.brouillon("44", "CH DE SELESTAT", claire);
        horloge.avancer(Duration.ofDays(15));

        assertThat(rappels.envoyer(Tranche.de(Duration.ZERO))).isTrue();
        assertThat(objets(claire)).isEmpty();

        assertThat(rappels.envoyer(Tranche.de(Duration.ofMinutes(1)))).isFalse();
        assertThat(objets(claire)).hasSize(1);
    }

    private void envoyer() {
        assertThat(rappels.envoyer(Tranche.de(Duration.ofMinutes(1)))).isFalse();
    }

    private void rendre(Connecte claire, Dossier dossier, Duration delai) {
        var avant = instruction.relire(claire, dossier).etape("candidature").orElseThrow();
        var maintenant = horloge.instant();
        var apres = avant.demanderModification(maintenant, "RIB", List.of(), false, maintenant.plus(delai));
        dossiers.passer(dossier, avant, apres, "essai", ActesDEssai.rendue(avant.vers(apres)));
    }

    private List<String> objets(Connecte qui) {
        return boite.de(UneInstruction.courriel(qui)).stream()
                .map(BoiteAuxLettres.Lettre::objet)
                .toList();
    }
}
