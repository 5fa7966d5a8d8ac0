package fr.convergence.portail;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.acces.Connecte;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Les requêtes de gens déjà connectés, sans passer par la page de connexion. */
public final class Requetes {

    private final MockMvcTester web;
    private final Clock horloge;

    Requetes(MockMvcTester web, Clock horloge) {
        this.web = web;
        this.horloge = horloge;
    }

    /** Connecté à l'instant : une session ne dure pas douze heures d'horloge de test. */
    public RequestPostProcessor par(Connecte qui) {
        var connecte = new Connecte(qui.compte(), qui.role(), qui.nom(), qui.region(), horloge.instant());
        return authentication(new UsernamePasswordAuthenticationToken(connecte, null, List.of()));
    }

    public MvcTestResult lire(Connecte qui, String adresse) {
        return web.get().uri(adresse).with(par(qui)).exchange();
    }

    public MvcTestResult envoyer(Connecte qui, String adresse, Map<String, String> champs) {
        var requete = web.post().uri(adresse).with(par(qui)).with(csrf());
        champs.forEach(requete::param);
        return requete.exchange();
    }

    /** @param champs nom, valeur, nom, valeur… */
    public MvcTestResult envoyer(Connecte qui, String adresse, String... champs) {
        var requete = web.post().uri(adresse).with(par(qui)).with(csrf());
        for (var i = 0; i < champs.length; i += 2) {
            requete.param(champs[i], champs[i + 1]);
        }
        return requete.exchange();
    }
}
