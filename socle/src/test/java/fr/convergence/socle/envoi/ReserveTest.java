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

/** Cent fils et cent millions d'octets : la moitié aux inconnus, les trois quarts aux connectés. */
final class ReserveTest {

    private static final Envoyeur CLAIRE = personne(1);
    private static final Envoyeur PAUL = personne(2);

    /** Un formulaire de cent mille octets. */
    private static final long ORDINAIRE = 300_000;

    /** Le plus gros formulaire permis, deux mébioctets en trois copies. */
    private static final long GROS = 6 * 1024 * 1024;

    private Reserve reserve = new Reserve(100_000_000, 100);
    private final List<Reserve.Part> ouvertes = new ArrayList<>();

    @Test
    void un_reseau_ne_prend_pas_toute_la_part_des_inconnus() throws Exception {
        assertThat(attentes(inconnu("2001:db8::1"))).isEqualTo(10);
        // Un abonné change d'adresse à volonté dans son réseau.
        assertThat(attentes(inconnu("2001:db8::2"))).isZero();
        assertThat(attentes(inconnu("2001:db8:0:1::1"))).isEqualTo(10);
        assertThat(octets(inconnu("192.0.2.1"), ORDINAIRE)).isEqualTo(10_000_000);
        assertThat(octets(inconnu("192.0.2.2"), GROS)).isEqualTo(10_000_000);
    }

    @Test
    void les_inconnus_ensemble_laissent_leur_moitie_aux_personnes_connectees() throws Exception {
        var fils = 0;
        var octets = 0L;
        for (var i = 1; i < 20; i++) {
            fils += attentes(inconnu("192.0.2." + i));
            octets += octets(inconnu("192.0.2." + i), ORDINAIRE);
        }

        assertThat(fils).isEqualTo(50);
        assertThat(octets).isEqualTo(50_000_000);
        assertThat(attentes(CLAIRE)).isEqualTo(9);
        assertThat(octets(CLAIRE, ORDINAIRE)).isEqualTo(9_375_000);
    }

    @Test
    void les_personnes_connectees_ensemble_laissent_un_quart_a_qui_se_connecte() throws Exception {
        var fils = 0;
        var octets = 0L;
        for (var i = 1; i < 20; i++) {
            fils += attentes(personne(i));
            octets += octets(personne(i), i % 2 == 0 ? GROS : ORDINAIRE);
        }

        assertThat(fils).isEqualTo(75);
        assertThat(octets).isEqualTo(75_000_000);
        assertThat(attentes(inconnu("192.0.2.1"))).isEqualTo(10);
        assertThat(octets(inconnu("192.0.2.1"), ORDINAIRE)).isEqualTo(10_000_000);
    }

    /** Le seizième de 256 Mo. */
    @Test
    void deux_personnes_et_leurs_gros_formulaires_laissent_passer_les_ordinaires_des_autres() throws Exception {
        reserve = new Reserve(16 * 1024 * 1024, 100);

        assertThat(attentes(CLAIRE) + attentes(PAUL)).isEqualTo(18);
        assertThat(octets(CLAIRE, GROS)).isGreaterThan(GROS);
        assertThat(octets(PAUL, GROS)).isLessThan(GROS);

        assertThat(attentes(personne(3))).isEqualTo(9);
        assertThat(octets(personne(3), ORDINAIRE)).isGreaterThan(5 * ORDINAIRE);
        assertThat(octets(inconnu("192.0.2.1"), ORDINAIRE)).isGreaterThan(5 * ORDINAIRE);
    }

    @Test
    void ce_qui_est_rendu_se_reprend() throws Exception {
        attentes(CLAIRE);
        attentes(inconnu("192.0.2.1"));
        octets(inconnu("192.0.2.1"), ORDINAIRE);
        octets(PAUL, GROS);

        ouvertes.forEach(Reserve.Part::close);

        assertThat(reserve.enCours()).isZero();
        assertThat(attentes(inconnu("192.0.2.1"))).isEqualTo(10);
        assertThat(octets(inconnu("192.0.2.1"), ORDINAIRE)).isEqualTo(10_000_000);
        assertThat(attentes(CLAIRE)).isEqualTo(9);
        assertThat(octets(PAUL, GROS)).isGreaterThan(3 * GROS);
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

    /** Ce que tiennent ensemble les corps de cet envoyeur, l'un après l'autre jusqu'au premier refusé. */
    private long octets(Envoyeur qui, long parCorps) throws IOException {
        for (var nombre = 0L; ; ) {
            var part = reserve.ouvrir(qui, parCorps);
            ouvertes.add(part);
            try {
                for (var pris = 0L; pris + 1_000 <= parCorps; pris += 1_000) {
                    part.prendre(1_000);
                    nombre += 1_000;
                }
            } catch (CorpsRefuse plein) {
                assertThat(plein.statut()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                return nombre;
            }
        }
    }

    private static Envoyeur personne(int numero) {
        return new Envoyeur.Personne(new UUID(0, numero));
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
