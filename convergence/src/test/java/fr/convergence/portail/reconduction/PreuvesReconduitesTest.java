package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.piece.LesCopies;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.fichier.Analyse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Les preuves qu'une candidature propose de reprendre, et ce qu'elle dit de celles qui manquent (DOS-12). */
@TestDuPortail
@Tag("DOS-12")
final class PreuvesReconduitesTest {

    private static final Path MARQUE = TestDuPortail.RANGEMENT.resolve("fichiers/.depot-convergence");
    private static final Path AILLEURS = TestDuPortail.RANGEMENT.resolve("marque-du-depot-demonte");
    private static final String FORMULAIRE = """
            formulaire: %s@1
            sections:
              - id: preuves
                titre: Vos preuves
                questions:
                  - {id: preuve, libelle: Votre preuve, type: piece, formats: [pdf], nombre_max: %d}
                  - {id: reservee, libelle: Votre preuve réservée, %s}
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    UneReconduction reconduction;

    @Autowired
    LesCopies copies;

    @Autowired
    Requetes requetes;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    Analyse analyse;

    @Autowired
    JdbcClient base;

    @Test
    void une_preuve_confidentielle_hier_ne_se_propose_pas_dans_un_espace_ordinaire() throws Exception {
        publier("PREUVES-SECRETES", 3, "type: conteneur");
        publier("PREUVES-OUVERTES", 3, "type: piece, formats: [pdf]");
        var ancienne = referente.candidate("PREUVES-SECRETES").valeur();
        deposer(ancienne, "reservee.pdf");
        base.sql("update piece set question = 'reservee', confidentielle = true where reference = ?")
                .param(ancienne)
                .update();
        deposer(ancienne, "ordinaire.pdf");
        analyse.analyserLot();

        assertThat(proposees(referente.candidate("PREUVES-OUVERTES").valeur(), ancienne))
                .containsExactly("ordinaire.pdf");
    }

    @Test
    void un_depot_absent_n_use_aucun_essai_d_une_copie() throws Exception {
        publier("PREUVES-DEMONTEES", 3, "type: piece, formats: [pdf]");
        publier("PREUVES-REMONTEES", 3, "type: piece, formats: [pdf]");
        var ancienne = referente.candidate("PREUVES-DEMONTEES").valeur();
        deposer(ancienne, "plan.pdf");
        analyse.analyserLot();
        var neuve = referente.candidate("PREUVES-REMONTEES").valeur();
        var adresse = "/dossiers/" + neuve + "/reconduction";
        var choisie =
                page(adresse + "?ancienne=" + ancienne).select("[name=preuves]").val();
        requetes.envoyer(referente.connectee(), adresse, "ancienne", ancienne, "preuves", choisie);
        Files.move(MARQUE, AILLEURS);
        try {
            for (var essai = 0; essai < 12; essai++) {
                copies.finir();
                horloge.avancer(Duration.ofHours(1));
            }
        } finally {
            Files.move(AILLEURS, MARQUE);
        }
        var preuves = "/dossiers/" + neuve + "/candidature/preuves";
        assertThat(page(preuves).select("#question-preuve").text()).contains("plan.pdf", "Copie en cours");

        copies.finir();
        assertThat(page(preuves).select("#question-preuve").text()).contains("plan.pdf", "En cours d’analyse");
    }

    @AfterEach
    void remettre_l_heure() {
        horloge.remettre();
    }

    private List<String> proposees(String neuve, String ancienne) throws Exception {
        return page("/dossiers/" + neuve + "/reconduction?ancienne=" + ancienne)
                .select("[name=preuves] + label")
                .stream()
                .map(Element::ownText)
                .toList();
    }

    private void deposer(String reference, String nom) {
        reconduction.deposer(referente.connectee(), reference, nom);
    }

    private void publier(String guichet, int nombre, String reservee) {
        reconduction.publier(guichet, FORMULAIRE.formatted(guichet.toLowerCase(Locale.ROOT), nombre, reservee));
    }

    private Document page(String adresse) throws Exception {
        return reconduction.page(referente.connectee(), adresse);
    }
}
