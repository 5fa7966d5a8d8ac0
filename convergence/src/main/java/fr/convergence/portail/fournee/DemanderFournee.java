package fr.convergence.portail.fournee;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.fournee.ExamenDesEtapes.Examinee;
import fr.convergence.socle.tache.Reveils;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retient les étapes à accepter ; elles le sont ensuite, une à une. */
@Component
class DemanderFournee {

    static final int ETAPES_MAX = 200;

    private final Fournees fournees;
    private final Reveils reveils;

    DemanderFournee(Fournees fournees, Reveils reveils) {
        this.fournees = fournees;
        this.reveils = reveils;
    }

    /** @param choisies à la version que leur vérificateur avait sous les yeux */
    @Transactional
    public UUID executer(Connecte qui, List<Examinee> choisies) {
        var fournee = fournees.ouvrir(qui, choisies);
        reveils.apresTransaction(TravauxDeFournees.FOURNEES);
        return fournee;
    }
}
