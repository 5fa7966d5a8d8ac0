package fr.convergence.socle.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.convergence.socle.depot.DepotDuSite.Range;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que tient un dépôt, quel qu'il soit : un objet est là en entier ou n'est pas là, et ce qui s'écrit se relit. */
abstract class ContratDuDepot {

    static final String OBJET = "0123456789abcdef0123456789abcdef";

    private static final String AUTRE = "f".repeat(32);

    DepotDuSite depot;

    abstract DepotDuSite neuf() throws IOException;

    @BeforeEach
    final void ouvrir() throws IOException {
        depot = neuf();
    }

    @Test
    void un_objet_publie_se_relit_et_se_parcourt() throws IOException {
        ecrire(OBJET, "bonjour".getBytes());

        try (var flux = depot.lire(OBJET);
                var canal = depot.canal(OBJET)) {
            assertThat(flux).hasContent("bonjour");
            assertThat(canal.size()).isEqualTo(7);
            var fin = ByteBuffer.allocate(4);
            canal.position(3).read(fin);
            assertThat(fin.array()).asString().isEqualTo("jour");
            assertThat(canal.read(fin.clear())).as("au bout").isEqualTo(-1);
            canal.position(0).read(fin.clear());
            assertThat(fin.array()).asString().isEqualTo("bonj");
        }
    }

    @Test
    void un_objet_abandonne_n_existe_pour_personne() throws IOException {
        try (var ecriture = depot.creer(OBJET)) {
            ecriture.flux().write(1);
            assertAbsent();
        }
        assertAbsent();
        try (var ranges = depot.ranges()) {
            assertThat(ranges).isEmpty();
        }
    }

    @Test
    void le_flux_ferme_par_qui_l_enveloppe_ne_publie_rien() throws IOException {
        try (var ecriture = depot.creer(OBJET)) {
            ecriture.flux().close();
            ecriture.flux().write(7);
            assertAbsent();
            ecriture.publier();
        }

        try (var flux = depot.lire(OBJET)) {
            assertThat(flux.readAllBytes()).containsExactly(7);
        }
    }

    @Test
    void un_objet_se_supprime_fini_commence_ou_absent() throws IOException {
        ecrire(OBJET, "fini".getBytes());
        depot.supprimer(OBJET);
        assertAbsent();

        try (var _ = depot.creer(OBJET)) {
            depot.supprimer(OBJET);
            ecrire(OBJET, "neuf".getBytes());
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
        ecrire(OBJET, "reçu".getBytes());

        depot.exiger("un-autre");

        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(depot::essayer);
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.creer(OBJET));

        depot.demarquer();
        assertThat(depot.marque()).isEmpty();
    }

    /** Qui acquitte a vu la marque après avoir écrit : ce que le site a reçu y est avant qu'il parte. */
    @Test
    void rien_n_est_acquitte_dans_un_depot_que_le_site_quitte() throws IOException {
        depot.marquer("ce-site");
        depot.exiger("ce-site");
        ecrire(AUTRE, "gardé".getBytes());
        try (var commence = depot.creer(OBJET)) {
            depot.fermer("ce-site");

            assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(commence::publier);
        }
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.supprimer(OBJET));
        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.supprimer(AUTRE));
        try (var flux = depot.lire(AUTRE)) {
            assertThat(flux).as("rien n’y est effacé").hasContent("gardé");
        }
        assertThat(depot.quittePar()).isEqualTo("ce-site");

        depot.rouvrir("ce-site");
        depot.supprimer(OBJET);
        ecrire(OBJET, "reçu".getBytes());
        assertThat(depot.quittePar()).isEmpty();
    }

    @Test
    void un_depot_qu_un_autre_site_quitte_ne_se_ferme_pas() throws IOException {
        depot.marquer("ce-site");
        depot.ecrit(Marqueur.DEPART, "un-autre");

        assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> depot.fermer("ce-site"));

        assertThat(depot.marque()).isEqualTo("ce-site");
    }

    /** De rien à un peu plus que le plus gros segment : ce qu'un magasin distant reçoit d'un bloc ou en morceaux. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 16 * 1024 * 1024 + 4_321})
    void ce_qui_s_ecrit_se_relit_octet_pour_octet(int taille) throws IOException {
        var contenu = new byte[taille];
        new Random(taille).nextBytes(contenu);
        ecrire(OBJET, contenu);

        try (var flux = depot.lire(OBJET)) {
            assertThat(flux.readAllBytes()).isEqualTo(contenu);
        }
        assertThat(depot.canal(OBJET).size()).isEqualTo(taille);
    }

    @Test
    void ce_qui_est_range_se_liste_dans_l_ordre_et_rien_d_autre() throws IOException {
        depot.marquer("ce-site");
        for (var rang = 9; rang >= 0; rang--) {
            ecrire(("%02x".formatted(rang * 25)).repeat(16), new byte[rang]);
        }

        try (var ranges = depot.ranges()) {
            var tous = ranges.toList();
            assertThat(tous).hasSize(10).isSortedAccordingTo(java.util.Comparator.comparing(Range::objet));
            assertThat(tous.getFirst()).isEqualTo(new Range("00".repeat(16), 0));
            assertThat(tous.getLast()).isEqualTo(new Range("e1".repeat(16), 9));
        }
    }

    final void ecrire(String nom, byte[] contenu) throws IOException {
        try (var ecriture = depot.creer(nom)) {
            ecriture.flux().write(contenu);
            ecriture.publier();
        }
    }

    final void assertAbsent() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> depot.lire(OBJET));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> depot.canal(OBJET));
    }

    static String nom() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
