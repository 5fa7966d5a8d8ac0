package fr.convergence.portail.question;

import static java.util.function.Predicate.not;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.expression.Nature;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.lieu.Maille;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Un tableau par entité : une ligne par entité du candidat, des questions simples en colonnes, des totaux et des parts
 * calculés. Chaque cellule est une réponse à elle seule, gardée à sa place (« 750712184/couverture »).
 *
 * <p>Sa valeur porte ses lignes : ce qui est transmis se relit quand l'entité a quitté le registre.
 */
public record TableauEntites(Maille maille, List<Question> colonnes, List<Calcule> calcules) implements TypeQuestion {

    /** Combien de lignes se montrent à la fois : ce qu'on remplit sans se perdre, et qui part d'un envoi (0065). */
    public static final int LIGNES_PAR_PAGE = 25;

    /** Ce qu'un candidat peut en avoir : 155 pour le plus grand du registre, 200 pour un groupement (0065). */
    private static final int LIGNES_AU_PLUS = 200;

    public TableauEntites {
        colonnes = List.copyOf(colonnes);
        calcules = List.copyOf(calcules);
    }

    static TableauEntites lire(Fiche fiche, Map<String, Function<Fiche, TypeQuestion>> simples) {
        var maille = fiche.sinon("lignes", Genres.parmi(Maille.class, true), Maille.ENTITES);
        var colonnes = fiche.obligatoire(
                "colonnes", Genres.liste(Genres.fiche(colonne -> Question.colonne(colonne, simples)), 1, 8));
        return new TableauEntites(maille, colonnes, Calcule.lire(fiche, colonnes));
    }

    @Override
    public String code() {
        return "tableau_entites";
    }

    @Override
    public Valeur reunir(String id, Faits faits, Function<Emplacement, Valeur> gardees) {
        return new Valeur.Tableau(faits.lots(maille).stream()
                .map(lot -> {
                    var cellules = new LinkedHashMap<String, Valeur>();
                    for (var colonne : colonnes) {
                        var gardee = gardees.apply(Emplacement.dans(lot.finess(), colonne.id()));
                        if (!gardee.estVide()) {
                            cellules.put(colonne.id(), gardee);
                        }
                    }
                    return new Valeur.Ligne(lot, cellules);
                })
                .toList());
    }

    /** Chaque cellule en est une, nommée de son emplacement. */
    @Override
    public List<Question> places(Question question, Valeur valeur) {
        return cellules(valeur)
                .map(cellule -> cellule.question(question.obligatoire()))
                .toList();
    }

    @Override
    public List<Partie> parties(Valeur valeur) {
        return cellules(valeur)
                .map(cellule ->
                        Partie.ecrite(cellule.cle(), cellule.libelle(), cellule.type(), cellule.colonne.obligatoire()))
                .toList();
    }

    @Override
    public int champs() {
        return LIGNES_PAR_PAGE
                * colonnes.stream().mapToInt(colonne -> colonne.type().champs()).sum();
    }

    /** Entier, ou chacune de ses lignes. */
    @Override
    public int designables() {
        return 1 + LIGNES_AU_PLUS;
    }

    /** Le nom d'une cellule dit déjà tout. */
    @Override
    public String champ(String id, String partie) {
        return partie.isEmpty() ? id : partie;
    }

    /** Ses cellules s'enregistrent chacune à sa place, jamais d'un bloc. */
    @Override
    public Valeur lire(Saisie saisie) {
        return Valeur.VIDE;
    }

    @Override
    public Map<String, Message> controler(Valeur valeur) {
        var refus = new LinkedHashMap<String, Message>();
        cellules(valeur)
                .filter(not(Cellule::estVide))
                .forEach(cellule -> cellule.refus().ifPresent(message -> refus.put(cellule.cle(), message)));
        return refus;
    }

    @Override
    public List<LigneDeReponse> lignes(String libelle, Valeur valeur) {
        return Stream.concat(
                        cellules(valeur)
                                .map(cellule -> new LigneDeReponse(
                                        cellule.cle(), Message.brut(cellule.libelle()), cellule.textes())),
                        syntheses(valeur).stream())
                .toList();
    }

    /** Les totaux et les parts, de ce qui est rempli. */
    public List<LigneDeReponse> syntheses(Valeur valeur) {
        var lignes = valeur.lignes();
        return calcules.stream()
                .map(calcule -> new LigneDeReponse(
                        calcule.nom(),
                        Message.brut(calcule.libelle()),
                        calcule.texte(lignes).stream().toList()))
                .toList();
    }

