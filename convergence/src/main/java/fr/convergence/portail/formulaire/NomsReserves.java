package fr.convergence.portail.formulaire;

import fr.convergence.portail.lieu.Emplacement;
import java.util.Set;

/** Les noms qu'un formulaire ne peut pas prendre : ses conditions ou ses pages s'en servent déjà. */
public final class NomsReserves {

    /** Mots de CEL : une question de ce nom ne pourrait être citée dans aucune condition. */
    private static final Set<String> CONDITIONS = Set.of(
            ("as bool break bytes const continue double duration dyn else false for function has if import in int let"
                            + " list loop map namespace null package return size string timestamp true type uint var"
                            + " void while")
                    .split(" "));

    /** Boutons d'une page, ce qui dit laquelle c'est, et ce qui précède le nom d'une question dans celui d'un champ : « r.iban ». */
    private static final Set<String> CHAMPS =
            Set.of("suite", "envoyer", "retirer", "verifier", "r", "garder", "remplacer", "rang", Emplacement.LIGNES);

    /** Ancres de l'habillage. */
    private static final Set<String> ANCRES = Set.of(
            "ariane",
            "completude",
            "contenu",
            "entete",
            "lateral",
            "menu",
            "modale",
            "navigation",
            "pied",
            "recherche");

    /** Un champ de ce nom cache au script ce que le formulaire porte sous lui (HTML, 4.10.3). */
    private static final Set<String> FORMULAIRE = Set.of(
            "action",
            "attributes",
            "closest",
            "dataset",
            "elements",
            "enctype",
            "id",
            "length",
            "matches",
            "method",
            "name",
            "reset",
            "submit",
            "target");

    private static final Set<String> SECTIONS = Set.of(
            "accuses",
            "completude",
            "conteneurs",
            "ensemble",
            "pieces",
            "recapitulatif",
            "reponses",
            "televersements",
            "transmissions");

    private NomsReserves() {}

    static boolean condition(String nom) {
        return CONDITIONS.contains(nom);
    }

    /** Vrai d'un nom dont les pages d'une étape se servent. */
    public static boolean question(String nom) {
        return CHAMPS.contains(nom) || ANCRES.contains(nom) || FORMULAIRE.contains(nom);
    }

    /** Vrai d'une adresse qu'une étape occupe déjà, à côté de ses sections. */
    public static boolean section(String adresse) {
        return SECTIONS.contains(adresse);
    }
}
