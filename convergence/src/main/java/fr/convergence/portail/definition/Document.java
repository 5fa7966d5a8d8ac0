package fr.convergence.portail.definition;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Un fichier de définition tout entier. Sa forme canonique est elle-même un fichier de définition, qui se relit. */
public record Document(Noeud.Objet racine) {

    /** Le document, ou rien après avoir dit pourquoi dans {@code defauts}. */
    public static Optional<Document> lire(String texte, Defauts defauts) {
        return LectureYaml.lire(texte, defauts).flatMap(noeud -> {
            if (noeud instanceof Noeud.Objet objet) {
                return Optional.of(new Document(objet));
            }
            defauts.ajouter(noeud.ligne(), "le fichier est fait de « clé: valeur »");
            return Optional.empty();
        });
    }

    public <T> T fiche(Defauts defauts, Function<Fiche, T> lecture) {
        return FicheLue.lire(racine, defauts, lecture);
    }

    /** Vrai quand cette clé est au premier niveau. */
    public boolean definit(String cle) {
        return racine.champs().containsKey(cle);
    }

    /** Une forme canonique, mise à la ligne pour qui la lit. */
    public static String lisible(String canonique) {
        return JsonCanonique.lisible(canonique);
    }

    public Document remplacer(UnaryOperator<String> regle) {
        return new Document((Noeud.Objet) racine.remplacer(regle));
    }

    public String canonique() {
        return JsonCanonique.ecrire(racine.json());
    }

    /** Le schéma JSON des fichiers que lit {@code lecture}. */
    public static String schema(String titre, Function<Fiche, ?> lecture) {
        ObjectNode schema = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", titre);
        schema.setAll(FicheDecrite.decrire(lecture));
        return schema.toPrettyString() + "\n";
    }
}
