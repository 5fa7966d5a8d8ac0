package fr.convergence.socle.identifiant;

import java.util.Optional;
import java.util.function.Function;

/** Ce que donne la lecture d'une saisie : l'identifiant, ou la raison précise que la page dira. */
public sealed interface Lecture<T> {

    record Lue<T>(T valeur) implements Lecture<T> {}

    record Refusee<T>(RefusDeLecture refus) implements Lecture<T> {}

    /** L'identifiant, pour qui n'a que faire de la raison du refus. */
    default Optional<T> siLue() {
        return switch (this) {
            case Lue<T>(var valeur) -> Optional.of(valeur);
            case Refusee<T> _ -> Optional.empty();
        };
    }

    /** La raison du refus, pour qui ne fait que contrôler. */
    default Optional<RefusDeLecture> siRefusee() {
        return switch (this) {
            case Lue<T> _ -> Optional.empty();
            case Refusee<T>(var refus) -> Optional.of(refus);
        };
    }

    static <T> Lecture<T> refusee(String cle, Object... arguments) {
        return new Refusee<>(RefusDeLecture.de(cle, arguments));
    }

    /** Lit un texte déjà débarrassé de ses ornements ; le constructeur le contrôle, il ne se contrôle donc qu'une fois. */
    static <T> Lecture<T> de(String texte, Function<String, T> construction) {
        if (texte.isEmpty()) {
            return refusee("identifiant.vide");
        }
        try {
            return new Lue<>(construction.apply(texte));
        } catch (IdentifiantRefuse e) {
            return new Refusee<>(e.refus());
        }
    }
}
