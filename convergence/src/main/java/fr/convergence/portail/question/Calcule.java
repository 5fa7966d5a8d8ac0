package fr.convergence.portail.question;

import static java.util.function.Predicate.not;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.identifiant.NombreEcrit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Ce qui se calcule d'une colonne de nombres : son total, ou la part qu'y pèsent les lignes où une autre dit oui.
 *
 * @param nom celui de sa variable : « total_activite », « part_couverte »
 */
public record Calcule(String nom, String libelle, Question de, Optional<Question> si) {

    private static final Pattern NOM = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    static List<Calcule> lire(Fiche fiche, List<Question> colonnes) {
        var calcules = new ArrayList<Calcule>();
        fiche.sinon("totaux", Genres.liste(Genres.motif("l’identifiant d’une colonne", NOM), 1, 8), List.of())
                .forEach(de -> colonne(fiche, "totaux", de, colonnes, Nombre::sommable)
                        .map(c -> new Calcule("total_" + de, "Total – " + c.libelle(), c, Optional.empty()))
                        .ifPresent(calcules::add));
        fiche.sinon("parts", Genres.liste(Genres.fiche(part -> part(part, colonnes)), 1, 8), List.of())
                .forEach(part -> part.ifPresent(calcules::add));
        var noms = new HashSet<>(Set.of("lignes"));
        calcules.stream()
                .map(Calcule::nom)
                .filter(not(noms::add))
                .forEach(nom -> fiche.refuser("parts", "« " + nom + " » est déjà le nom d’un calcul de ce tableau"));
        return calcules;
    }

    private static Optional<Calcule> part(Fiche fiche, List<Question> colonnes) {
        var nom = fiche.obligatoire("id", Genres.motif("un mot en minuscules, chiffres et _", NOM));
        var libelle = fiche.obligatoire("libelle", Genres.lisible(500));
        var de = fiche.obligatoire("de", Genres.motif("l’identifiant d’une colonne", NOM));
        var si = fiche.obligatoire("si", Genres.motif("l’identifiant d’une colonne", NOM));
        var poids = colonne(fiche, "de", de, colonnes, Nombre::jamaisNegatif);
        var retenue = colonne(fiche, "si", si, colonnes, type -> type.nature() == Nature.BOOLEEN);
        return poids.flatMap(p -> retenue.map(r -> new Calcule(nom, libelle, p, Optional.of(r))));
    }

    private static Optional<Question> colonne(
            Fiche fiche, String cle, String id, List<Question> colonnes, Predicate<TypeSimple> convient) {
        var colonne = colonnes.stream()
                .filter(c -> c.id().equals(id) && convient.test((TypeSimple) c.type()))
                .findFirst();
        if (colonne.isEmpty() && !id.isEmpty()) {
            fiche.refuser(
                    cle,
                    "« " + id + " » n’est pas une colonne qui convient : "
                            + switch (cle) {
                                case "si" -> "il faut un oui_non ou une attestation";
                                case "de" -> "il faut un montant, ou un nombre de « min » positif ou nul";
                                default -> "il faut un nombre ou un montant";
                            });
        }
        return colonne;
    }

    boolean depend(Question colonne) {
        return colonne.equals(de) || si.filter(colonne::equals).isPresent();
    }

    Nature nature() {
        return si.isPresent() ? Nature.DECIMAL : type(de).nature();
    }

    /** Ce que vaut la variable ; rien pour la part de rien : aucune ligne. */
    Optional<Object> objet(List<Valeur.Ligne> lignes) {
        return si.isPresent()
                ? part(lignes).map(BigDecimal::doubleValue)
                : Optional.of(type(de).objet(Valeur.simple(total(lignes).toPlainString())));
    }

    Optional<String> texte(List<Valeur.Ligne> lignes) {
        return si.isPresent()
                ? part(lignes).map(part -> NombreEcrit.affiche(part) + "\u00a0%")
                : Optional.of(Nombre.sommeEcrite(type(de), total(lignes)));
    }

    private BigDecimal total(List<Valeur.Ligne> lignes) {
        return lignes.stream().map(this::poids).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Arrondie vers le bas, au centième : 65,999 % n'est pas 66 %. La part d'un total nul est nulle. */
    private Optional<BigDecimal> part(List<Valeur.Ligne> lignes) {
        var retenue = si.orElseThrow();
        var total = total(lignes);
        var retenu = total(lignes.stream().filter(ligne -> vrai(ligne, retenue)).toList());
        return lignes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        total.signum() == 0
                                ? BigDecimal.ZERO
                                : retenu.multiply(CENT).divide(total, 2, RoundingMode.DOWN));
    }

    private BigDecimal poids(Valeur.Ligne ligne) {
        var valeur = ligne.cellule(de.id());
        return valeur.estVide() || type(de).refus(valeur).isPresent()
                ? BigDecimal.ZERO
                : new BigDecimal(valeur.texte());
    }

    private static boolean vrai(Valeur.Ligne ligne, Question colonne) {
        var valeur = ligne.cellule(colonne.id());
        return !valeur.estVide()
                && type(colonne).refus(valeur).isEmpty()
                && type(colonne).objet(valeur).equals(true);
    }

    private static TypeSimple type(Question colonne) {
        return (TypeSimple) colonne.type();
    }
}
