package fr.convergence.socle.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Un objet est là en entier ou n'est pas là ; il s'écrit une fois, et personne d'autre ne le lit. */
final class DepotDossierTest {

    private static final String OBJET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path racine;

    private DepotDossier depot;

    @BeforeEach
    void ouvrir() throws IOException {
        depot = new DepotDossier(racine.resolve("objets"));
    }

    @Test
    void un_objet_publie_se_relit_et_se_parcourt() throws IOException {
        ecrire(OBJET, "bonjour");

        try (var flux = depot.lire(OBJET);
                var canal = depot.canal(OBJET)) {
            assertThat(flux).hasContent("bonjour");
            var fin = ByteBuffer.allocate(4);
            canal.position(3).read(fin);
            assertThat(fin.array()).asString().isEqualTo("jour");
        }
        var fichier = racine.resolve("objets/01/23").resolve(OBJET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void un_objet_abandonne_n_existe_pour_personne_et_ne_laisse_rien() throws IOException {
        try (var ecriture = depot.creer(OBJET)) {
            ecriture.flux().write(1);
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> depot.lire(OBJET));
        }

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> depot.lire(OBJET));
        try (var fichiers = Files.walk(racine)) {
            assertThat(fichiers.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void le_flux_ferme_par_qui_l_enveloppe_ne_publie_rien() throws IOException {
        try (var ecriture = depot.creer(OBJET)) {
            ecriture.flux().close();
            ecriture.flux().write(7);
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> depot.lire(OBJET));
            ecriture.publier();
        }

        try (var flux = depot.lire(OBJET)) {
            assertThat(flux.readAllBytes()).containsExactly(7);
        }
    }

    /** Deux écritures du même objet : la seconde est refusée, ce n'est pas une panne du dépôt. */
    @Test
    void un_objet_en_cours_ne_se_commence_pas_deux_fois() throws IOException {
        try (var _ = depot.creer(OBJET)) {
            assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> depot.creer(OBJET));
        }
        ecrire(OBJET, "repris");
    }

    @Test
    void un_objet_se_supprime_fini_commence_ou_absent() throws IOException {
        ecrire(OBJET, "fini");
        depot.supprimer(OBJET);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> depot.lire(OBJET));

        try (var _ = depot.creer(OBJET)) {
            depot.supprimer(OBJET);
            ecrire(OBJET, "neuf");
        }
        depot.supprimer("f".repeat(32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../../etc/passwd", "0123456789ABCDEF0123456789ABCDEF", "0123", "0/2"})
    void un_nom_qui_n_est_pas_le_notre_ne_touche_a_rien(String nom) {
        assertThatIllegalArgumentException().isThrownBy(() -> depot.creer(nom));
        assertThatIllegalArgumentException().isThrownBy(() -> depot.lire(nom));
        assertThatIllegalArgumentException().isThrownBy(() -> depot.supprimer(nom));
    }

    @Test
    void un_depot_marque_ne_recoit_que_si_c_est_bien_lui() throws IOException {
        assertThat(depot.marque()).isEmpty();
        assertThat(depot.marquer("ce-site")).isEqualTo("ce-site");
        assertThat(depot.marquer("un-autre")).as("le premier reste").isEqualTo("ce-site");
        depot.exiger("ce-site");
        depot.essayer();

        depot.exiger("un-autre");

        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(depot::essayer);
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.creer(OBJET));
    }

    @Test
    void un_depot_qui_ne_s_ecrit_plus_le_dit() throws IOException {
        Files.delete(racine.resolve("objets"));
        Files.writeString(racine.resolve("objets"), "un fichier à la place du dossier");

        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(depot::essayer);
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.creer(OBJET));
    }

    @Property(tries = 50)
    void ce_qui_s_ecrit_se_relit_octet_pour_octet(@ForAll byte[] contenu) throws IOException {
        var ici = Files.createTempDirectory("depot");
        var neuf = new DepotDossier(ici);
        var nom = UUID.randomUUID().toString().replace("-", "");
        try (var ecriture = neuf.creer(nom)) {
            ecriture.flux().write(contenu);
            ecriture.publier();
        }

        try (var flux = neuf.lire(nom)) {
            assertThat(flux.readAllBytes()).isEqualTo(contenu);
        }
        neuf.supprimer(nom);
    }

    private void ecrire(String nom, String contenu) throws IOException {
        try (var ecriture = depot.creer(nom)) {
            ecriture.flux().write(contenu.getBytes());
            ecriture.publier();
        }
    }
}
