package fr.convergence.portail.contact;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DeReponses;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.PlacesOuvertes;
import fr.convergence.portail.saisie.Ecriture;
import fr.convergence.portail.saisie.EditionOuverte;
import fr.convergence.portail.saisie.ReponsesEnvoyees;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.base.Arrivees;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Écrit un contact là où le formulaire le demande, tant qu'il y laisse écrire. */
@Component
final class ContactAuFormulaire {

    /** Ce que devient un contact corrigé. */
    enum Sort {
        ENREGISTRE,
        /** Un autre onglet a répondu entre-temps ; rien n'est écrasé. */
        DIVERGENT,
        /** La réponse ne s'édite pas : étape transmise, délai passé, question non rouverte. */
        FIGE
    }

    private final Dossiers dossiers;
    private final PlacesOuvertes places;
    private final ReponsesSaisies reponses;
    private final Ecriture ecriture;
    private final Arrivees arrivees;

    ContactAuFormulaire(
            Dossiers dossiers, PlacesOuvertes places, ReponsesSaisies reponses, Ecriture ecriture, Arrivees arrivees) {
        this.dossiers = dossiers;
        this.places = places;
        this.reponses = reponses;
        this.ecriture = ecriture;
        this.arrivees = arrivees;
    }

    /** @param parametres ceux du formulaire : les parties de la question, et « r.{question} », la révision lue */
    Sort ecrire(
            Connecte qui, ReferenceDeDossier reference, ContactConnu contact, Map<String, List<String>> parametres) {
        var lue = arrivees.instant();
        var question = contact.question();
        return dossiers.prendre(qui, reference)
                .flatMap(dossier -> dossier.etape(contact.etape().code())
                        .filter(etape -> places.ouverte(dossier, etape, question, question.emplacement(), lue)))
                .map(etape -> ecriture.ecrire(
                        new EditionOuverte(
                                etape.id(),
                                reference.valeur(),
                                DeReponses.enregistrees(etape.code())::apply,
                                reponses.lire(etape.id())),
                        List.of(question),
                        new ReponsesEnvoyees(parametres, lue, qui.compte())))
                .map(ecrites -> ecrites.conflits().isEmpty() ? Sort.ENREGISTRE : Sort.DIVERGENT)
                .orElse(Sort.FIGE);
    }
}
