package fr.convergence.socle.demenagement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.convergence.doublures.MagasinS3;
import fr.convergence.doublures.MagasinS3.Humeur;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.depot.DepotDossier;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.depot.MagasinDeTest;
import fr.convergence.socle.fichier.FichiersDeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Le dépôt passe d'un dossier à S3 et revient ; tout y est pareil, ou rien ne bascule. */
@ExtendWith(BaseDeTest.class)
final class DemenagementTest {

    @TempDir
    Path dossier;

    @TempDir
    Path attente;

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final ByteArrayOutputStream dit = new ByteArrayOutputStream();
    private MagasinS3 magasin;
    private DepotDossier surDisque;
    private DepotDuSite surS3;

    DemenagementTest(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
    }

    @BeforeEach
    void ouvrir() throws IOException {
        base.sql("truncate fichier, fichier_rebut cascade").update();
        magasin = new MagasinS3();
        surDisque = new DepotDossier(dossier);
        surDisque.marquer("ce-site");
        surS3 = MagasinDeTest.depot(magasin, attente);
    }

    @AfterEach
    void fermer() {
        magasin.close();
    }

    @Test
    void aller_et_retour_chaque_fichier_est_tel_que_recu() throws Exception {
        var avant = new FichiersDeTest(base, transaction, dossier, null);
        var contenu = "0123456789".repeat(100_000).getBytes(UTF_8);
        var fichiers = new UUID[7];
        for (var rang = 0; rang < fichiers.length; rang++) {
            fichiers[rang] = avant.recu("note.pdf", contenu);
        }

        assertThat(passer(surDisque, surS3, false)).isZero();
        assertThat(surS3.marque()).as("pas encore le dépôt du site").isEmpty();
        avant.fichiers.supprimer(fichiers[0]);
        var dernier = avant.recu("note.pdf", contenu);
        assertThat(passer(surDisque, surS3, true)).isZero();

        assertThat(dit()).contains("Objets copiés et relus pareils : 1 (", "déjà là : 6 ; ôtés : 1 ; échecs : 0.");
        assertThat(surS3.marque()).isEqualTo("ce-site");
        assertThat(surDisque.marque()).as("plus aucun nœud n’y écrit").isEmpty();
        var apres = FichiersDeTest.sur(base, transaction, surS3);
        assertThat(apres.fichiers.integre(dernier)).isTrue();
        assertThat(CommandesDuDepot.verifier(apres.fichiers, sortie())).isZero();
        assertThat(dit()).contains("Fichiers relus : 7 ; pareils à leur réception : 7.");

        apres.fichiers.supprimer(dernier);
        assertThat(passer(surS3, surDisque, true)).isZero();
        assertThat(surDisque.marque()).isEqualTo("ce-site");
        assertThat(CommandesDuDepot.verifier(avant.fichiers, sortie())).isZero();
        try (var ranges = surDisque.ranges()) {
            assertThat(ranges).hasSize(6);
        }
    }

    @Test
    void une_copie_qui_n_est_pas_pareille_ne_bascule_rien_et_se_refait() throws Exception {
        var service = new FichiersDeTest(base, transaction, dossier, null);
        for (var rang = 0; rang < 5; rang++) {
            service.recu("note.pdf", new byte[10_000]);
        }

        for (var humeur : new Humeur[] {Humeur.FAUSSAIRE, Humeur.MENTEUR, Humeur.FAUSSAIRE, Humeur.MENTEUR}) {
            magasin.humeur(humeur);
            assertThat(passer(surDisque, surS3, true)).isEqualTo(1);
            magasin.humeur(Humeur.BIEN);
            assertThat(surS3.marque()).isEmpty();
            assertThat(surDisque.marque()).isEqualTo("ce-site");
            surS3.direCopieDe("ce-site"); // la première fois, la marque de la copie suffit à le voir
        }
        assertThat(passer(surDisque, surS3, true)).isZero();
        assertThat(CommandesDuDepot.verifier(FichiersDeTest.sur(base, transaction, surS3).fichiers, sortie()))
                .isZero();
    }

    @Test
    void le_depot_d_un_autre_site_n_est_pas_touche() throws Exception {
        new FichiersDeTest(base, transaction, dossier, null).recu("note.pdf", new byte[10]);
        surS3.marquer("un-autre-site");

        assertThat(passer(surDisque, surS3, true)).isEqualTo(1);
        assertThat(magasin.objets().cles()).hasSize(1);
    }

