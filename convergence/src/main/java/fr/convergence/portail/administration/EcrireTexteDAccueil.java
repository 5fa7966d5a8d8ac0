package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.accueil.Public;
import fr.convergence.portail.accueil.TextesDAccueil;
import fr.convergence.portail.acte.ActeDuSupport.TexteEcrit;
import fr.convergence.portail.acte.ActeDuSupport.TexteRetabli;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur écrit un texte de l'accueil, ou revient à celui qui est livré. */
@Component
class EcrireTexteDAccueil {

    private final TextesDAccueil textes;
    private final Journal journal;

    EcrireTexteDAccueil(TextesDAccueil textes, Journal journal) {
        this.textes = textes;
        this.journal = journal;
    }

    @Transactional
    public void executer(Public lecteur, String texte, Connecte operateur) {
        textes.ecrire(lecteur, texte);
        journal.ecrire(chaine(lecteur), operateur.getName(), new TexteEcrit(texte));
    }

    @Transactional
    public void retablir(Public lecteur, Connecte operateur) {
        if (textes.retablir(lecteur)) {
            journal.ecrire(chaine(lecteur), operateur.getName(), new TexteRetabli());
        }
    }

    private static String chaine(Public lecteur) {
        return Sorte.ACCUEIL.chaine(lecteur.name().toLowerCase());
    }
}
