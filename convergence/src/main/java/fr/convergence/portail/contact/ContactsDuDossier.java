package fr.convergence.portail.contact;

import fr.convergence.portail.contact.Corrections.Correction;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Contact;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.ReponsesSaisies;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les contacts d'un dossier, ceux que son guichet nomme (CTC-1) ; le plus récent l'emporte, réponse ou correction. */
@Component
public class ContactsDuDossier {

    private final GuichetsPublies guichets;
    private final ReponsesSaisies reponses;
    private final Corrections corrections;

    ContactsDuDossier(GuichetsPublies guichets, ReponsesSaisies reponses, Corrections corrections) {
        this.guichets = guichets;
        this.reponses = reponses;
        this.corrections = corrections;
    }

    /** Ce que montre la carte « Contacts de l'établissement » ; qui la montre a jugé de l'accès au dossier. */
    public Contacts de(Dossier dossier) {
        return carte(dossier, Map.of());
    }

    /** La même, pour qui vient de lire les réponses de cette étape. */
    public Contacts de(Dossier dossier, Etape etape, Reponses lues) {
        return carte(dossier, Map.of(etape.id(), lues));
    }

    private Contacts carte(Dossier dossier, Map<UUID, Reponses> lues) {
        return new Contacts(
                dossier.reference().valeur(),
                connus(dossier, corriges(dossier), lues).stream()
                        .map(contact -> new Contacts.Ligne(
                                contact.question().id(),
                                contact.question().libelle(),
                                contact.lu("civilite"),
                                contact.lu("nom"),
                                contact.lu("prenom"),
                                contact.lu("courriel"),
                                contact.corrigeLe()))
                        .toList());
    }

    /**
     * Les contacts de cette transmission, ou la correction de ceux que le référent a corrigés depuis qu'il les a donnés : une
     * transmission qui redit l'ancienne réponse n'y change rien. Jamais ce qu'il est en train de saisir.
     */
    public List<ContactTransmis> transmis(Dossier dossier, Etape etape, Editions.Transmise envoi) {
        var edition = envoi.contenu();
        var corriges = corriges(dossier);
        var donnees = corriges.isEmpty()
                ? Map.<Emplacement, Instant>of()
                : reponses.donnees(etape.id(), corriges.keySet(), envoi.le());
        var ids = nommes(dossier);
        return guichets.formulaireSIlExiste(edition.formulaire()).stream()
                .flatMap(formulaire -> ids.stream().flatMap(id -> formulaire.definition().question(id).stream()))
                .flatMap(question -> transmis(
                        question,
                        edition.valeur(question.id()),
                        Optional.ofNullable(corriges.get(question.id()))
                                .filter(correction -> tient(
                                        correction,
                                        etape,
                                        question,
                                        donnees.getOrDefault(question.emplacement(), Instant.MIN),
                                        edition.valeur(question.id())))))
                .toList();
    }

    /** La même chose d'une seule question, que le guichet la nomme parmi ses contacts ou non ; vide si elle n'en est pas un. */
    public Optional<PersonneAJoindre> personne(
            Dossier dossier, Etape etape, Editions.Transmise envoi, String question) {
        var corrigee = Optional.ofNullable(corriges(dossier).get(question));
        return guichets.formulaireSIlExiste(envoi.contenu().formulaire())
                .flatMap(formulaire -> formulaire.definition().question(question))
                .filter(trouvee -> trouvee.type() instanceof Contact)
                .map(trouvee -> {
                    var donnee = reponses.donnees(etape.id(), Set.of(question), envoi.le())
                            .getOrDefault(trouvee.emplacement(), Instant.MIN);
                    var transmise = envoi.contenu().valeur(question);
                    var valeur = corrigee.filter(correction -> tient(correction, etape, trouvee, donnee, transmise))
                            .map(Correction::valeur)
                            .orElse(transmise);
                    return PersonneAJoindre.de(trouvee.type().lignes(trouvee.libelle(), valeur));
                });
    }

    /**
     * Une correction tient tant que le formulaire ne dit pas autre chose que ce qu'il disait quand elle fut faite : y remettre
     * la même réponse n'en est pas une autre.
     *
     * @param donnee quand la réponse l'a été
     */
    private boolean tient(Correction correction, Etape etape, Question question, Instant donnee, Valeur reponse) {
        return correction.suit(donnee)
                || reponses.au(etape.id(), List.of(question.id()), correction.le())
                        .getOrDefault(question.emplacement(), Valeur.VIDE)
                        .memeQue(reponse);
    }

    /** Ceux que le référent a corrigés depuis la réponse du formulaire, qui garde l'ancienne : ce qu'ils valent, par question. */
    public Map<String, Valeur> corrigesDepuis(Dossier dossier) {
        var corriges = corriges(dossier);
        return corriges.isEmpty()
                ? Map.of()
                : connus(dossier, corriges, Map.of()).stream()
                        .filter(contact -> contact.corrigeLe().isPresent())
                        .collect(Collectors.toMap(contact -> contact.question().id(), ContactConnu::valeur));
    }

