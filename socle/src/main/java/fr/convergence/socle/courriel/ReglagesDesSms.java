package fr.convergence.socle.courriel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * La passerelle de SMS, quand on en a une.
 *
 * @param adresse où chaque SMS se confie, en entier ; absente, le site n'en propose pas
 * @param cle celle qu'elle donne pour l'appeler
 * @param expediteur nom affiché, onze caractères au plus
 * @param delai d'une réponse
 */
@ConfigurationProperties("convergence.sms")
record ReglagesDesSms(
        @Nullable String adresse,
        @DefaultValue("") String cle,
        @DefaultValue("Convergence") String expediteur,
        @DefaultValue("5s") Duration delai) {

    @Override
    public String toString() {
        return "ReglagesDesSms[" + adresse + "]";
    }
}
