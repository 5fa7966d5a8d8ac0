package fr.convergence.socle.cledacces;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CleDAccesRetiree;
import fr.convergence.socle.personne.Personnes;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retire une clé : elle n'ouvre plus rien. */
@Component
class RetirerCle {

    private final ClesDAcces cles;
    private final Personnes personnes;
    private final Courriels courriels;
    private final Journal journal;

    RetirerCle(ClesDAcces cles, Personnes personnes, Courriels courriels, Journal journal) {
        this.cles = cles;
        this.personnes = personnes;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Faux si cette personne n'a pas cette clé. */
    @Transactional
    public boolean executer(PersonneConnectee qui, String identifiant) {
        var nom = cles.duCompte(qui.compte()).stream()
                .filter(cle -> cle.identifiant().equals(identifiant))
                .map(CleDAcces::nom)
                .findFirst();
        if (nom.isEmpty() || !cles.retirer(qui.compte(), identifiant)) {
            return false;
        }
        var compte = personnes.titulaire(qui.compte()).orElseThrow();
        journal.ecrire(ActeDePersonne.chaine(qui.compte()), qui.getName(), new CleDAccesRetiree(nom.get()));
        courriels.ecrire(
                "cledacces/retiree", compte.courriel().valeur(), Map.of("prenom", compte.prenom(), "nom", nom.get()));
        return true;
    }
}
