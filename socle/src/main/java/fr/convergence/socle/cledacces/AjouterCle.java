package fr.convergence.socle.cledacces;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.cledacces.Defis.Creation;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CleDAccesAjoutee;
import fr.convergence.socle.personne.Personnes;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Range la clé que le navigateur vient de créer, si elle répond au défi ; le titulaire l'apprend par courriel. */
@Component
class AjouterCle {

    private static final Logger TRACES = LoggerFactory.getLogger(AjouterCle.class);

    private final WebAuthnRelyingPartyOperations ceremonies;
    private final Personnes personnes;
    private final Courriels courriels;
    private final Journal journal;

    AjouterCle(WebAuthnRelyingPartyOperations ceremonies, Personnes personnes, Courriels courriels, Journal journal) {
        this.ceremonies = ceremonies;
        this.personnes = personnes;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Faux si la réponse n'est pas celle d'une clé à ce défi. */
    @Transactional
    public boolean executer(PersonneConnectee qui, Creation creation, String reponse) {
        var cle = Defis.cleCreee(reponse);
        if (cle.isEmpty() || !rangee(creation, new RelyingPartyPublicKey(cle.get(), creation.nom()))) {
            return false;
        }
        var compte = personnes.titulaire(qui.compte()).orElseThrow();
        journal.ecrire(ActeDePersonne.chaine(qui.compte()), qui.getName(), new CleDAccesAjoutee(creation.nom()));
        courriels.ecrire(
                "cledacces/ajoutee",
                compte.courriel().valeur(),
                Map.of("prenom", compte.prenom(), "nom", creation.nom()));
        return true;
    }

    private boolean rangee(Creation creation, RelyingPartyPublicKey cle) {
        try {
            ceremonies.registerCredential(new ImmutableRelyingPartyRegistrationRequest(creation.options(), cle));
            return true;
        } catch (RuntimeException refus) {
            if (refus instanceof DataAccessException || EchecPassager.est(refus)) {
                throw refus;
            }
            // La bibliothèque refuse par des exceptions de toutes familles ; aucune n'est une panne.
            TRACES.info("Clé d’accès refusée : {}", refus.getMessage());
            return false;
        }
    }
}
