package fr.convergence.doublures;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Les codes à usage unique des seconds facteurs de démonstration (RFC 6238 : 6 chiffres, 30 secondes, SHA-1). */
final class CodesDuMoment {

    private static final int PERIODE = 30;
    private static final CodeGenerator GENERATEUR = new DefaultCodeGenerator();

    private final Supplier<List<Authentificateur>> authentificateurs;
    private final Clock horloge;

    /** Un code et le suivant ; c'est aussi leur forme JSON. */
    record Code(String nom, String compte, String code, String suivant, long secondesRestantes) {}

    CodesDuMoment(Supplier<List<Authentificateur>> authentificateurs, Clock horloge) {
        this.authentificateurs = authentificateurs;
        this.horloge = horloge;
    }

    List<Code> tous() {
        var secondes = horloge.instant().getEpochSecond();
        var tranche = secondes / PERIODE;
        return authentificateurs.get().stream()
                .map(a -> new Code(
                        a.nom(),
                        a.compte(),
                        code(a.secret(), tranche),
                        code(a.secret(), tranche + 1),
                        PERIODE - secondes % PERIODE))
                .toList();
    }

    private static String code(String secret, long tranche) {
        try {
            return GENERATEUR.generate(secret, tranche);
        } catch (CodeGenerationException e) {
            throw new IllegalArgumentException("Clé d'authentificateur invalide", e);
        }
    }
}
