package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Une question d'un formulaire.
 *
 * @param id ne change jamais de sens d'une version à l'autre
 * @param obligatoire quand elle est visible
 * @param si la condition pour qu'elle le soit, toujours vraie si absente
 */
public record Question(
        String id, String libelle, Optional<String> aide, TypeQuestion type, boolean obligatoire, Optional<String> si) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    public static Question lire(Fiche fiche, TypesQuestion types) {
        return new Question(
                fiche.obligatoire("id", Genres.motif("un mot en minuscules, chiffres et _", ID)),
                fiche.obligatoire("libelle", Genres.lisible(500)),
                fiche.facultatif("aide", Genres.lisible(4_000)),
                fiche.variante("type", types.lectures()),
                fiche.sinon("obligatoire", Genres.booleen(), false),
                fiche.facultatif("si", Genres.texte(1_000)));
    }

    /** Où sa réponse se range dans l'édition ; d'elle-même, ou de la cellule d'un tableau, dont l'identifiant nomme l'entité. */
    public Emplacement emplacement() {
        return Emplacement.lire(id);
    }

    /** La colonne d'un tableau : une question simple, qui se demande à chaque ligne. */
    static Question colonne(Fiche fiche, Map<String, Function<Fiche, TypeQuestion>> simples) {
        return new Question(
                fiche.obligatoire("id", Genres.motif("un mot en minuscules, chiffres et _", ID)),
                fiche.obligatoire("libelle", Genres.lisible(200)),
                fiche.facultatif("aide", Genres.lisible(500)),
                fiche.variante("type", simples),
                fiche.sinon("obligatoire", Genres.booleen(), false),
                Optional.empty());
    }

    /** Nom et ancre du champ d'une partie : « iban », « dsi.nom ». */
    public String champ(String partie) {
        return type.champ(id, partie);
    }

    /**
     * Celles de ses cellules que ces clés désignent, que leur ligne soit encore au candidat ou non.
     *
     * @param nom comment se nomme une entité
     */
    public Stream<Question> cellules(Stream<String> cles, Function<Finess, String> nom) {
        var colonnes = type.colonnes().stream().map(Question::id).collect(Collectors.toSet());
        return cles.map(Emplacement::lire)
                .filter(place -> colonnes.contains(place.question()))
                .sorted()
                .flatMap(place ->
                        place
                                .lot()
                                .map(entite -> new Valeur.Ligne(new Lot(entite, nom.apply(entite)), Map.of()))
                                .stream()
                                .flatMap(ligne -> places(new Valeur.Tableau(List.of(ligne))).stream())
                                .filter(cellule -> cellule.id().equals(place.cle())));
    }

    /**
     * Chaque façon de désigner une de ses places : elle-même, et la ligne d'un tableau (« 750712184/entites »).
     *
     * @param place une de celles que donne {@link #places}
     */
    public List<String> designations(Emplacement place) {
        return place.lot()
                .map(entite -> List.of(id, Emplacement.dans(entite, id).cle()))
                .orElseGet(() -> List.of(id));
    }

    /** Les questions à une seule réponse dont elle est faite : elle-même, ou les cellules d'un tableau. */
    public List<Question> places(Valeur valeur) {
        return type.places(this, valeur);
    }

    /** Ce qui est à reprendre d'une réponse dont une partie n'est pas de celles que son champ propose. */
    public Erreurs etrangeres(Valeur envoyee) {
        var erreurs = Erreurs.aucune();
        type.parties(envoyee).stream()
                .filter(partie -> partie.type().etrangere(envoyee.partie(partie.nom())))
                .forEach(partie -> erreurs.ajouter(champ(partie.nom()), "question.choix.etranger"));
        return erreurs;
    }

    /** La même réponse, où ce que son champ ne propose pas ne remplace rien : chaque partie y reste ce qu'elle était. */
    public Valeur sansEtrangeres(Valeur envoyee, Valeur gardee) {
        if (etrangeres(envoyee).vides()) {
            return envoyee;
        }
        if (!(envoyee instanceof Valeur.Bloc(var parties))) {
            return gardee;
        }
        var connues = new TreeMap<>(parties);
        type.parties(envoyee).stream()
                .filter(partie -> partie.type().etrangere(envoyee.partie(partie.nom())))
                .forEach(partie -> connues.put(partie.nom(), gardee.partie(partie.nom())));
        return new Valeur.Bloc(connues);
    }

    /** Ce qu'une réponse dit, partie par partie, là où elle ne dit pas la même chose que l'autre. */
    public List<Saisi> ecrit(Valeur valeur, Valeur autre) {
        return type.parties(valeur).stream()
                .filter(partie -> !valeur.partie(partie.nom()).memeQue(autre.partie(partie.nom())))
                .map(partie -> new Saisi(partie.libelle(libelle), texte(partie, valeur.partie(partie.nom()))))
                .toList();
    }

    private static String texte(Partie partie, Valeur valeur) {
        return valeur.estVide() ? "" : String.join("\n", partie.type().textes(valeur));
    }

    /** Pour combien de questions obligatoires elle compte quand elle est visible. */
    public int compte(Valeur valeur) {
        return obligatoire
                ? (int) type.parties(valeur).stream()
                        .filter(Partie::obligatoire)
                        .count()
                : 0;
    }
}
