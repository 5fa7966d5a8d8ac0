package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.definition.Document;
import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.expression.Compilation;
import fr.convergence.portail.expression.Expression;
import fr.convergence.portail.expression.Langage;
import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.expression.Nature;
import fr.convergence.portail.formulaire.FaitsConnus;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.question.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lit un fichier de guichet : sa forme d'abord, son sens ensuite. */
final class LectureGuichet {

    private final Function<Reference, Optional<Formulaire>> formulaires;
    private final Defauts defauts;
    private final List<Fiche> fiches = new ArrayList<>();
    private @Nullable Fiche racine;

    LectureGuichet(String fichier, Function<Reference, Optional<Formulaire>> formulaires) {
        this.formulaires = formulaires;
        this.defauts = new Defauts(fichier);
    }

    /** Une définition que l'on veut publier : tout est vérifié. */
    Importation<Guichet> lire(String texte, LocalDate jour) {
        return switch (rouvrir(texte, jour)) {
            case Importation.Acceptee<Guichet>(var guichet) -> {
                verifierLesAdresses(guichet.definition());
                yield Importation.de(guichet, defauts);
            }
            case Importation.Refusee<Guichet> refusee -> refusee;
        };
    }

    /** Une version déjà publiée : ce qu'on vérifierait de plus aujourd'hui ne la concerne pas. */
    Importation<Guichet> rouvrir(String texte, LocalDate jour) {
        var document = Document.lire(texte, defauts).map(d -> d.remplacer(mot -> absolus(mot, jour)));
        if (document.isEmpty()) {
            return new Importation.Refusee<>(defauts.liste());
        }
        var definition = document.get().fiche(defauts, this::definition);
        if (!defauts.aucun()) {
            return new Importation.Refusee<>(defauts.liste());
        }
        var formulairesDesEtapes = formulaires(definition);
        verifierLesContacts(definition, formulairesDesEtapes);
        return Importation.de(new Guichet(definition, document.get().canonique(), ouvertures(definition)), defauts);
    }

    /** Un intervalle « a/b » compte deux dates. */
    private static String absolus(String texte, LocalDate jour) {
        var barre = texte.indexOf('/');
        return barre < 0
                ? Moment.absolu(texte, jour)
                : Moment.absolu(texte.substring(0, barre), jour) + "/"
                        + Moment.absolu(texte.substring(barre + 1), jour);
    }

    private DefinitionGuichet definition(Fiche fiche) {
        racine = fiche;
        return DefinitionGuichet.lire(fiche, etape -> {
            fiches.add(etape);
            return EtapeDuGuichet.lire(etape);
        });
    }

    private void verifierLesAdresses(DefinitionGuichet definition) {
        for (var i = 0; i < definition.etapes().size(); i++) {
            var code = definition.etapes().get(i).code();
            if (EtapeDuGuichet.reservee(code)) {
                fiches.get(i)
                        .refuser("code", "« " + code + " » est l’adresse d’une page du dossier : donnez un autre code");
            }
        }
    }

    private List<Formulaire> formulaires(DefinitionGuichet definition) {
        var codes = new HashSet<String>();
        var trouves = new ArrayList<Formulaire>();
        for (var i = 0; i < definition.etapes().size(); i++) {
            var etape = definition.etapes().get(i);
            var fiche = fiches.get(i);
            if (!codes.add(etape.code())) {
                fiche.refuser("code", "« " + etape.code() + " » est déjà le code d’une autre étape");
            }
            if (etape.fenetre() instanceof Fenetre.Candidature && i > 0) {
                fiche.refuser("fenetre", "« candidature » ne concerne que la première étape");
            }
            etape.formulaire()
                    .ifPresent(reference -> formulaires
                            .apply(reference)
                            .ifPresentOrElse(
                                    trouves::add, () -> fiche.refuser("formulaire", reference + " n’est pas publié")));
        }
        return trouves;
    }

    private void verifierLesContacts(DefinitionGuichet definition, List<Formulaire> formulaires) {
        for (var contact : definition.contacts()) {
            var existe = formulaires.stream()
                    .flatMap(f -> f.definition().question(contact).stream())
                    .anyMatch(question -> question.type() instanceof Contact);
            if (!existe && racine != null) {
                racine.refuser("contacts", "« " + contact + " » n’est un contact dans aucun formulaire du guichet");
            }
        }
    }

    private Map<String, Expression> ouvertures(DefinitionGuichet definition) {
        var mots = new ArrayList<>(List.of(
                new Mot(Guichet.CONVENTION_SIGNEE, Nature.BOOLEEN),
                new Mot(Guichet.CONVENTION_REFUSEE, Nature.BOOLEEN)));
        var ouvertures = new HashMap<String, Expression>();
        for (var i = 0; i < definition.etapes().size(); i++) {
            var etape = definition.etapes().get(i);
            var langage = new Langage(FaitsConnus.VOCABULAIRE.plus(mots));
            if (etape.ouverteSi().isPresent()) {
                switch (langage.compiler(etape.ouverteSi().get())) {
                    case Compilation.Compilee(var expression) -> ouvertures.put(etape.code(), expression);
                    case Compilation.Refusee(var raison) -> fiches.get(i).refuser("ouverte_si", raison);
                }
            }
            // Une étape ne dépend que de celles qui la précèdent : il n'y a pas de boucle possible.
            for (var issue : IssueDEtape.values()) {
                mots.add(new Mot(issue.de(etape.code()), Nature.BOOLEEN));
            }
        }
        return ouvertures;
    }
}
