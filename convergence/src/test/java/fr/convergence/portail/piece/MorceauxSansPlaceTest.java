package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.envoi.PlacesDesMorceaux;
import fr.convergence.socle.envoi.PlacesDesMorceaux.Place;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;

/** Un morceau qui ne trouve pas de place revient de lui-même, et l'envoi n'y perd rien. */
@TestDuPortail
@Tag("PCE-4")
final class MorceauxSansPlaceTest {

    private static final byte[] PDF = EssaisDeDepot.PDF;

    @Autowired
    ApplicationContext portail;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    PlacesDesMorceaux places;

    @Test
    void qui_tient_toute_sa_part_attend_et_reprend_ou_il_en_etait() {
        var depots = Depots.dans(portail);
        var claire = comptes.connecte(comptes.referent(ComptesDeTest.CHU));
        var dossier = depots.dossier(claire);
        var envoi = Depots.adresse(depots.creer(claire, dossier, "preuves", "rapport.pdf", PDF.length));
        var tenues = new ArrayList<Place>();
        Optional<Place> place;
        while ((place = places.prendre(new MockHttpServletRequest(), claire.compte())).isPresent()) {
            tenues.add(place.get());
        }

        var refus = depots.envoyer(claire, envoi, 0, PDF);
        assertThat(refus.getStatus()).isEqualTo(503);
        assertThat(refus.getHeader("Retry-After")).isEqualTo("5");
        assertThat(refus.getHeader("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(depots.demander(claire, HttpMethod.HEAD, envoi).getHeader("Upload-Offset"))
                .isEqualTo("0");

        tenues.removeFirst().close();
        assertThat(depots.envoyer(claire, envoi, 0, PDF).getStatus()).isEqualTo(204);
        assertThat(depots.demander(claire, HttpMethod.HEAD, envoi).getHeader("Upload-Offset"))
                .isEqualTo(String.valueOf(PDF.length));
        tenues.forEach(Place::close);
    }
}
