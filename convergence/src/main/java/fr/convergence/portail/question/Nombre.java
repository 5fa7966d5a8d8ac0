package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Un nombre, entier ou à quelques décimales, entre des bornes éventuelles. */
public record Nombre(int decimales, Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<String> unite)
        implements TypeSimple {

    private static final Pattern ESPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern FORME = Pattern.compile("[-+]?\\d{1,12}([.,]\\d{1,9})?");
    /** « 39.380,00 » ou « 39,380.00 » : deux signes différents ne laissent pas de doute. */
    private static final Pattern GROUPES =
            Pattern.compile("[-+]?\\d{1,3}((\\.\\d{3})+,\\d{1,9}|(,\\d{3})+\\.\\d{1,9})");

    Nombre(Fiche fiche) {
        this(
                fiche.sinon("decimales", Genres.entier(0, 6), 0),
                fiche.facultatif("min", Genres.nombre()),
                fiche.facultatif("max", Genres.nombre()),
                fiche.facultatif("unite", Genres.texte(30)));
        refuserBornes(fiche, min, max);
    }

    @Override
    public String canonique(String saisie) {
        return lu(saisie)
                .filter(n -> n.scale() <= decimales)
                .map(BigDecimal::toPlainString)
                .orElse(saisie);
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        var nombre = lu(valeur.texte());
        if (nombre.isEmpty()) {
            return Optional.of(new Message("question.nombre.forme"));
        }
        if (nombre.get().scale() > decimales) {
            return Optional.of(
                    decimales == 0
                            ? new Message("question.nombre.entier")
                            : new Message("question.nombre.decimales", decimales));
        }
        return horsBornes(nombre.get(), min, max, Nombre::affiche);
    }

    @Override
    public String saisie(Valeur valeur) {
        return refus(valeur).isPresent() ? valeur.texte() : affiche(new BigDecimal(valeur.texte()));
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

    /** Un nombre écrit à la française, à l'anglaise ou recopié d'un tableur. */
    static Optional<BigDecimal> lu(String saisie) {
        var texte = ESPACES.matcher(saisie).replaceAll("");
        if (GROUPES.matcher(texte).matches()) {
            var decimale = Math.max(texte.lastIndexOf('.'), texte.lastIndexOf(','));
            texte = texte.substring(0, decimale).replaceAll("[.,]", "") + "." + texte.substring(decimale + 1);
        }
        if (!FORME.matcher(texte).matches()) {
            return Optional.empty();
        }
        var nombre = new BigDecimal(texte.replace(',', '.')).stripTrailingZeros();
        return Optional.of(nombre.scale() < 0 ? nombre.setScale(0) : nombre);
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

    private static String affiche(BigDecimal nombre) {
        var chiffres = nombre.toPlainString().replace('.', ',');
        var virgule = chiffres.indexOf(',');
        var entiers = virgule < 0 ? chiffres : chiffres.substring(0, virgule);
        return entiers.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0")
                + (virgule < 0 ? "" : chiffres.substring(virgule));
    }
}
