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

    /**
     * Une erreur et l'identifiant du champ qui la porte.
     *
     * @param refuses les fichiers de ce champ qu'elle écarte, tels que l'envoi les nommait ; vide si elle est d'autre chose
     */
    public record Erreur(String champ, Message message, List<String> refuses) {

        public Erreur {
            refuses = List.copyOf(refuses);
        }

        public Erreur(String champ, Message message) {
            this(champ, message, List.of());
        }
    }

    private final List<Erreur> liste = new ArrayList<>();
    private @Nullable Instant frein;

    public static Erreurs aucune() {
        return new Erreurs();
    }

    public Erreurs ajouter(String champ, Message message) {
        return ajouter(new Erreur(champ, message));
    }

    /** L'erreur d'un champ de fichiers dont l'un ne passe pas : il n'est pas à choisir de nouveau. */
    public Erreurs refuser(String champ, Message message, String fichier) {
        return ajouter(new Erreur(champ, message, List.of(fichier)));
    }

    private Erreurs ajouter(Erreur erreur) {
        if (de(erreur.champ()) == null) {
            liste.add(erreur);
        }
        return this;
    }

    public Erreurs ajouter(String champ, String cle, Object... args) {
        return ajouter(champ, new Message(cle, args));
    }

    /** Ajoute celles d'une autre partie du même envoi. */
    public Erreurs ajouter(Erreurs autres) {
        autres.liste.forEach(this::ajouter);
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

    /** Vrai d'un fichier que l'erreur de ce champ écarte : on ne le redemande pas. */
    public boolean refuse(String champ, String fichier) {
        return liste.stream()
                .anyMatch(erreur ->
                        erreur.champ().equals(champ) && erreur.refuses().contains(fichier));
    }

    public boolean vides() {
        return liste.isEmpty();
    }

    public List<Erreur> liste() {
        return List.copyOf(liste);
    }
}
