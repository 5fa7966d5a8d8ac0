package fr.convergence.doublures;

import static fr.convergence.doublures.Authentificateur.PERIODE;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Les codes à usage unique des seconds facteurs de démonstration (RFC 6238 : 6 chiffres, 30 secondes, SHA-1). */
final class CodesDuMoment {

    private final Supplier<List<Authentificateur>> authentificateurs;
    private final Clock horloge;

    /** Un code et le suivant ; c'est aussi leur forme JSON. */
    record Code(String nom, String compte, String code, String suivant, long secondesRestantes) {}

    CodesDuMoment(Supplier<List<Authentificateur>> authentificateurs, Clock horloge) {
        this.authentificateurs = authentificateurs;
        this.horloge = horloge;
    }

    List<Code> tous() {
        var maintenant = horloge.instant();
        return authentificateurs.get().stream()
                .map(a -> new Code(
                        a.nom(),
                        a.compte(),
                        a.code(maintenant),
                        a.code(maintenant.plusSeconds(PERIODE)),
                        PERIODE - maintenant.getEpochSecond() % PERIODE))
                .toList();
    }
}
