package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuSupport.ModeleReecrit;
import fr.convergence.portail.acte.ActeDuSupport.ModeleRetabli;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.courriel.Modele;
import fr.convergence.socle.courriel.Modeles;
import fr.convergence.socle.journal.Journal;
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
                Sorte.MODELE.chaine(modele.nom()),
                operateur.getName(),
                new ModeleReecrit(modele.objet(), modele.corps()));
    }

    /** Faux quand le modèle livré était déjà en vigueur. */
    @Transactional
    public boolean retablir(String nom, Connecte operateur) {
        var retabli = modeles.retablir(nom);
        if (retabli) {
            journal.ecrire(Sorte.MODELE.chaine(nom), operateur.getName(), new ModeleRetabli());
        }
        return retabli;
    }
}
