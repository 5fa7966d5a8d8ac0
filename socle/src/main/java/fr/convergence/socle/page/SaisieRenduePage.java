package fr.convergence.socle.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Un formulaire qui n'est pas pris : pourquoi, et ce qui y était tapé. Rien n'est fait.
 *
 * @param ariane où l'on est, du plus large au plus précis
 * @param suite le lien qui mène plus loin
 * @param renvoi de quoi l'envoyer de nouveau, quand ce qui l'arrête peut se lever ; {@code null} s'il dirait la même chose
 */
public record SaisieRenduePage(
        HttpStatus statut,
        Message titre,
        Message pourquoi,
        List<Saisi> saisie,
        List<Vers> ariane,
        Vers suite,
        @Nullable Renvoi renvoi)
        implements Page {

    /** Il ne s'écrit plus : l'envoyer de nouveau n'y changerait rien. */
    public SaisieRenduePage(Message titre, Message pourquoi, List<Saisi> saisie, List<Vers> ariane, Vers suite) {
        this(HttpStatus.CONFLICT, titre, pourquoi, saisie, ariane, suite, null);
    }

    @Override
    public Optional<Duration> attente(Instant maintenant) {
        return statut == HttpStatus.SERVICE_UNAVAILABLE ? Optional.of(ErreurPage.PANNE) : Optional.empty();
    }

    /** Une page du site, et comment elle se nomme. */
    public record Vers(Message libelle, String adresse) {}

    /** Un champ du formulaire, avec une de ses valeurs. */
    public record Champ(String nom, String valeur) {}

    /** Un champ où choisir de nouveau les fichiers qu'il apportait. */
    public record Fichiers(
            String champ, Message libelle, boolean plusieurs, boolean facultatif, FichiersAttendus attendus) {}

    /**
     * Le même formulaire, à envoyer de cette page.
     *
     * @param cle celle qu'il avait déjà, {@code null} s'il n'en avait pas
     * @param auteur de quel compte il est, {@code null} s'il ne le dit pas
     * @param jeton ce qui y tient lieu de jeton, {@code null} si celui de la page vaut encore quand il repart
     * @param parParties comme il s'envoyait : un formulaire ordinaire tient moins de champs
     * @param aussitot vrai quand rien n'est à faire avant, dans un autre onglet, par le lien de la page
     * @param manque ce qu'il ne contient plus
     */
    public record Renvoi(
            String adresse,
            @Nullable String cle,
            @Nullable String auteur,
            @Nullable String jeton,
            List<Champ> champs,
            List<Fichiers> fichiers,
            boolean parParties,
            boolean aussitot,
            List<Message> manque) {}
}
