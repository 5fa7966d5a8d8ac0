package fr.convergence.socle.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.tache.Tranche;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ce que la plateforme écrit au fil de l'eau : entier, ou rien. */
final class DocumentEnCoursTest extends EssaisDesFichiers {

    private static final int MORCEAU = 1_000_003;

    @Test
    void il_se_relit_tel_qu_il_fut_ecrit_quel_que_soit_le_nombre_de_segments() throws IOException {
        var octets = new byte[2 * Transfert.SEGMENT_MAX + 12_345];
        new Random(7).nextBytes(octets);

        try (var document = service.fichiers.commencer()) {
            for (var debut = 0; debut < octets.length; debut += MORCEAU) {
                document.flux().write(octets, debut, Math.min(MORCEAU, octets.length - debut));
            }
            var id = document.ranger("claire", "export.csv", Format.CSV);

            assertThat(segments(id)).isEqualTo(3);
            var lu = service.fichiers.lire(id).orElseThrow();
            try (lu) {
                assertThat(lu.flux().readAllBytes()).isEqualTo(octets);
            }
            assertThat(lu.fichier().taille()).isEqualTo(octets.length);
            assertThat(lu.fichier().sha256()).isEqualTo(HexFormat.of().formatHex(Sha256.de(octets)));
            assertThat(service.fichiers.integre(id)).isTrue();
        }
    }

    @Test
    void ferme_sans_etre_range_il_n_en_reste_rien() throws IOException {
        try (var document = service.fichiers.commencer()) {
            document.flux().write(new byte[Transfert.SEGMENT_MAX + 1]);
        }

        assertThat(compter("fichier")).isZero();
        service.horloge.avancer(Duration.ofMinutes(31));
        service.fichiers.balayer(Tranche.de(Duration.ofSeconds(10)));
        assertThat(compter("fichier_rebut")).as("les segments abandonnés").isZero();
    }

    @Test
    void le_balayage_laisse_les_segments_d_un_document_qui_s_ecrit_encore() throws IOException {
        try (var document = service.fichiers.commencer()) {
            for (var n = 0; n < 3; n++) {
                document.flux().write(new byte[Transfert.SEGMENT_MAX]);
                service.horloge.avancer(Duration.ofMinutes(20));
                service.fichiers.balayer(Tranche.de(Duration.ofSeconds(10)));
            }

            var id = document.ranger("claire", "export.zip", Format.ZIP);

            assertThat(service.fichiers.integre(id)).isTrue();
        }
    }

    @Test
    void un_tableau_que_la_plateforme_ecrit_ne_se_depose_pas() {
        assertThat(Format.deExtension("csv")).isEmpty();
        assertThat(Format.deposables()).doesNotContain(Format.CSV).contains(Format.XLSX);
    }

    private long segments(UUID id) {
        return base.sql("select count(*) from fichier_segment where fichier = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private long compter(String table) {
        return base.sql("select count(*) from " + table).query(Long.class).single();
    }
}
