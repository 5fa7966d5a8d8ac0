package fr.convergence.socle.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le dossier tient le contrat ; il s'écrit une fois, et personne d'autre ne le lit. */
final class DepotDossierTest extends ContratDuDepot {

    @TempDir
    Path racine;

    @Override
    DepotDuSite neuf() throws IOException {
        return new DepotDossier(racine.resolve("objets"));
    }

    @Test
    void nul_autre_compte_ne_lit_un_objet() throws IOException {
        ecrire(OBJET, "bonjour".getBytes());

        var fichier = racine.resolve("objets/01/23").resolve(OBJET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fichier.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void un_objet_abandonne_ne_laisse_rien_sur_le_disque() throws IOException {
        try (var ecriture = depot.creer(OBJET)) {
            ecriture.flux().write(1);
        }

        try (var fichiers = Files.walk(racine)) {
            assertThat(fichiers.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Deux écritures du même objet : la seconde est refusée, ce n'est pas une panne du dépôt. */
    @Test
    void un_objet_en_cours_ne_se_commence_pas_deux_fois() throws IOException {
        try (var _ = depot.creer(OBJET)) {
            assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> depot.creer(OBJET));
        }
        ecrire(OBJET, "repris".getBytes());
    }

    @Test
    void un_depot_qui_ne_s_ecrit_plus_le_dit() throws IOException {
        Files.delete(racine.resolve("objets"));
        Files.writeString(racine.resolve("objets"), "un fichier à la place du dossier");

        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(depot::essayer);
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.creer(OBJET));
    }
}
