package fr.convergence.portail.contact;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.formulaire.Reponses;
import java.util.List;
import java.util.Map;

/** Ce que le paquet des candidatures dit des contacts : leurs réponses au formulaire, et s'il peut les changer. */
public interface ReponsesDeContact {

    /** Ce que devient un contact corrigé. */
    enum Sort {
        ENREGISTREE,
        /** Un autre onglet a répondu entre-temps ; rien n'est écrasé. */
        DIVERGENTE,
        /** La réponse ne s'édite pas : étape transmise, délai passé, question non rouverte. */
        FIGEE
    }

    Reponses de(Etape etape);

    /** @param parametres ceux du formulaire : les parties de la question, et « r.{question} », la révision lue */
    Sort ecrire(Connecte qui, Dossier dossier, Etape etape, String question, Map<String, List<String>> parametres);
}
