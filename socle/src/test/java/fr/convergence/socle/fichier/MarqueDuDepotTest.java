package fr.convergence.socle.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.DemarrageImpossible;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.depot.DepotDossier;
import fr.convergence.socle.depot.DepotIndisponible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Un dépôt démonté ne reçoit rien, et empêche de démarrer. */
@ExtendWith(BaseDeTest.class)
final class MarqueDuDepotTest {

    private static final String OBJET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path dossier;

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final MarqueDuDepot marque;

    MarqueDuDepotTest(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        this.marque = new MarqueDuDepot(base, new HorlogeDeTest());
    }

    @BeforeEach
    void vider() {
        base.sql("delete from fichier_depot").update();
        base.sql("truncate fichier cascade").update();
    }

    @Test
    void un_depot_neuf_se_marque_et_se_reconnait_au_demarrage_suivant() throws IOException {
        marque.exiger(new DepotDossier(dossier));

        var suivant = new DepotDossier(dossier);
        marque.exiger(suivant);

        assertThat(suivant.marque())
                .isEqualTo(base.sql("select identifiant from fichier_depot")
                        .query(String.class)
                        .single());
        try (var ecriture = suivant.creer(OBJET)) {
            ecriture.publier();
        }
    }

    @Test
    void un_point_de_montage_vide_empeche_de_demarrer_et_dit_quel_reglage() throws IOException {
        marque.exiger(new DepotDossier(dossier.resolve("monte")));

        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> marque.exiger(new DepotDossier(dossier.resolve("vide"))))
                .withMessageStartingWith("convergence.fichiers.depot : ")
                .withMessageContaining("est-il monté ?");
    }

    @Test
    void une_base_qui_nomme_des_fichiers_ne_marque_pas_un_point_de_montage_vide() throws IOException {
        new FichiersDeTest(base, transaction, dossier.resolve("monte"), null).recu("note.pdf", new byte[100]);

        for (var marque : new String[] {"", "autre"}) {
            var vide = new DepotDossier(dossier.resolve("vide" + marque));
            if (!marque.isEmpty()) {
                vide.marquer(marque);
            }
            assertThatExceptionOfType(DemarrageImpossible.class)
                    .isThrownBy(() -> this.marque.exiger(vide))
                    .withMessageStartingWith("convergence.fichiers.depot : ")
                    .withMessageEndingWith("est-il monté ?");
            assertThat(vide.marque()).isEqualTo(marque);
        }

        var monte = new DepotDossier(dossier.resolve("monte"));
        marque.exiger(monte);
        assertThat(monte.marque()).isNotEmpty();
    }

    /** La commande qui finit une bascule interrompue démarre sur le dépôt que le site quitte ; un nœud, non. */
    @Test
    void le_depot_que_le_site_quitte_ne_se_reconnait_que_pour_finir_de_le_quitter() throws IOException {
        var quitte = new DepotDossier(dossier);
        marque.exiger(quitte);
        assertThat(marque.reconnaitreQuitte(quitte)).isFalse();
        quitte.fermer(quitte.marque());

        assertThatExceptionOfType(DemarrageImpossible.class).isThrownBy(() -> marque.exiger(new DepotDossier(dossier)));
        var rouvert = new DepotDossier(dossier);
        assertThat(marque.reconnaitreQuitte(rouvert)).isTrue();
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> rouvert.creer(OBJET));
    }

    @Test
    void une_marque_vide_empeche_de_demarrer_et_ne_devient_pas_la_reference() throws IOException {
        Files.createFile(dossier.resolve(DepotDossier.MARQUE));

        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> marque.exiger(new DepotDossier(dossier)))
                .withMessageContaining("est vide");
        assertThat(base.sql("select count(*) from fichier_depot")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void un_depot_demonte_en_marche_ne_recoit_plus_rien_jusqu_a_son_retour() throws IOException {
        var depot = new DepotDossier(dossier.resolve("fichiers"));
        marque.exiger(depot);

        Files.move(dossier.resolve("fichiers"), dossier.resolve("ailleurs"));
        Files.createDirectory(dossier.resolve("fichiers"));

        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.creer(OBJET));
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(depot::essayer);
        assertThat(dossier.resolve("fichiers")).isEmptyDirectory();

        Files.delete(dossier.resolve("fichiers"));
        Files.move(dossier.resolve("ailleurs"), dossier.resolve("fichiers"));
        depot.essayer();
    }
}
