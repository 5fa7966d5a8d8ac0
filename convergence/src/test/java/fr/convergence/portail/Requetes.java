package fr.convergence.portail;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.page.Cadre;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        var connecte = new Connecte(qui.compte(), qui.role(), qui.nom(), qui.perimetre(), horloge.instant());
        return authentication(new UsernamePasswordAuthenticationToken(connecte, null, List.of()));
    }

    public MvcTestResult lire(Connecte qui, String adresse) {
        return web.get().uri(adresse).with(par(qui)).exchange();
    }

    /** Un lien tel que la page l'écrit, ses valeurs déjà encodées. */
    public MvcTestResult suivre(Connecte qui, String lien) {
        return web.get().uri(URI.create(lien)).with(par(qui)).exchange();
    }

    /** Le formulaire de cette page, envoyé à l'adresse qu'elle écrit. */
    public MvcTestResult soumettre(Connecte qui, String action, Map<String, String> champs) {
        var requete = web.post().uri(URI.create(action)).with(par(qui)).with(csrf());
        champs.forEach(requete::param);
        return requete.param(Cadre.CLE_D_ENVOI, UUID.randomUUID().toString()).exchange();
    }

    /** Comme nos formulaires, avec une clé : celle que disent les champs, ou une neuve. */
    public MvcTestResult envoyer(Connecte qui, String adresse, Map<String, String> champs) {
        var requete = web.post().uri(adresse).with(par(qui)).with(csrf());
        champs.forEach(requete::param);
        if (!champs.containsKey(Cadre.CLE_D_ENVOI)) {
            requete.param(Cadre.CLE_D_ENVOI, UUID.randomUUID().toString());
        }
        return requete.exchange();
    }

    /** @param champs nom, valeur, nom, valeur… */
    public MvcTestResult envoyer(Connecte qui, String adresse, String... champs) {
        var parNom = new LinkedHashMap<String, String>();
        for (var i = 0; i < champs.length; i += 2) {
            parNom.put(champs[i], champs[i + 1]);
        }
        return envoyer(qui, adresse, parNom);
    }
}