    @Test
    void une_bascule_interrompue_se_finit_sans_rien_oter_de_ce_que_le_site_a_recu_depuis() throws Exception {
        var avant = new FichiersDeTest(base, transaction, dossier, null);
        avant.recu("note.pdf", new byte[10]);
        assertThat(passer(surDisque, surS3, false)).isZero();
        surS3.marquer("ce-site");
        var apres = FichiersDeTest.sur(base, transaction, surS3);
        var recuDepuis = apres.recu("note.pdf", new byte[20]);

        assertThat(passer(surDisque, surS3, false)).isEqualTo(1);
        assertThat(dit()).contains("rien n’y est copié ni ôté", "finissez-la avec « basculer »");
        assertThat(surDisque.marque()).isEqualTo("ce-site");
        assertThat(passer(surS3, surDisque, true))
                .as("l’autre sens la déferait")
                .isEqualTo(1);
        assertThat(surS3.marque()).isEqualTo("ce-site");
        assertThat(passer(surDisque, surS3, true)).isZero();

        assertThat(apres.fichiers.integre(recuDepuis)).isTrue();
        assertThat(surS3.marque()).isEqualTo("ce-site");
        assertThat(surDisque.marque()).isEmpty();
        assertThat(passer(surS3, surDisque, true))
                .as("l’ancien dépôt est une copie : on y revient")
                .isZero();
        assertThat(avant.fichiers.integre(recuDepuis)).isTrue();
    }

    @Test
    void des_objets_que_cette_copie_n_a_pas_mis_ne_sont_pas_otes() throws Exception {
        var md5 = "d41d8cd98f00b204e9800998ecf8427e";
        try (var ecriture = surS3.creer(md5)) {
            ecriture.flux().write(1);
            ecriture.publier();
        }

        for (var deQui : new String[] {"", "un-autre-site"}) {
            if (!deQui.isEmpty()) {
                surS3.direCopieDe(deQui);
            }
            assertThat(passer(surDisque, surS3, true)).isEqualTo(1);
            assertThat(dit().lines())
                    .singleElement()
                    .asString()
                    .contains("convergence.depot.s3 : ", "rien n’y est copié");
            try (var ranges = surS3.ranges()) {
                assertThat(ranges)
                        .singleElement()
                        .satisfies(range -> assertThat(range.objet()).isEqualTo(md5));
            }
        }
        surS3.taireLaCopie();
        surS3.supprimer(md5);
        assertThat(passer(surDisque, surS3, true)).isZero();
    }

    @Test
    void un_magasin_qui_ne_repond_pas_arrete_la_commande_sans_accuser_aucun_fichier() throws Exception {
        var apres = FichiersDeTest.sur(base, transaction, surS3);
        apres.recu("note.pdf", new byte[10]);
        for (var humeur : new Humeur[] {Humeur.INDISPONIBLE, Humeur.RACCROCHE}) {
            magasin.humeur(humeur);
            dit.reset();

            assertThat(CommandesDuDepot.oser(() -> CommandesDuDepot.verifier(apres.fichiers, sortie()), sortie()))
                    .isEqualTo(1);

            assertThat(dit().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Le dépôt S3 ")
                    .doesNotContain("altéré");
            dit.reset();
            assertThat(CommandesDuDepot.oser(
                            () -> new PassageDuDepot(surDisque, surS3, Set.of(), Set.of(), sortie()).faire(true),
                            sortie()))
                    .isEqualTo(1);
            assertThat(dit().lines()).singleElement().asString().contains("La commande s’arrête là");
            assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(surS3::ranges);
        }
    }

    @Test
    void un_fichier_perdu_ou_altere_se_nomme() throws Exception {
        var service = new FichiersDeTest(base, transaction, dossier, null);
        var sain = service.recu("note.pdf", new byte[10]);
        var perdu = service.recu("note.pdf", new byte[10]);
        Files.delete(service.objets().stream()
                .filter(objet -> objet.endsWith(objetDe(perdu)))
                .findFirst()
                .orElseThrow());

        assertThat(CommandesDuDepot.verifier(service.fichiers, sortie())).isEqualTo(1);
        assertThat(dit())
                .contains("Fichier " + perdu, "Fichiers relus : 2 ; pareils à leur réception : 1.")
                .doesNotContain(sain.toString());
    }

    private String objetDe(UUID fichier) {
        return base.sql("select objet from fichier_segment where fichier = ?")
                .param(fichier)
                .query(String.class)
                .single();
    }

    private int passer(DepotDuSite source, DepotDuSite destination, boolean basculer) throws Exception {
        dit.reset();
        return new PassageDuDepot(source, destination, Set.of(), Set.of(), sortie()).faire(basculer);
    }

    private PrintStream sortie() {
        return new PrintStream(dit, true, UTF_8);
    }

    private String dit() {
        return dit.toString(UTF_8);
    }
}
