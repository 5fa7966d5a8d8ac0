package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.contact.ReponsesDeContact;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.etape.EnregistrerReponse.Sauvegarde;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.saisie.ReponsesSaisies;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Les contacts tels que le formulaire les tient. Une étape transmise garde ses réponses : elles sont celles transmises. */
@Component
final class ContactsDesReponses implements ReponsesDeContact {

    private final ReponsesSaisies reponses;
    private final EnregistrerReponse enregistrer;

    ContactsDesReponses(ReponsesSaisies reponses, EnregistrerReponse enregistrer) {
        this.reponses = reponses;
        this.enregistrer = enregistrer;
    }

    @Override
    public Reponses de(Etape etape) {
        return reponses.lire(etape.id());
    }

    @Override
    public Sort ecrire(
            Connecte qui, Dossier dossier, Etape etape, String question, Map<String, List<String>> parametres) {
        return switch (enregistrer.executer(qui, dossier.reference().valeur(), etape.code(), question, parametres)) {
            case Sauvegarde.Enregistree _ -> Sort.ENREGISTREE;
            case Sauvegarde.Divergente _ -> Sort.DIVERGENTE;
            case Sauvegarde.Impossible _, Sauvegarde.Inconnue _ -> Sort.FIGEE;
        };
    }
}
