package fr.convergence.portail.formulaire;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.definition.Document;
import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.expression.Compilation;
import fr.convergence.portail.expression.Expression;
import fr.convergence.portail.expression.Langage;
import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TypesQuestion;
import fr.convergence.socle.envoi.LimitesDesCorps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lit un fichier de formulaire : sa forme d'abord, son sens ensuite. */
final class LectureFormulaire {

    private static final int QUESTIONS = 500;

    /** Ce qu'une page peut envoyer, moins ce qui n'est à aucune question : jeton, clé, bouton… */
    private static final int CHAMPS = LimitesDesCorps.PARTIES - 20;

    private final TypesQuestion types;
    private final Vocabulaire faits;
    private final Defauts defauts;
    private final Map<Question, Fiche> fichesDesQuestions = new HashMap<>();
    private final List<Fiche> fichesDesSections = new ArrayList<>();
    private final List<Fiche> fichesDesControles = new ArrayList<>();

    LectureFormulaire(String fichier, TypesQuestion types, Vocabulaire faits) {
        this.types = types;
        this.faits = faits;
        this.defauts = new Defauts(fichier);
    }

    /** Une définition que l'on veut publier : tout est vérifié. */
    Importation<Formulaire> lire(String texte, Collection<Formulaire> publiees) {
        var lu = compiler(texte);
        lu.map(Formulaire::definition).ifPresent(definition -> {
            verifierLesTrames(definition);
            verifierLesNomsReserves(definition);
            verifierLEnvoi(definition);
        });
        if (lu.isPresent() && defauts.aucun()) {
            new Coherence(lu.get(), faits).verifier(this::refuserLaCondition, this::refuserLeControle);
            MemeSens.verifier(lu.get(), publiees, this::refuserLeType);
        }
        return importation(lu);
    }

    /** Une version déjà publiée : ce qu'on vérifierait de plus aujourd'hui ne la concerne pas. */
    Importation<Formulaire> rouvrir(String canonique) {
        return importation(compiler(canonique));
    }

    private Importation<Formulaire> importation(Optional<Formulaire> lu) {
        return lu.isPresent() ? Importation.de(lu.get(), defauts) : new Importation.Refusee<>(defauts.liste());
    }

    private Optional<Formulaire> compiler(String texte) {
        var document = Document.lire(texte, defauts);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        var definition =
                document.get().fiche(defauts, f -> DefinitionFormulaire.lire(f, this::section, this::controle));
        if (defauts.aucun()) {
            verifierLesNoms(definition);
        }
        return defauts.aucun() ? Optional.of(compiler(definition, document.get().canonique())) : Optional.empty();
    }

    private Section section(Fiche fiche) {
        fichesDesSections.add(fiche);
        return Section.lire(fiche, this::question);
    }

    private Question question(Fiche fiche) {
        var question = Question.lire(fiche, types);
        if (fichesDesQuestions.put(question, fiche) != null && !question.id().isEmpty()) {
            fiche.refuser("id", "« " + question.id() + " » est déjà l’identifiant d’une autre question");
        }
        return question;
    }

    private Controle controle(Fiche fiche) {
        fichesDesControles.add(fiche);
        return Controle.lire(fiche);
    }

    private void verifierLesNoms(DefinitionFormulaire definition) {
        var racines = new HashSet<String>();
        faits.mots().forEach(mot -> racines.add(mot.nom().split("\\.")[0]));
        var questions = new HashSet<String>();
        definition.questions().forEach(question -> {
            var fiche = fiche(question);
            if (!questions.add(question.id())) {
                fiche.refuser("id", "« " + question.id() + " » est déjà l’identifiant d’une autre question");
            }
            if (NomsReserves.condition(question.id()) || racines.contains(question.id())) {
                fiche.refuser("id", "« " + question.id() + " » est un mot réservé des conditions");
            }
            // Une cellule se range au nom de sa colonne : deux tableaux qui auraient la même n'en feraient qu'une.
            question.type().colonnes().stream()
                    .map(Question::id)
                    .filter(colonne -> !questions.add(colonne))
                    .forEach(colonne -> fiche.refuser(
                            "colonnes", "« " + colonne + " » est déjà l’identifiant d’une autre question"));
            question.type().faits().stream()
                    .filter(fait -> faits.mot(fait).isEmpty())
                    .forEach(fait -> fiche.refuser("fait", "« " + fait + " » n’est pas un fait connu"));
        });
        if (questions.size() > QUESTIONS) {
            defauts.ajouter(1, "un formulaire compte au plus " + QUESTIONS + " questions");
        }
        verifierLesSections(definition);
    }

    private void verifierLesTrames(DefinitionFormulaire definition) {
        definition
                .questions()
                .forEach(question -> avecSesColonnes(question)
                        .flatMap(q -> q.type().trame().stream())
                        .filter(nom -> Trame.nommee(nom).isEmpty())
                        .forEach(nom -> fiche(question)
                                .refuser(
                                        "trame",
                                        "« " + nom + " » n’est pas une trame livrée ; il y a "
                                                + String.join(", ", Trame.noms()))));
    }

