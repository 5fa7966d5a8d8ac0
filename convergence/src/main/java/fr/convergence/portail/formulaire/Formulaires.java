package fr.convergence.portail.formulaire;

import fr.convergence.portail.definition.Document;
import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TypesQuestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Les formulaires que l'on importe, et ceux, publiés, que l'on rouvre : chacun n'est compilé qu'une fois. */
public final class Formulaires {

    private final TypesQuestion types;
    private final Vocabulaire faits;
    private final Map<String, Formulaire> publies = new ConcurrentHashMap<>();

    /** @param faits ceux que l'application donnera à chaque évaluation */
    public Formulaires(TypesQuestion types, Vocabulaire faits) {
        this.types = types;
        this.faits = faits;
    }

    public static Formulaires standard() {
        return new Formulaires(TypesQuestion.standard(), FaitsConnus.VOCABULAIRE);
    }

    /**
     * Lit une définition que l'on veut publier.
     *
     * @param publiees les versions déjà publiées de ce formulaire : aucune question n'y change de sens
     */
    public Importation<Formulaire> importer(String fichier, String texte, Collection<Formulaire> publiees) {
        return new LectureFormulaire(fichier, types, faits).lire(texte, publiees);
    }

    public Importation<Formulaire> importer(String fichier, String texte) {
        return importer(fichier, texte, List.of());
    }

    /** Une version publiée, de sa forme canonique ; l'empreinte, déjà connue, sert de clé. */
    public Formulaire publie(String empreinte, String canonique) {
        return publies.computeIfAbsent(
                empreinte,
                _ -> new LectureFormulaire(empreinte, types, faits)
                        .rouvrir(canonique)
                        .sure());
    }

    public Vocabulaire faits() {
        return faits;
    }

    /** Le schéma JSON des définitions, pour l'éditeur de leurs auteurs. */
    public String schema() {
        return Document.schema(
                "Formulaire de Convergence",
                fiche -> DefinitionFormulaire.lire(
                        fiche, f -> Section.lire(f, q -> Question.lire(q, types)), Controle::lire));
    }
}
