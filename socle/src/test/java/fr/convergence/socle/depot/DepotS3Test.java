package fr.convergence.socle.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.convergence.doublures.MagasinS3;
import fr.convergence.doublures.MagasinS3.Humeur;
import fr.convergence.socle.base.DemarrageImpossible;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import software.amazon.awssdk.core.exception.SdkException;

/** S3 tient le même contrat ; coupé, muet ou menteur, il n'acquitte rien. */
final class DepotS3Test extends ContratDuDepot {

    @TempDir
    Path attente;

    private MagasinS3 magasin;

    @Override
    DepotDuSite neuf() throws IOException {
        magasin = new MagasinS3();
        return MagasinDeTest.depot(magasin, attente);
    }

    @AfterEach
    void fermer() {
        magasin.close();
    }

    private DepotS3 presse(int millis) {
        return new DepotS3(MagasinDeTest.reglages(
                magasin.adresse(), MagasinS3.SEAU, MagasinS3.CLE, attente, "convergence/", Duration.ofMillis(millis)));
    }

    private ReglagesS3 reglages(String seau, String cle) {
        return MagasinDeTest.reglages(magasin.adresse(), seau, cle, attente, "convergence/", Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @EnumSource(
            value = Humeur.class,
            names = {"BIEN", "COUPEUR"},
            mode = Mode.EXCLUDE)
    void rien_n_est_acquitte_par_un_magasin_qui_ne_garde_pas(Humeur humeur) throws IOException {
        var presse = presse(humeur == Humeur.MUET ? 200 : 10_000);
        for (var taille : new int[] {10, EcritureVersS3.MORCEAU + 10}) {
            magasin.humeur(Humeur.BIEN);
            try (var ecriture = presse.creer(OBJET)) {
                ecriture.flux().write(new byte[taille]);
                magasin.humeur(humeur);
                assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(ecriture::publier);
            }
            assertThat(attente).isEmptyDirectory();
        }
        magasin.humeur(Humeur.BIEN);
        ecrire(nom(), new byte[10]);
    }

    @Test
    void un_objet_que_le_magasin_coupe_se_relit_par_morceaux_puis_se_refuse() throws IOException {
        ecrire(OBJET, "bonjour".getBytes());
        magasin.humeur(Humeur.COUPEUR);

        try (var canal = depot.canal(OBJET)) {
            assertThat(canal.read(ByteBuffer.allocate(5)))
                    .as("le déchiffrement n’attendrait pas la suite")
                    .isEqualTo(5);
        }
        try (var flux = depot.lire(OBJET)) {
            assertThat(flux.readNBytes(5)).asString().isEqualTo("bonjo");
            magasin.humeur(Humeur.RACCROCHE);
            assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(flux::readAllBytes);
        }
    }

    @Test
    void un_magasin_muet_ne_retient_pas_plus_que_ses_essais() {
        var presse = presse(200);
        magasin.humeur(Humeur.MUET);
        var debut = System.nanoTime();

        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> presse.lire(OBJET));

        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void un_magasin_qui_ne_repond_pas_se_dit_en_francais_et_la_cause_reste_au_journal() {
        var presse = presse(200);
        for (var humeur : new Humeur[] {Humeur.MUET, Humeur.RACCROCHE}) {
            magasin.humeur(humeur);
            assertThatExceptionOfType(DepotIndisponible.class)
                    .isThrownBy(() -> presse.lire(OBJET))
                    .withMessageMatching("Le dépôt S3 ne répond pas( dans le délai réglé)?")
                    .withCauseInstanceOf(SdkException.class);
        }
        magasin.close();
        assertThatExceptionOfType(DepotIndisponible.class)
                .isThrownBy(() -> depot.lire(OBJET))
                .withMessage("Le dépôt S3 ne répond pas : la connexion est refusée");
    }

    @Test
    void ce_qui_attend_s_ote_meme_si_sa_fin_ne_s_ecrit_pas() throws IOException {
        var local = Files.createFile(attente.resolve("objet-1.s3"));
        var flux = new SansFermer(new BufferedOutputStream(Files.newOutputStream(Path.of("/dev/full"))));
        flux.write(1);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> EcritureVersS3.fermer(flux, local));

        assertThat(attente).isEmptyDirectory();
    }

    @Test
    void au_demarrage_les_restes_de_la_veille_partent_et_eux_seuls() throws IOException {
        var vieux = Files.createFile(attente.resolve("objet-1.s3"));
        var autre = Files.createFile(attente.resolve("autre.s3"));
        var recent = Files.createFile(attente.resolve("objet-2.s3"));
        for (var fichier : new Path[] {vieux, autre}) {
            Files.setLastModifiedTime(fichier, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }

        MagasinDeTest.depot(magasin, attente);

        assertThat(attente).isDirectoryNotContaining(vieux::equals);
        assertThat(autre).exists();
        assertThat(recent).exists();
    }

    @Test
    void les_morceaux_qu_un_noeud_mort_a_laisses_partent_avec_l_objet() throws IOException {
        magasin.humeur(Humeur.BIEN);
        try (var ecriture = depot.creer(OBJET)) {
            ecriture.flux().write(new byte[EcritureVersS3.MORCEAU + 10]);
            ClientS3.ouvrir(reglages(MagasinS3.SEAU, MagasinS3.CLE))
                    .createMultipartUpload(
                            laisse -> laisse.bucket(MagasinS3.SEAU).key("convergence/" + OBJET));
            ecriture.publier();
        }
        assertThat(magasin.objets().envoisEnCours()).isEqualTo(1);

        depot.supprimer(OBJET);

        assertThat(magasin.objets().envoisEnCours()).isZero();
        assertThat(magasin.objets().cles()).isEmpty();
    }

    @Test
    void une_cle_un_seau_ou_un_dossier_d_attente_qui_ne_vont_pas_se_disent_sans_le_secret() {
        var sansSeau = new DepotS3(reglages("ailleurs", MagasinS3.CLE));
        var sansCle = new DepotS3(reglages(MagasinS3.SEAU, "autre-cle"));

        assertThatExceptionOfType(DepotIndisponible.class)
                .isThrownBy(sansSeau::essayer)
                .withMessageContaining("NoSuchBucket");
        assertThatExceptionOfType(DepotIndisponible.class)
                .isThrownBy(sansCle::essayer)
                .withMessageContaining("403 InvalidAccessKeyId")
                .withMessageNotContaining("autre-cle")
                .withMessageNotContaining(MagasinS3.SECRET);
        assertThat(reglages(MagasinS3.SEAU, MagasinS3.CLE).toString()).doesNotContain(MagasinS3.CLE, MagasinS3.SECRET);
    }

    @Test
    void chaque_reglage_qui_manque_se_dit_en_une_ligne() throws IOException {
        var choix = new ChoixDuDepot(GenreDeDepot.lire(" s3 "), attente, reglages("", ""));

        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(choix::ouvrir)
                .withMessage("""
                        convergence.depot.s3.seau : à régler, le dépôt choisi est S3.
                        convergence.depot.s3.cle : à régler, le dépôt choisi est S3.""");
        assertThat(choix.autre()).isInstanceOf(DepotDossier.class);
    }

    @Test
    void ce_qui_attend_d_etre_envoye_n_est_lu_de_personne_et_ne_reste_pas() throws IOException {
        try (var ecriture = depot.creer(OBJET);
                var fichiers = Files.list(attente)) {
            ecriture.flux().write(1);
            var fichier = fichiers.findFirst().orElseThrow();
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier)))
                    .isEqualTo("rw-------");
        }
        assertThat(attente).isEmptyDirectory();
    }
}
