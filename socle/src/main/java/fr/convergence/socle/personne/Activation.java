package fr.convergence.socle.personne;

import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne.CompteActive;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Le lien qui prouve l'adresse d'un référent et ouvre son compte (INS-8). */
@Component
public class Activation {

    static final Duration VALIDITE = Duration.ofHours(24);
    private static final String USAGE = "activation";

    private final Personnes personnes;
    private final Secrets secrets;
    private final Liens liens;
    private final Courriels courriels;
    private final Journal journal;

    Activation(Personnes personnes, Secrets secrets, Liens liens, Courriels courriels, Journal journal) {
        this.personnes = personnes;
        this.secrets = secrets;
        this.liens = liens;
        this.courriels = courriels;
        this.journal = journal;
    }

    public EtatDuLien lire(String jeton) {
        return liens.lire(USAGE, jeton);
    }

    /** Active le compte du lien ; {@code Valide} une seule fois. */
    @Transactional
    public EtatDuLien activer(String jeton) {
        var lien = liens.employer(USAGE, jeton);
        if (lien instanceof EtatDuLien.Valide(var sujet)) {
            var compte = UUID.fromString(sujet);
            if (!personnes.activer(compte)) {
                // Inscription effacée entre-temps (remplacée, ou jamais activée à temps).
                return new EtatDuLien.Expire();
            }
            journal.ecrire(ActeDePersonne.chaine(compte), sujet, new CompteActive());
        }
        return lien;
    }

    /** Envoie un lien neuf à un compte en attente ; l'ancien ne vaut plus. */
    @Transactional
    public void renvoyer(Personne compte) {
        if (compte.etat() instanceof EtatDePersonne.EnAttente
                && secrets.motDePasse(compte.id()).isPresent()) {
            courriels.ecrire(
                    "compte/activation",
                    compte.courriel().valeur(),
                    Map.of(
                            "prenom", compte.prenom(),
                            "nomUtilisateur", compte.nomUtilisateur().valeur(),
                            "jeton", nouveauJeton(compte.id())));
        }
    }

    public String nouveauJeton(UUID compte) {
        return liens.emettre(USAGE, compte.toString(), VALIDITE);
    }
}