    /** Vrai si le guichet nomme cette question parmi les contacts, que le référent modifie sans transmettre de nouveau. */
    public boolean modifiable(Dossier dossier, String question) {
        return nommes(dossier).contains(question);
    }

    /** Les contacts que le formulaire de cette étape demande et que leur correction a remplacés depuis, par question. */
    public Map<String, ContactRemplace> remplaces(Dossier dossier, Etape etape, Reponses lues) {
        var corriges = corriges(dossier);
        return corriges.isEmpty()
                ? Map.of()
                : connus(dossier, corriges, Map.of(etape.id(), lues)).stream()
                        .filter(contact -> contact.etape().id().equals(etape.id()))
                        .flatMap(contact -> contact.corrigeLe().stream()
                                .map(le ->
                                        Map.entry(contact.question().id(), new ContactRemplace(contact.lignes(), le))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<ContactTransmis> transmis(
            Question question, Valeur transmise, Optional<Correction> correction) {
        var valeur = correction.map(Correction::valeur).orElse(transmise);
        return valeur.estVide()
                ? Stream.empty()
                : Stream.of(ContactTransmis.de(
                        question.libelle(),
                        question.type().lignes(question.libelle(), valeur),
                        correction
                                .filter(autre -> !autre.valeur().memeQue(transmise))
                                .map(Correction::le)));
    }

    /** Tel que le formulaire le tient, sans ses corrections. */
    Optional<ContactConnu> duFormulaire(Dossier dossier, String question) {
        return connus(dossier, Map.of(), Map.of()).stream()
                .filter(contact -> contact.question().id().equals(question))
                .findFirst();
    }

    Optional<ContactConnu> connu(Dossier dossier, String question) {
        return connus(dossier, corriges(dossier), Map.of()).stream()
                .filter(contact -> contact.question().id().equals(question))
                .findFirst();
    }

    /** Rien ne se corrige avant d'avoir été transmis ({@link ModifierContact}) : un brouillon n'a pas à le demander. */
    private Map<String, Correction> corriges(Dossier dossier) {
        return dossier.etapes().stream().anyMatch(etape -> etape.etat().transmise())
                ? corrections.dernieres(dossier.id())
                : Map.of();
    }

    /**
     * La première étape qui demande un contact est celle qui le tient.
     *
     * @param connues par étape, les réponses déjà lues ; les autres le seront
     */
    private List<ContactConnu> connus(Dossier dossier, Map<String, Correction> corriges, Map<UUID, Reponses> connues) {
        var guichet = guichet(dossier);
        var lues = new HashMap<>(connues);
        return nommes(dossier).stream()
                .flatMap(id -> dossier.etapes().stream()
                        .flatMap(etape -> question(guichet, etape, id).stream()
                                .map(question -> contact(
                                        etape,
                                        question,
                                        lues.computeIfAbsent(etape.id(), _ -> reponses.lire(etape.id()))
                                                .reponse(id),
                                        Optional.ofNullable(corriges.get(id)))))
                        .limit(1))
                .toList();
    }

    private Optional<Question> question(Reference guichet, Etape etape, String id) {
        return guichets.formulaire(guichet, etape.code())
                .flatMap(formulaire -> formulaire.definition().question(id))
                .filter(question -> question.type() instanceof Contact);
    }

    /** Ceux de sa version du guichet, et ceux que la version en vigueur y ajoute : comme ses dates, elle vaut pour tous. */
    private List<String> nommes(Dossier dossier) {
        return Stream.concat(
                        guichets.version(guichet(dossier)).definition().contacts().stream(),
                        guichets.enVigueur(guichet(dossier).code()).stream()
                                .flatMap(version -> version.definition().contacts().stream()))
                .distinct()
                .toList();
    }

    private static Reference guichet(Dossier dossier) {
        return dossier.guichet();
    }

    private ContactConnu contact(
            Etape etape, Question question, Optional<Reponse> reponse, Optional<Correction> correction) {
        var donnee = reponse.map(Reponse::le).orElse(Instant.MIN);
        var repondue = reponse.map(Reponse::valeur).orElse(Valeur.VIDE);
        var tenue = correction.filter(corrigee -> tient(corrigee, etape, question, donnee, repondue));
        return new ContactConnu(
                etape,
                question,
                (Contact) question.type(),
                tenue.map(Correction::valeur).orElse(repondue),
                reponse.map(Reponse::revision).orElse(0),
                correction.map(Correction::version).orElse(0),
                tenue.filter(autre -> !autre.valeur().memeQue(repondue)).map(Correction::le));
    }
}
