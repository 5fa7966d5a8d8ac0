package fr.convergence.portail.transfert;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Collaborateurs;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Un référent confie des dossiers à un collaborateur (TRF-1) : tous, ou aucun s'il en est un qui ne se peut plus. */
@Component
class ConfierDossiers {

    sealed interface Issue {

        record Confies(int nombre) implements Issue {}

        record AucunChoisi() implements Issue {}

        /** Il n'a plus de compte, ou ne représente plus l'établissement de ces dossiers. */
        record PlusCollaborateur() implements Issue {}

        /** @param reference un dossier qui n'est pas, ou plus, à qui le confie */
        record PlusAVous(String reference) implements Issue {}
    }

    private final ReferentDuDossier referents;
    private final Collaborateurs collaborateurs;
    private final PasserDossier passer;

    ConfierDossiers(ReferentDuDossier referents, Collaborateurs collaborateurs, PasserDossier passer) {
        this.referents = referents;
        this.collaborateurs = collaborateurs;
        this.passer = passer;
    }

    /** @param references tels qu'envoyés : un dossier d'autrui n'existe pas */
    @Transactional
    public Issue executer(Connecte qui, UUID collaborateur, List<String> references) {
        if (references.isEmpty()) {
            return new Issue.AucunChoisi();
        }
        if (collaborateur.equals(qui.compte())) {
            return new Issue.PlusCollaborateur();
        }
        // Rangés : deux transferts à la fois s'attendent, sans s'interbloquer. Une référence écrite de deux façons n'en
        // est qu'une.
        var lues = new TreeMap<String, Optional<ReferenceDeDossier>>();
        for (var envoyee : references) {
            var lue = ReferenceDeDossier.lire(envoyee).siLue();
            lues.put(lue.map(ReferenceDeDossier::valeur).orElse(envoyee), lue);
        }
        var choisis = new ArrayList<Dossier>();
        for (var reference : lues.entrySet()) {
            var dossier = reference.getValue().flatMap(lue -> referents.prendre(qui, lue));
            if (dossier.isEmpty()) {
                return new Issue.PlusAVous(reference.getKey());
            }
            choisis.add(dossier.get());
        }
        for (var dossier : choisis) {
            if (!collaborateurs.prendre(collaborateur, dossier.candidat().cle())) {
                return new Issue.PlusCollaborateur();
            }
        }
        choisis.forEach(dossier -> passer.executer(dossier, collaborateur, qui.getName(), Optional.empty()));
        return new Issue.Confies(choisis.size());
    }
}
