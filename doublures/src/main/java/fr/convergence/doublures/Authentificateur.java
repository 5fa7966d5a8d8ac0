package fr.convergence.doublures;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.time.Instant;

/**
 * Un second facteur de démonstration, dont la boîte montre le code du moment.
 *
 * @param nom personne, comme on l'affiche
 * @param compte adresse électronique du compte
 * @param secret clé partagée, en base 32
 */
public record Authentificateur(String nom, String compte, String secret) {

    static final int PERIODE = 30; // secondes (RFC 6238)

    private static final CodeGenerator GENERATEUR = new DefaultCodeGenerator();

    /** Le code de cet instant. */
    public String code(Instant le) {
        try {
            return GENERATEUR.generate(secret, le.getEpochSecond() / PERIODE);
        } catch (CodeGenerationException e) {
            throw new IllegalArgumentException("Clé d’authentificateur invalide", e);
        }
    }
}