    private static Stream<Question> avecSesColonnes(Question question) {
        return Stream.concat(Stream.of(question), question.type().colonnes().stream());
    }

    private void verifierLesNomsReserves(DefinitionFormulaire definition) {
        definition
                .questions()
                .map(Question::id)
                .filter(NomsReserves::question)
                .forEach(id -> fiche(definition.question(id).orElseThrow())
                        .refuser("id", "« " + id + " » est un nom dont les pages se servent : donnez-en un autre"));
        for (var i = 0; i < definition.sections().size(); i++) {
            var adresse = definition.sections().get(i).id();
            if (NomsReserves.section(adresse)) {
                fichesDesSections
                        .get(i)
                        .refuser(
                                "id",
                                "« " + adresse + " » est l’adresse d’une page de l’étape : donnez un autre « id »");
            }
        }
    }

    /**
     * La page qui montre toutes les sections part d'un seul envoi, celle d'une demande de modification aussi : un champ de trop,
     * et personne ne pourrait plus l'enregistrer.
     */
    private void verifierLEnvoi(DefinitionFormulaire definition) {
        var champs = definition.questions().mapToInt(q -> q.type().champs()).sum();
        if (champs > CHAMPS) {
            defauts.ajouter(
                    1,
                    "ce formulaire demanderait jusqu’à " + champs
                            + " champs sur la page qui le montre entier, qui en envoie " + CHAMPS
                            + " au plus : ôtez des colonnes aux tableaux, ou des questions");
        }
        var designables =
                definition.questions().mapToInt(q -> q.type().designables()).sum();
        if (designables > CHAMPS) {
            defauts.ajouter(
                    1,
                    "ce formulaire demanderait jusqu’à " + designables
                            + " champs sur la page où un vérificateur désigne ce qui est à reprendre, qui en envoie "
                            + CHAMPS + " au plus : ôtez des tableaux, ou des questions");
        }
    }

    private void verifierLesSections(DefinitionFormulaire definition) {
        var adresses = new HashSet<String>();
        for (var i = 0; i < definition.sections().size(); i++) {
            var adresse = definition.sections().get(i).id();
            if (adresse.isEmpty() || !adresses.add(adresse)) {
                fichesDesSections.get(i).refuser("titre", "une autre section a la même adresse : donnez un « id »");
            }
        }
    }

    private Formulaire compiler(DefinitionFormulaire definition, String canonique) {
        var langage = new Langage(faits.plus(definition
                .questions()
                .flatMap(q -> q.type().mots(q.id()).stream())
                .toList()));
        Map<String, Expression> conditions = new LinkedHashMap<>();
        definition
                .questions()
                .forEach(question -> question.si()
                        .flatMap(si -> compilee(langage, si, fiche(question)))
                        .ifPresent(si -> conditions.put(question.id(), si)));
        List<ControleCompile> controles = new ArrayList<>();
        for (var i = 0; i < definition.controles().size(); i++) {
            var controle = definition.controles().get(i);
            var fiche = fichesDesControles.get(i);
            var cible = cible(definition, controle.sur(), fiche);
            var condition = compilee(langage, controle.si(), fiche);
            if (cible.isPresent() && condition.isPresent()) {
                controles.add(new ControleCompile(controle, cible.get(), condition.get()));
            }
        }
        var dependances = new Dependances(definition, conditions);
        dependances
                .boucles()
                .forEach((id, boucle) ->
                        refuserLaCondition(definition.question(id).orElseThrow(), "condition circulaire : " + boucle));
        return new Formulaire(definition, canonique, dependances, conditions, controles);
    }

    private static Optional<Expression> compilee(Langage langage, String source, Fiche fiche) {
        return switch (langage.compiler(source)) {
            case Compilation.Compilee(var expression) -> Optional.of(expression);
            case Compilation.Refusee(var raison) -> {
                fiche.refuser("si", raison);
                yield Optional.empty();
            }
        };
    }

    private static Optional<ControleCompile.Cible> cible(DefinitionFormulaire definition, String sur, Fiche fiche) {
        var cible = definition
                .questions()
                .flatMap(q -> ControleCompile.Cible.de(q).stream())
                .filter(c -> c.champ().equals(sur))
                .findFirst();
        if (cible.isEmpty()) {
            fiche.refuser("sur", "« " + sur + " » n’est pas une question à laquelle on répond");
        }
        return cible;
    }

    private void refuserLaCondition(Question question, String raison) {
        fiche(question).refuser("si", raison);
    }

    private void refuserLeControle(String raison, int rang) {
        fichesDesControles.get(rang).refuser("si", raison);
    }

    private void refuserLeType(Question question, String raison) {
        fiche(question).refuser("type", raison);
    }

    private Fiche fiche(Question question) {
        return requireNonNull(fichesDesQuestions.get(question));
    }
}
