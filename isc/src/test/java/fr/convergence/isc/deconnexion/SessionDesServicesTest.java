package fr.convergence.isc.deconnexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** Une reconnexion demandée par un service ne se prouve qu'en s'étant reconnecté, et pour sa demande. */
@TestDIsc
final class SessionDesServicesTest {

    @Autowired
    SessionDesServices sessions;

    @Autowired
    HorlogeDeTest horloge;

    private final UUID compte = UUID.randomUUID();

    @Test
    void seule_une_connexion_posterieure_la_prouve_et_pour_cette_demande_seulement() {
        var avant = membre(compte);
        horloge.avancer(Duration.ofMinutes(1));
        var ancienne = new MockHttpSession();
        var nom = sessions.nom(ancienne);
        var requete = new MockHttpServletRequest();
        requete.setParameter(SessionDesServices.RECONNEXION, sessions.reconnecter(avant, ancienne, "demande"));

        assertThat(sessions.reconnectee(avant, requete, "demande"))
                .as("pas encore")
                .isFalse();
        horloge.avancer(Duration.ofMinutes(1));
        var apres = membre(compte);
        assertThat(sessions.reconnectee(apres, requete, "une autre")).isFalse();
        assertThat(sessions.reconnectee(apres, requete, "demande")).isTrue();
        assertThat(sessions.nom(requete.getSession())).isEqualTo(nom);
    }

    @Test
    void une_autre_personne_ne_continue_pas_la_session_de_la_premiere() {
        var ancienne = new MockHttpSession();
        var requete = new MockHttpServletRequest();
        requete.setParameter(SessionDesServices.RECONNEXION, sessions.reconnecter(membre(compte), ancienne, "demande"));
        horloge.avancer(Duration.ofMinutes(1));

        assertThat(sessions.reconnectee(membre(UUID.randomUUID()), requete, "demande"))
                .isTrue();
        assertThat(sessions.nom(requete.getSession())).isNotEqualTo(sessions.nom(ancienne));
    }

    private Membre membre(UUID compte) {
        return new Membre(compte, Fonction.SALARIE, Optional.empty(), "Claire Durand", horloge.instant());
    }
}
