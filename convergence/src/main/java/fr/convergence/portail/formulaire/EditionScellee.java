package fr.convergence.portail.formulaire;

import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.portail.question.Valeur;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ce qui est transmis, et que le vérificateur lit (DOS-6, DOS-8) : les réponses visibles, les faits montrés, les
 * preuves. Ne change plus jamais.
 *
 * @param definition empreinte de la version du formulaire
 * @param preuves les fichiers de chaque question, dans l'ordre de la réponse
 */
public record EditionScellee(
        Reference formulaire, String definition, Map<String, Valeur> reponses, Map<String, List<Preuve>> preuves) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Valeur>> REPONSES = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<Preuve>>> PREUVES = new TypeReference<>() {};

    public EditionScellee {
        reponses = Collections.unmodifiableMap(new TreeMap<>(reponses));
        preuves = Collections.unmodifiableMap(new TreeMap<>(preuves));
    }

    /**
     * Scelle une évaluation transmissible.
     *
     * @param fichiers au moins tous ceux que citent les réponses visibles
     */
    public static EditionScellee sceller(Formulaire formulaire, Evaluation evaluation, Collection<Preuve> fichiers) {
        if (!evaluation.transmissible()) {
            throw new IllegalStateException("On ne scelle que ce qui est complet et sans erreur");
        }
        Map<String, Preuve> parId = fichiers.stream().collect(Collectors.toMap(Preuve::fichier, Function.identity()));
        var reponses = new TreeMap<String, Valeur>();
        var preuves = new TreeMap<String, List<Preuve>>();
        evaluation.questions().filter(q -> !q.valeur().estVide()).forEach(q -> {
            reponses.put(q.question().id(), q.valeur());
            var cites = q.question().type().fichiers(q.valeur());
            if (!cites.isEmpty()) {
                preuves.put(
                        q.question().id(),
                        cites.stream().map(id -> preuve(parId, id)).toList());
            }
        });
        return new EditionScellee(formulaire.definition().reference(), formulaire.empreinte(), reponses, preuves);
    }

    public static EditionScellee lire(String canonique) {
        var json = JsonCanonique.lire(canonique);
        return new EditionScellee(
                Reference.de(json.get("formulaire").asString()),
                json.get("definition").asString(),
                JSON.treeToValue(json.get("reponses"), JSON.constructType(REPONSES)),
                JSON.treeToValue(json.get("preuves"), JSON.constructType(PREUVES)));
    }

    /** Ce qui se garde, et dont l'empreinte se calcule. */
    public String canonique() {
        var json = JSON.createObjectNode();
        json.put("formulaire", formulaire.toString());
        json.put("definition", definition);
        json.set("reponses", JSON.valueToTree(reponses));
        json.set("preuves", JSON.valueToTree(preuves));
        return JsonCanonique.ecrire(json);
    }

    /** SHA-256 de la forme canonique. */
    public String empreinte() {
        return JsonCanonique.empreinte(canonique());
    }

    public Valeur valeur(String question) {
        return reponses.getOrDefault(question, Valeur.VIDE);
    }

    /** Ce qui a changé depuis une édition précédente, dans l'ordre des questions (INSTR-2). */
    public List<Difference> depuis(EditionScellee precedente, DefinitionFormulaire definition) {
        return definition.sections().stream()
                .flatMap(section -> section.questions().stream()
                        .flatMap(question -> Difference.entre(precedente, this, section, question).stream()))
                .toList();
    }

    /** Ce que la réponse à une question donne à lire, ses fichiers par leur nom. */
    public List<LigneDeReponse> lignes(Question question) {
        return question.type().lignes(question.libelle(), valeur(question.id())).stream()
                .map(ligne -> ligne.nommee(texte -> nomme(question.id(), texte)))
                .toList();
    }

    /** Un tableau par entité, tel qu'il se lit ; vide d'une autre question. */
    public Optional<TableauEntites.Lu> tableau(Question question) {
        return TableauEntites.lu(question, valeur(question.id()), texte -> nomme(question.id(), texte));
    }

    /** Le nom sous lequel un fichier a été déposé ; un texte qui n'en désigne pas reste lui-même. */
    String nomme(String question, String texte) {
        return preuves.getOrDefault(question, List.of()).stream()
                .filter(preuve -> preuve.fichier().equals(texte))
                .map(Preuve::nom)
                .findFirst()
                .orElse(texte);
    }

    private static Preuve preuve(Map<String, Preuve> parId, String id) {
        var preuve = parId.get(id);
        if (preuve == null) {
            throw new IllegalArgumentException("Fichier cité et non fourni : " + id);
        }
        return preuve;
    }
}
