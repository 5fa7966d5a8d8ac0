package fr.convergence.socle.envoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.envoi.Reserve.Envoyeur;
import fr.convergence.socle.origine.Reseau;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Cent fils et cent mille octets : cinquante et cinquante mille pour les inconnus, dix et dix mille pour un réseau. */
final class ReserveTest {

    private static final Envoyeur CLAIRE = new Envoyeur.Personne(new UUID(0, 1));
    private static final Envoyeur PAUL = new Envoyeur.Personne(new UUID(0, 2));

    private final Reserve reserve = new Reserve(100_000, 100);
    private final List<Reserve.Part> ouvertes = new ArrayList<>();

    @Test
    void un_reseau_ne_prend_pas_toute_la_part_des_inconnus() throws Exception {
        assertThat(attentes(inconnu("2001:db8::1"))).isEqualTo(10);
        // Un abonné change d'adresse à volonté dans son réseau.
        assertThat(attentes(inconnu("2001:db8::2"))).isZero();
        assertThat(attentes(inconnu("2001:db8:0:1::1"))).isEqualTo(10);
        assertThat(octets(inconnu("192.0.2.1"))).isEqualTo(10_000);
        assertThat(octets(inconnu("192.0.2.2"))).isEqualTo(10_000);
    }

    @Test
    void les_inconnus_ensemble_laissent_leur_moitie_aux_personnes_connectees() throws Exception {
        var fils = 0;
        var octets = 0L;
        for (var i = 1; i < 20; i++) {
            fils += attentes(inconnu("192.0.2." + i));
            octets += octets(inconnu("192.0.2." + i));
        }

        assertThat(fils).isEqualTo(50);
        assertThat(octets).isEqualTo(50_000);
        assertThat(attentes(CLAIRE)).isEqualTo(10);
        assertThat(octets(CLAIRE)).isEqualTo(50_000);
    }

    @Test
    void une_personne_ne_prend_pas_la_place_des_autres() throws Exception {
        assertThat(attentes(CLAIRE)).isEqualTo(10);
        assertThat(octets(CLAIRE)).isEqualTo(50_000);
        assertThat(attentes(PAUL)).isEqualTo(10);
        assertThat(octets(PAUL)).isEqualTo(50_000);
        assertThat(octets(new Envoyeur.Personne(new UUID(0, 3)))).isZero();
    }

    @Test
    void ce_qui_est_rendu_se_reprend() throws Exception {
        attentes(CLAIRE);
        attentes(inconnu("192.0.2.1"));
        octets(inconnu("192.0.2.1"));

        ouvertes.forEach(Reserve.Part::close);

        assertThat(reserve.enCours()).isZero();
        assertThat(attentes(inconnu("192.0.2.1"))).isEqualTo(10);
        assertThat(octets(inconnu("192.0.2.1"))).isEqualTo(10_000);
        assertThat(attentes(CLAIRE)).isEqualTo(10);
    }

    @Test
    void un_corps_deja_arrive_ne_retient_aucun_fil() throws Exception {
        attentes(inconnu("192.0.2.1"));
        var corps = "a=b".getBytes();

        try (var part = reserve.ouvrir(inconnu("192.0.2.1"), 1_000)) {
            assertThat(new CorpsBorne(new ByteArrayInputStream(corps), corps.length, part, 10, Duration.ofSeconds(10))
                            .readAllBytes())
                    .isEqualTo(corps);
            assertThatThrownBy(() -> new CorpsBorne(new PasEncoreLa(), 3, part, 10, Duration.ofSeconds(10)).read())
                    .isInstanceOfSatisfying(
                            CorpsRefuse.class,
                            refus -> assertThat(refus.statut()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        }
    }

    /** Combien de corps à la fois cet envoyeur peut faire attendre. */
    private int attentes(Envoyeur qui) throws IOException {
        for (var nombre = 0; ; nombre++) {
            var part = reserve.ouvrir(qui, 100_000);
            try {
                part.attendre();
                ouvertes.add(part);
            } catch (CorpsRefuse plein) {
                assertThat(plein.statut()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                return nombre;
            }
        }
    }

    private long octets(Envoyeur qui) throws IOException {
        var part = reserve.ouvrir(qui, 100_000);
        ouvertes.add(part);
        for (var nombre = 0L; ; nombre += 1_000) {
            try {
                part.prendre(1_000);
            } catch (CorpsRefuse plein) {
                assertThat(plein.statut()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                return nombre;
            }
        }
    }

    private static Envoyeur inconnu(String adresse) {
        return new Envoyeur.Inconnu(Reseau.de(adresse));
    }

    private static final class PasEncoreLa extends InputStream {

        @Override
        public int read() {
            throw new AssertionError("un fil l'aurait attendu");
        }
    }
}
