package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.NombreEcrit;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Un montant en euros, au centime : « 39 380 », « 39380,00 € », « 39.380,00 », « € 1'234,50 ». Gardé « 39380.00 ». */
public record Montant(Optional<BigDecimal> min, Optional<BigDecimal> max) implements TypeSimple {

    private static final Pattern MONNAIE = Pattern.compile("(?i)^(?:€|eur)|(?:€|eur|euros?)$");

    Montant(Fiche fiche) {
        this(
                Optional.of(fiche.sinon("min", Genres.nombre(), BigDecimal.ZERO)),
                fiche.facultatif("max", Genres.nombre()));
        Nombre.refuserBornes(fiche, min, max);
    }

    @Override
    public String code() {
        return "montant";
    }

    @Override
    public String canonique(String saisie) {
        return euros(saisie)
                .siLu()
                .filter(m -> m.scale() <= 2)
                .map(m -> m.setScale(2).toPlainString())
                .orElse(saisie);
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        var ecrit = euros(valeur.texte());
        var montant = ecrit.siLu();
        if (montant.isEmpty()) {
            return Optional.of(Nombre.illisible(ecrit, "question.montant.forme"));
        }
        if (montant.get().scale() > 2) {
            return Optional.of(new Message("question.montant.centimes"));
        }
        return Nombre.horsBornes(montant.get(), min, max, m -> Formats.montant(centimes(m)));
    }

    @Override
    public java.util.List<String> textes(Valeur valeur) {
        return java.util.List.of(refus(valeur).isPresent() ? valeur.texte() : Formats.montant(centimes(valeur)));
    }

    @Override
    public String saisie(Valeur valeur) {
        return refus(valeur).isPresent()
                ? valeur.texte()
                : Formats.montant(centimes(valeur)).replace("\u00a0€", "");
    }

    @Override
    public Nature nature() {
        return Nature.MONTANT;
    }

    @Override
    public Object objet(Valeur valeur) {
        return centimes(valeur);
    }

    private static long centimes(Valeur valeur) {
        return centimes(new BigDecimal(valeur.texte()));
    }

    private static long centimes(BigDecimal euros) {
        return euros.movePointRight(2).longValue();
    }

    private static NombreEcrit euros(String saisie) {
        return NombreEcrit.lire(MONNAIE.matcher(FormeNormale.texte(saisie)).replaceAll(""), false);
    }
}
