package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.identifiant.NombreEcrit;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.util.Optional;

/** Un nombre, entier ou à quelques décimales, entre des bornes éventuelles. */
public record Nombre(int decimales, Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<String> unite)
        implements TypeSimple {

    /** Au-delà, un nombre à trois décimales est courant. */
    private static final int MILLIEMES = 3;

    Nombre(Fiche fiche) {
        this(
                fiche.sinon("decimales", Genres.entier(0, 6), 0),
                fiche.facultatif("min", Genres.nombre()),
                fiche.facultatif("max", Genres.nombre()),
                fiche.facultatif("unite", Genres.lisible(30)));
        refuserBornes(fiche, min, max);
    }

    @Override
    public String code() {
        return "nombre";
    }

    @Override
    public String canonique(String saisie) {
        return lu(saisie)
                .siLu()
                .filter(n -> n.scale() <= decimales)
                // Trois décimales se reliraient de deux façons : une quatrième lève le doute.
                .map(n -> n.scale() == MILLIEMES ? n.setScale(MILLIEMES + 1) : n)
                .map(BigDecimal::toPlainString)
                .orElse(saisie);
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        var ecrit = lu(valeur.texte());
        var nombre = ecrit.siLu();
        if (nombre.isEmpty()) {
            return Optional.of(illisible(ecrit, "question.nombre.forme"));
        }
        if (nombre.get().scale() > decimales) {
            return Optional.of(
                    decimales == 0
                            ? new Message("question.nombre.entier")
                            : new Message("question.nombre.decimales", decimales));
        }
        return horsBornes(nombre.get(), min, max, NombreEcrit::affiche);
    }

    @Override
    public String saisie(Valeur valeur) {
        return refus(valeur).isPresent() ? valeur.texte() : NombreEcrit.affiche(new BigDecimal(valeur.texte()));
    }

    @Override
    public Nature nature() {
        return decimales == 0 ? Nature.ENTIER : Nature.DECIMAL;
    }

    @Override
    public Object objet(Valeur valeur) {
        var nombre = new BigDecimal(valeur.texte());
        return decimales == 0 ? (Object) nombre.longValueExact() : (Object) nombre.doubleValue();
    }

    private NombreEcrit lu(String saisie) {
        return NombreEcrit.lire(saisie, decimales >= MILLIEMES);
    }

    /** Pourquoi ce texte n'est pas un nombre, {@code forme} quand il ne se lit pas du tout. */
    static Message illisible(NombreEcrit ecrit, String forme) {
        return ecrit instanceof NombreEcrit.Ambigu(var grand, var petit)
                ? new Message("question.nombre.ambigu", NombreEcrit.affiche(grand), NombreEcrit.affiche(petit))
                : new Message(forme);
    }

    static Optional<Message> horsBornes(
            BigDecimal nombre,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            java.util.function.Function<BigDecimal, String> affichage) {
        if (min.isPresent() && nombre.compareTo(min.get()) < 0) {
            return Optional.of(new Message("question.nombre.min", affichage.apply(min.get())));
        }
        if (max.isPresent() && nombre.compareTo(max.get()) > 0) {
            return Optional.of(new Message("question.nombre.max", affichage.apply(max.get())));
        }
        return Optional.empty();
    }

    static void refuserBornes(Fiche fiche, Optional<BigDecimal> min, Optional<BigDecimal> max) {
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            fiche.refuser("max", "plus petit que « min » : aucune réponse ne conviendrait");
        }
    }

    /** Vrai de ce qui s'additionne. */
    static boolean sommable(TypeSimple type) {
        return type instanceof Nombre || type instanceof Montant;
    }

    /** Vrai de ce dont une part se calcule : entre 0 et 100 % si rien n'y est négatif. */
    static boolean jamaisNegatif(TypeSimple type) {
        return switch (type) {
            case Nombre nombre ->
                nombre.min.filter(borne -> borne.signum() >= 0).isPresent();
            case Montant montant ->
                montant.min().filter(borne -> borne.signum() >= 0).isPresent();
            default -> false;
        };
    }

    /** Une somme, qui n'a pas les bornes de ce qu'elle additionne. */
    static String sommeEcrite(TypeSimple type, BigDecimal somme) {
        return switch (type) {
            case Montant _ -> Formats.montant(somme.movePointRight(2).longValue());
            case Nombre(var _, var _, var _, var unite) ->
                NombreEcrit.affiche(somme) + unite.map(u -> "\u00a0" + u).orElse("");
            default -> throw new IllegalArgumentException(type.code() + " ne s’additionne pas");
        };
    }
}
