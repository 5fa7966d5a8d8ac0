package fr.convergence.portail.cledacces;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne.CleDAccesRetiree;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retire une clé : elle n'ouvre plus rien. */
@Component
class RetirerCle {

    private final ClesDAcces cles;
    private final Comptes comptes;
    private final Courriels courriels;
    private final Journal journal;

    RetirerCle(ClesDAcces cles, Comptes comptes, Courriels courriels, Journal journal) {
        this.cles = cles;
        this.comptes = comptes;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Faux si cette personne n'a pas cette clé. */
    @Transactional
    public boolean executer(Connecte qui, String identifiant) {
        var nom = cles.duCompte(qui.compte()).stream()
                .filter(cle -> cle.identifiant().equals(identifiant))
                .map(CleDAcces::nom)
                .findFirst();
        if (nom.isEmpty() || !cles.retirer(qui.compte(), identifiant)) {
            return false;
        }
        var compte = comptes.titulaire(qui.compte()).orElseThrow();
        journal.ecrire(Sorte.COMPTE.chaine(qui.compte()), qui.getName(), new CleDAccesRetiree(nom.get()));
        courriels.ecrire(
                "cledacces/retiree", compte.courriel().valeur(), Map.of("prenom", compte.prenom(), "nom", nom.get()));
        return true;
    }
}
