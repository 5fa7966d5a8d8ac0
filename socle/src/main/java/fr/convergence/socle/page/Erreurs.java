package fr.convergence.socle.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Les erreurs d'une saisie, dans l'ordre des champs : une seule par champ, la première dite.
 *
 * <p>Elles se lisent à deux endroits, sous le champ et dans le résumé en haut de page (RGAA 11.10).
 */
public final class Erreurs {

    /** Une erreur et l'identifiant du champ qui la porte. */
    public record Erreur(String champ, Message message) {}

    private final List<Erreur> liste = new ArrayList<>();
    private @Nullable Instant frein;

    public static Erreurs aucune() {
        return new Erreurs();
    }

    public Erreurs ajouter(String champ, Message message) {
        if (de(champ) == null) {
            liste.add(new Erreur(champ, message));
        }
        return this;
    }

    public Erreurs ajouter(String champ, String cle, Object... args) {
        return ajouter(champ, new Message(cle, args));
    }

    /** Ajoute celles d'une autre partie du même envoi. */
    public Erreurs ajouter(Erreurs autres) {
        autres.liste.forEach(erreur -> ajouter(erreur.champ(), erreur.message()));
        return this;
    }

    /** Ajoute l'erreur d'un champ essayé trop souvent, à la place de ce qu'on lui reprochait : il ne se corrige pas tout de suite. */
    public Erreurs freiner(String champ, Message message, Instant jusqu) {
        frein = jusqu;
        liste.removeIf(erreur -> erreur.champ().equals(champ));
        return ajouter(champ, message);
    }

    /** Jusqu'à quand un champ ne s'essaie plus. */
    public Optional<Instant> frein() {
        return Optional.ofNullable(frein);
    }

    public @Nullable Message de(String champ) {
        for (var erreur : liste) {
            if (erreur.champ().equals(champ)) {
                return erreur.message();
            }
        }
        return null;
    }

    public boolean vides() {
        return liste.isEmpty();
    }

    public List<Erreur> liste() {
        return List.copyOf(liste);
    }
}