    @Override
    public List<Mot> mots(String id) {
        var mots = new ArrayList<Mot>();
        mots.add(new Mot(id + ".lignes", Nature.ENTIER));
        calcules.forEach(calcule -> mots.add(new Mot(id + "." + calcule.nom(), calcule.nature())));
        return mots;
    }

    /** Un total, une part n'a de valeur que si rien de ce dont elle dépend ne manque ou n'est en erreur. */
    @Override
    public Map<String, Object> variables(String id, Valeur valeur, Set<String> enErreur) {
        var lignes = valeur.lignes();
        var variables = new HashMap<String, Object>();
        variables.put(id + ".lignes", (long) lignes.size());
        for (var calcule : calcules) {
            var etabli = cellules(valeur)
                    .filter(cellule -> calcule.depend(cellule.colonne))
                    .noneMatch(cellule ->
                            enErreur.contains(cellule.cle()) || cellule.colonne.obligatoire() && cellule.estVide());
            if (etabli) {
                calcule.objet(lignes).ifPresent(objet -> variables.put(id + "." + calcule.nom(), objet));
            }
        }
        return variables;
    }

    @Override
    public List<String> fichiers(Valeur valeur) {
        return cellules(valeur)
                .flatMap(cellule -> cellule.type().fichiers(cellule.valeur()).stream())
                .toList();
    }

    @Override
    public boolean recoitDesFichiers() {
        return colonnes.stream().anyMatch(colonne -> colonne.type().recoitDesFichiers());
    }

    /** Un tableau tel qu'il se lit, là où l'on n'y répond pas. */
    public record Lu(List<Question> colonnes, List<LigneLue> lignes, List<LigneDeReponse> syntheses) {

        public record LigneLue(Lot lot, List<List<String>> cellules) {}
    }

    /**
     * Vide d'une autre question, et d'un tableau sans ligne.
     *
     * @param nom celui d'un fichier cité
     */
    public static Optional<Lu> lu(Question question, Valeur valeur, UnaryOperator<String> nom) {
        return question.type() instanceof TableauEntites tableau
                        && !valeur.lignes().isEmpty()
                ? Optional.of(tableau.lu(valeur, nom))
                : Optional.empty();
    }

    private Lu lu(Valeur valeur, UnaryOperator<String> nom) {
        return new Lu(
                colonnes,
                valeur.lignes().stream()
                        .map(ligne -> new Lu.LigneLue(
                                ligne.lot(),
                                colonnes.stream()
                                        .map(colonne -> new Cellule(ligne, colonne)
                                                .textes().stream().map(nom).toList())
                                        .toList()))
                        .toList(),
                syntheses(valeur));
    }

    /** Les réponses qu'une cellule propose, quand elles le sont. */
    public static List<Choix> choix(Question cellule, String oui, String non) {
        return switch (cellule.type()) {
            case OuiNon _ -> List.of(new Choix(OuiNon.OUI, oui), new Choix(OuiNon.NON, non));
            case ChoixUnique(var options) -> Affichage.choix(options);
            case ChoixMultiple(var options, var _) -> Affichage.choix(options);
            default -> List.of();
        };
    }

    private Stream<Cellule> cellules(Valeur valeur) {
        return valeur.lignes().stream().flatMap(ligne -> colonnes.stream().map(colonne -> new Cellule(ligne, colonne)));
    }

    /** La question d'une colonne, pour l'entité d'une ligne. */
    private record Cellule(Valeur.Ligne ligne, Question colonne) {

        String cle() {
            return Emplacement.dans(ligne.lot().finess(), colonne.id()).cle();
        }

        /** « CH d'Auch – Activité ». */
        String libelle() {
            return ligne.lot().nom() + " – " + colonne.libelle();
        }

        TypeSimple type() {
            return (TypeSimple) colonne.type();
        }

        Valeur valeur() {
            return ligne.cellule(colonne.id());
        }

        boolean estVide() {
            return valeur().estVide();
        }

        Optional<Message> refus() {
            return type().refus(valeur());
        }

        List<String> textes() {
            return estVide() ? List.of() : type().textes(valeur());
        }

        Question question(boolean obligatoire) {
            return new Question(
                    cle(),
                    libelle(),
                    colonne.aide(),
                    colonne.type(),
                    obligatoire && colonne.obligatoire(),
                    Optional.empty());
        }
    }
}
