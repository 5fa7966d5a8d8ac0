package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.courriel.Modele;
import fr.convergence.socle.courriel.Modeles;
import fr.convergence.socle.journal.Journal;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur réécrit un modèle de courriel, ou revient à celui qui est livré. */
@Component
class ReecrireModele {

    private final Modeles modeles;
    private final Journal journal;

    ReecrireModele(Modeles modeles, Journal journal) {
        this.modeles = modeles;
        this.journal = journal;
    }

    @Transactional
    public void executer(Modele modele, Connecte operateur) {
        modeles.reecrire(modele, operateur.getName());
        journal.ecrire(
                "modele/" + modele.nom(),
                operateur.getName(),
                "modele-reecrit",
                Map.of("objet", modele.objet(), "corps", modele.corps()));
    }

    /** Faux quand le modèle livré était déjà en vigueur. */
    @Transactional
    public boolean retablir(String nom, Connecte operateur) {
        var retabli = modeles.retablir(nom);
        if (retabli) {
            journal.ecrire("modele/" + nom, operateur.getName(), "modele-retabli", Map.of());
        }
        return retabli;
    }
}
