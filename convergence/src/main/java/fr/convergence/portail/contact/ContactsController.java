package fr.convergence.portail.contact;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.contact.ModifierContact.Modification;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.SaisieRenduePage;
import fr.convergence.socle.page.SaisieRenduePage.Vers;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** « Modifier les contacts » et « Mise à jour du contact » (CTC-1). */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}/contacts")
final class ContactsController {

    private final Dossiers dossiers;
    private final ContactsDuDossier contacts;
    private final ModifierContact modifier;

    ContactsController(Dossiers dossiers, ContactsDuDossier contacts, ModifierContact modifier) {
        this.dossiers = dossiers;
        this.contacts = contacts;
        this.modifier = modifier;
    }

    @GetMapping
    Vue liste(Connecte qui, @PathVariable String reference) {
        return new ListePage(contacts.de(dossier(qui, reference)));
    }

    @GetMapping("/{question:[a-z][a-z0-9_]*}")
    Vue contact(Connecte qui, @PathVariable String reference, @PathVariable String question) {
        var contact = contact(dossier(qui, reference), question);
        return ContactPage.de(reference, contact, contact.valeur(), Optional.empty(), Erreurs.aucune());
    }

    @PostMapping("/{question:[a-z][a-z0-9_]*}")
    Vue modifier(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String question,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam MultiValueMap<String, String> parametres) {
        var dossier = dossier(qui, reference);
        var contact = contact(dossier, question);
        return switch (modifier.executer(qui, dossier, contact, ChampSaisi.version(version), parametres)) {
            case Modification.Faite() ->
                new Redirection("/dossiers/" + reference)
                        .avec(Annonce.succes(
                                "contact.contact.fait", contact.question().libelle()));
            case Modification.EnErreur(var saisie, var erreurs) ->
                ContactPage.de(reference, contact, saisie, Optional.empty(), erreurs);
            case Modification.Divergente(var saisie) -> {
                var relu = contact(dossier, question);
                yield ContactPage.de(reference, relu, saisie, Optional.of(relu.enClair()), Erreurs.aucune());
            }
            case Modification.Figee(var saisie) -> fige(reference, contact, saisie);
        };
    }

    private static Vue fige(String reference, ContactConnu contact, Valeur saisie) {
        var dossier = "/dossiers/" + reference;
        return new SaisieRenduePage(
                new Message("contact.contact.non-enregistre"),
                new Message("contact.contact.fige"),
                contact.question().ecrit(saisie, contact.valeur()),
                List.of(
                        new Vers(new Message("contact.tableau-de-bord"), "/tableau-de-bord"),
                        new Vers(new Message("contact.numero", reference), dossier)),
                new Vers(new Message("contact.retour"), dossier));
    }

    /** Le dossier d'un autre n'existe pas. */
    private Dossier dossier(Connecte qui, String reference) {
        return dossiers.duReferent(qui, new ReferenceDeDossier(reference)).orElseThrow(ContactsController::introuvable);
    }

    private ContactConnu contact(Dossier dossier, String question) {
        return contacts.connu(dossier, question).orElseThrow(ContactsController::introuvable);
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
