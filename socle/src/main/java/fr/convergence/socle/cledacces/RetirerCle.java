package fr.convergence.socle.cledacces;

import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CleDAccesRetiree;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retire une clé : elle n'ouvre plus rien. */
@Component
class RetirerCle {

    /** Ce qu'il en est. */
    enum Retrait {
        FAIT,
        /** Cette personne n'a pas, ou plus, cette clé. */
        INCONNUE,
        /** Elle doit un facteur qui n'est pas un courriel, et n'aurait plus que lui. */
        DERNIER_FACTEUR
    }

    private final ClesDAcces cles;
    private final Secrets secrets;
    private final EntreeDuSite entree;
    private final Personnes personnes;
    private final Courriels courriels;
    private final Journal journal;

    RetirerCle(
            ClesDAcces cles,
            Secrets secrets,
            EntreeDuSite entree,
            Personnes personnes,
            Courriels courriels,
            Journal journal) {
        this.cles = cles;
        this.secrets = secrets;
        this.entree = entree;
        this.personnes = personnes;
        this.courriels = courriels;
        this.journal = journal;
    }

    @Transactional
    public Retrait executer(PersonneConnectee qui, String identifiant) {
        // Deux clés retirées au même instant ne laissent pas sans facteur : le second retrait voit le premier.
        secrets.tenir(qui.compte());
        var siennes = cles.duCompte(qui.compte());
        var nom = siennes.stream()
                .filter(cle -> cle.identifiant().equals(identifiant))
                .map(CleDAcces::nom)
                .findFirst();
        if (nom.isEmpty()) {
            return Retrait.INCONNUE;
        }
        if (siennes.size() == 1
                && !secrets.application(qui.compte()).isPresent()
                && entree.exigeUnFacteurFort(qui.compte())) {
            return Retrait.DERNIER_FACTEUR;
        }
        if (!cles.retirer(qui.compte(), identifiant)) {
            return Retrait.INCONNUE;
        }
        var compte = personnes.titulaire(qui.compte()).orElseThrow();
        journal.ecrire(ActeDePersonne.chaine(qui.compte()), qui.getName(), new CleDAccesRetiree(nom.get()));
        courriels.ecrire(
                "cledacces/retiree", compte.courriel().valeur(), Map.of("prenom", compte.prenom(), "nom", nom.get()));
        return Retrait.FAIT;
    }
}
