package fr.convergence.portail.etape;

import fr.convergence.portail.contact.ContactRemplace;
import fr.convergence.portail.contact.Contacts;
import fr.convergence.portail.contact.ContactsDuDossier;
import fr.convergence.portail.dossier.Ouverture;
import fr.convergence.portail.etape.Volet.Alentours;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compose le tour des pages d'une étape ; l'enregistrement d'une réponse se passe des contacts et de l'étape suivante. */
@Component
final class Volets {

    private final ContactsDuDossier contacts;
    private final Ouverture ouverture;

    Volets(ContactsDuDossier contacts, Ouverture ouverture) {
        this.contacts = contacts;
        this.ouverture = ouverture;
    }

    Volet de(SaisieDeLEtape saisie) {
        var dossier = saisie.dossier();
        var suivante = dossier.etapes().stream()
                .filter(etape -> etape.rang() == saisie.etape().rang() + 1)
                .findFirst()
                .flatMap(etape -> ouverture.de(dossier, etape));
        return Volet.de(saisie, Optional.of(new Alentours(contacts(saisie), suivante)));
    }

    /** Ceux du dossier, quand cette question en est un : la page les montre aussi à côté de leur question. */
    Optional<Contacts> contacts(SaisieDeLEtape saisie, String question) {
        return saisie.guichet().definition().contacts().contains(question)
                ? Optional.of(contacts(saisie))
                : Optional.empty();
    }

    /** Ceux de cette étape qu'une correction a remplacés, par question. */
    Map<String, ContactRemplace> remplaces(SaisieDeLEtape saisie) {
        return contacts.remplaces(saisie.dossier(), saisie.etape(), saisie.reponses());
    }

    Contacts contacts(SaisieDeLEtape saisie) {
        return contacts.de(saisie.dossier(), saisie.etape(), saisie.reponses());
    }
}
