package fr.convergence.portail.contact;

import fr.convergence.portail.acte.ActeDuDossier.ContactModifie;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Valeur;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ce que chaque correction d'un contact a changé ; la première se compare à la réponse du formulaire. */
@Component
final class ValeursDesContacts implements ValeursDeLHistoire {

    private final ContactsDuDossier contacts;
    private final Corrections corrections;

    ValeursDesContacts(ContactsDuDossier contacts, Corrections corrections) {
        this.contacts = contacts;
        this.corrections = corrections;
    }

    @Override
    public Lecteur de(Dossier dossier) {
        var versions = corrections.toutes(dossier.id());
        return actes -> actes.stream()
                .flatMap(acte -> acte instanceof ContactModifie(var _, var question, var correction)
                        ? changements(dossier, question, correction, versions)
                        : Stream.empty())
                .toList();
    }

    private Stream<Changement> changements(
            Dossier dossier, String id, int version, Map<String, Map<Integer, Valeur>> versions) {
        var valeurs = versions.getOrDefault(id, Map.of());
        return contacts.duFormulaire(dossier, id).stream().flatMap(contact -> {
            var question = contact.question();
            var avant = question.type().lignes(question.libelle(), valeurs.getOrDefault(version - 1, contact.valeur()));
            var apres = question.type().lignes(question.libelle(), valeurs.getOrDefault(version, Valeur.VIDE));
            return LigneDeReponse.apparier(avant, apres).stream()
                    .filter(LigneDeReponse.Paire::change)
                    .map(paire -> changement(question.libelle(), paire));
        });
    }

    private static Changement changement(String contact, LigneDeReponse.Paire paire) {
        return new Changement(
                Optional.empty(),
                contact,
                Optional.of(paire.libelle()),
                String.join(", ", paire.avant().textes()),
                String.join(", ", paire.apres().textes()));
    }
}
