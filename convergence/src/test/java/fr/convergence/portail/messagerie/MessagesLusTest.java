package fr.convergence.portail.messagerie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ce que chacun a lu d'un fil, ce qui l'attend encore, et ce dont un e-mail le prévient. */
@TestDuPortail
@Tag("INSTR-5")
final class MessagesLusTest extends EssaisDeMessagerie {

    @Autowired
    private HorlogeDeTest horloge;

    @AfterEach
    void a_l_heure() {
        horloge.remettre();
    }

    @Test
    void ce_qui_arrive_pendant_que_l_on_ecrit_reste_a_lire() {
        page(claire, duReferent("/messages"));
        ecrire(alice, "Arrivé entre-temps");

        ecrire(claire, "Écrit sans l'avoir vu");

        assertThat(page(claire, duReferent("")).text()).contains("1 message non lu");
        assertThat(page(claire, duReferent("/messages")).select(".cv-message").eachText())
                .last()
                .asString()
                .contains("Nouveau", "Arrivé entre-temps");
        assertThat(page(claire, duReferent("")).text()).doesNotContain("non lu");
    }

    @Test
    void ce_que_personne_d_un_niveau_n_a_lu_attend_tout_ce_niveau() {
        var bob = instruction.ars("52");
        ecrire(claire, "Une question.");

        ecrire(alice, "Écrit sans l'avoir lue");

        assertThat(page(bob, "/instruction/" + dossier.reference()).text()).contains("1 message non lu");
        page(alice, duVerificateur());
        ecrire(alice, "La réponse.");
        assertThat(page(bob, "/instruction/" + dossier.reference()).text()).doesNotContain("non lu");
    }

    @Test
    void une_page_ne_fait_lire_que_ce_qu_elle_montre() {
        for (var rang = 1; rang <= 14; rang++) {
            ecrire(alice, "D'Alice " + rang);
            ecrire(instruction.ans(), "De l'ANS " + rang);
        }

        var premiere = page(claire, duReferent("/messages"));

        assertThat(page(claire, duReferent("")).text()).contains("3 messages non lus");
        page(claire, premiere.select(".fr-pagination a").last().attr("href"));
        assertThat(page(claire, duReferent("")).text()).doesNotContain("non lu");
    }

    @Test
    void un_seul_avis_attend_que_quelqu_un_ouvre_le_fil() {
        var bob = instruction.ars("52");
        ecrire(claire, "Un");
        ecrire(claire, "Deux");
        assertThat(avis(alice)).isEqualTo(1);

        page(instruction.ans(), duVerificateur());
        ecrire(claire, "Trois");
        assertThat(avis(alice)).as("l'autre niveau n'y change rien").isEqualTo(1);

        page(bob, duVerificateur());
        ecrire(claire, "Quatre");
        assertThat(avis(alice)).as("un collègue a lu").isEqualTo(2);

        horloge.avancer(Duration.ofDays(1));
        ecrire(claire, "Cinq");
        assertThat(avis(alice)).as("le dernier s'est peut-être perdu").isEqualTo(3);
    }

    private long avis(Connecte qui) {
        return boite.de(UneInstruction.courriel(qui)).stream()
                .filter(lettre -> lettre.modele().equals("notification/message-verificateur"))
                .count();
    }
}
