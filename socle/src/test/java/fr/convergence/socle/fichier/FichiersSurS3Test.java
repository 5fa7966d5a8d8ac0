package fr.convergence.socle.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.doublures.MagasinS3;
import fr.convergence.doublures.MagasinS3.Humeur;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.DemarrageImpossible;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.depot.DepotS3;
import fr.convergence.socle.depot.MagasinDeTest;
import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.tache.Tranche;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sur S3 comme sur un dossier : rien n'est acquitté sans son objet, et ce que rien ne désigne s'efface. */
@Tag("PCE-4")
@ExtendWith(BaseDeTest.class)
final class FichiersSurS3Test {

    private static final int MO = 1024 * 1024;

    @TempDir
    Path attente;

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private MagasinS3 magasin;
    private FichiersDeTest service;

    FichiersSurS3Test(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
    }

    @BeforeEach
    void ouvrir() throws IOException {
        base.sql("truncate fichier, fichier_rebut cascade").update();
        base.sql("delete from fichier_depot").update();
        magasin = new MagasinS3();
        service = new FichiersDeTest(base, transaction, attente, null, _ -> depot());
    }

    @AfterEach
    void fermer() {
        magasin.close();
    }

    private DepotS3 depot() {
        return MagasinDeTest.depot(magasin, attente);
    }

    @Test
    void un_fichier_de_plusieurs_segments_se_recoit_se_relit_et_s_efface() throws IOException {
        var id = service.ouvert("note.pdf", 40 * MO);
        service.fichiers.recevoir(id, "claire", Envoi.de(0, 40 * MO));

        assertThat(magasin.objets().cles()).hasSize(3).allMatch(cle -> cle.startsWith("convergence/"));
        assertThat(service.fichiers.integre(id)).isTrue();

        service.fichiers.supprimer(id);

        assertThat(magasin.objets().cles()).isEmpty();
        assertThat(attente).isEmptyDirectory();
    }

    @Test
    void un_magasin_qui_lache_n_acquitte_rien_et_l_envoi_reprend() throws IOException {
        for (var humeur : new Humeur[] {Humeur.MENTEUR, Humeur.RACCROCHE, Humeur.FAUSSAIRE}) {
            var id = service.ouvert("note.pdf", MO);
            magasin.humeur(humeur);
            assertThatThrownBy(() -> service.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO)))
                    .as("%s", humeur)
                    .isInstanceOf(DepotIndisponible.class);
            assertThat(base.sql("select count(*) from fichier_segment where fichier = ?")
                            .param(id)
                            .query(Integer.class)
                            .single())
                    .isZero();

            magasin.humeur(Humeur.BIEN);
            assertThat(service.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO)))
                    .isInstanceOf(Avance.class);
            assertThat(service.fichiers.integre(id)).isTrue();
        }

        service.horloge.avancer(Duration.ofMinutes(31));
        service.fichiers.balayer(Tranche.de(Duration.ofMinutes(1)));
        assertThat(magasin.objets().cles())
                .as("les trois fichiers, sans orphelin")
                .hasSize(3);
        assertThat(base.sql("select count(*) from fichier_rebut")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void un_objet_altere_ou_perdu_se_voit() throws IOException {
        var altere = service.recu("note.pdf", new byte[MO]);
        var perdu = service.recu("note.pdf", new byte[MO]);
        magasin.objets().alterer(cle(altere));
        magasin.objets().perdre(cle(perdu));

        assertThat(service.fichiers.integre(altere)).isFalse();
        assertThat(service.fichiers.integre(perdu)).isFalse();
    }

    private String cle(java.util.UUID fichier) {
        return "convergence/"
                + base.sql("select objet from fichier_segment where fichier = ?")
                        .param(fichier)
                        .query(String.class)
                        .single();
    }

    @Test
    void un_autre_seau_ou_un_magasin_muet_empechent_de_demarrer_et_disent_quel_reglage() throws IOException {
        service.recu("note.pdf", new byte[100]);
        var marque = new MarqueDuDepot(base, new HorlogeDeTest());
        marque.exiger(depot());

        magasin.humeur(Humeur.RACCROCHE);
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> marque.exiger(depot()))
                .withMessageStartingWith("convergence.depot.s3 : Le dépôt S3 ne répond pas");

        magasin.humeur(Humeur.BIEN);
        magasin.objets().cles().forEach(magasin.objets()::perdre);
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> marque.exiger(depot()))
                .withMessageStartingWith("convergence.depot.s3 : ")
                .withMessageEndingWith("est-ce le bon seau, le bon préfixe ?");

        base.sql("delete from fichier_depot").update();
        assertThatExceptionOfType(DemarrageImpossible.class)
                .as("une base qui nomme des fichiers ne marque pas un seau vide")
                .isThrownBy(() -> marque.exiger(depot()))
                .withMessageContaining("aucun de ses 1 derniers objets");
    }
}
