package fr.convergence.portail.transfert;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Contact;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.transfert.Corrections.Correction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Les contacts d'un dossier, ceux que son guichet nomme (CTC-1) ; le plus récent l'emporte, réponse ou correction. */
@Component
public class ContactsDuDossier {

    private final GuichetsPublies guichets;
    private final ReponsesDeContact reponses;
    private final Corrections corrections;

    ContactsDuDossier(GuichetsPublies guichets, ReponsesDeContact reponses, Corrections corrections) {
        this.guichets = guichets;
        this.reponses = reponses;
        this.corrections = corrections;
    }

    /** Ce que montre la carte « Contacts de l'établissement » ; qui la montre a jugé de l'accès au dossier. */
    public Contacts de(Dossier dossier) {
        return new Contacts(
                dossier.reference().valeur(),
                connus(dossier).stream()
                        .map(contact -> new Contacts.Ligne(
                                contact.question().id(),
                                contact.question().libelle(),
                                contact.lu("civilite"),
                                contact.lu("nom"),
                                contact.lu("prenom"),
                                contact.lu("courriel")))
                        .toList());
    }

    Optional<ContactConnu> connu(Dossier dossier, String question) {
        return connus(dossier).stream()
                .filter(contact -> contact.question().id().equals(question))
                .findFirst();
    }

    private List<ContactConnu> connus(Dossier dossier) {
        var guichet = new Reference(dossier.guichet().code(), dossier.guichet().version());
        var corriges = corrections.dernieres(dossier.id());
        return guichets.version(guichet).definition().contacts().stream()
                .flatMap(id -> connu(dossier, guichet, id, corriges).stream())
                .toList();
    }

    /** La première étape qui demande ce contact est celle qui le tient. */
    private Optional<ContactConnu> connu(
            Dossier dossier, Reference guichet, String id, Map<String, Correction> corriges) {
        return dossier.etapes().stream()
                .flatMap(etape -> question(guichet, etape, id).stream()
                        .map(question -> contact(etape, question, Optional.ofNullable(corriges.get(id)))))
                .findFirst();
    }

    private Optional<Question> question(Reference guichet, Etape etape, String id) {
        return guichets.formulaire(guichet, etape.code())
                .flatMap(formulaire -> formulaire.definition().question(id))
                .filter(question -> question.type() instanceof Contact);
    }

    private ContactConnu contact(Etape etape, Question question, Optional<Correction> correction) {
        var reponse = reponses.de(etape).reponse(question.id());
        var depuis = reponse.map(Reponse::le).orElse(Instant.MIN);
        var valeur = correction
                .filter(corrigee -> !corrigee.le().isBefore(depuis))
                .map(Correction::valeur)
                .or(() -> reponse.map(Reponse::valeur))
                .orElse(Valeur.VIDE);
        return new ContactConnu(
                etape,
                question,
                (Contact) question.type(),
                valeur,
                reponse.map(Reponse::revision).orElse(0),
                correction.map(Correction::version).orElse(0));
    }
}
