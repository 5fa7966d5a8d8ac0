package fr.convergence.isc.identite;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Les délais et les limites de la vérification d'identité.
 *
 * @param delai ce que la personne a pour la finir
 * @param conservation ce que les vidéos se gardent après la décision
 * @param tailleMax d'une vidéo
 */
@ConfigurationProperties("convergence.identite")
public record ReglagesDIdentite(
        @DefaultValue("7d") Duration delai,
        @DefaultValue("30d") Duration conservation,
        @DefaultValue("100000000B") DataSize tailleMax) {

    /** Le temps de voir un document, ou un visage. */
    public static final Duration DUREE_MIN = Duration.ofSeconds(1);

    public static final Duration DUREE_MAX = Duration.ofSeconds(30);

    /** Un lien de téléphone ne traîne pas : le guide d'Ubble en dit autant du sien. */
    public static final Duration VALIDITE_DU_LIEN = Duration.ofMinutes(15);
}
