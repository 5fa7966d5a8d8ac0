package fr.convergence.portail.etape;

import fr.convergence.socle.identifiant.Finess;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Des FINESS d'essai, de clé juste et tirés au sort. */
final class UnFiness {

    private UnFiness() {}

    static String nouveau() {
        var debut = "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        return IntStream.range(0, 10)
                .mapToObj(cle -> debut + cle)
                .flatMap(texte -> Finess.lire(texte).siLue().stream())
                .findFirst()
                .orElseThrow()
                .valeur();
    }
}
