package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.fichier.Analyse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Chaque essai part d'un dossier neuf de Claire, et d'un PDF à y déposer. */
public abstract class EssaisDeDepot {

    protected static final byte[] PDF = Echantillons.pdf();

    @Autowired
    protected Analyse analyse;

    protected Depots depots;
    protected Connecte claire;
    protected Dossier dossier;

    @BeforeEach
    void preparer(@Autowired ApplicationContext portail) {
        depots = Depots.dans(portail);
        claire = depots.referent();
        dossier = depots.dossier(claire);
    }
}
