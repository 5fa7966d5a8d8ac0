package fr.convergence.socle.envoi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.envoi.PlacesDesMorceaux.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

/** Deux cents morceaux lents à la fois ne tiennent que leur part de la mémoire, et ne prennent rien aux formulaires. */
@Tag("PCE-4")
final class PlacesDesMorceauxTest {

    /** Une petite machine : {@code -Xmx256m}. */
    private static final long TAS = 256L * 1024 * 1024;

    private final List<Place> tenues = new ArrayList<>();

    @Test
    void deux_cents_morceaux_de_vingt_personnes_ne_tiennent_que_leur_part() {
        var places = new PlacesDesMorceaux(TAS, 100);

        var pris = 0;
        for (var morceau = 0; morceau < 200; morceau++) {
            pris += prendre(places, new UUID(0, morceau % 20)) ? 1 : 0;
        }

        assertThat(pris).isGreaterThan(30);
        assertThat(pris * PlacesDesMorceaux.MORCEAU).isLessThanOrEqualTo(TAS / 16 * 3 / 4);
    }

    @Test
    void une_personne_ne_prend_pas_la_place_des_autres_et_ce_qui_finit_la_rend() {
        var places = new PlacesDesMorceaux(TAS, 100);
        var claire = new UUID(0, 1);
        var sienne = 0;
        while (prendre(places, claire)) {
            sienne++;
        }

        assertThat(sienne).isBetween(3, 9);
        assertThat(prendre(places, new UUID(0, 2))).isTrue();
        tenues.removeFirst().close();
        assertThat(prendre(places, claire)).isTrue();
        assertThat(prendre(places, claire)).isFalse();
    }

    @Test
    void sur_une_grande_machine_ce_sont_les_fils_du_serveur_qui_bornent() {
        var places = new PlacesDesMorceaux(64 * TAS, 100);

        var pris = 0;
        for (var morceau = 0; morceau < 200; morceau++) {
            pris += prendre(places, new UUID(0, morceau)) ? 1 : 0;
        }

        assertThat(pris).isEqualTo(75);
    }

    @Test
    void un_morceau_sans_place_n_est_pas_lu() {
        var places = new PlacesDesMorceaux(TAS, 0);
        var requete = new MockHttpServletRequest();

        assertThat(places.prendre(requete, new UUID(0, 1))).isEmpty();
        assertThat(requete.getAttribute(FinDesCorps.REFUSE)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private boolean prendre(PlacesDesMorceaux places, UUID compte) {
        var place = places.prendre(new MockHttpServletRequest(), compte);
        place.ifPresent(tenues::add);
        return place.isPresent();
    }
}
