package fr.convergence.portail.guichet;

import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Les dates d'une étape, chacune avec son mot. La première en a deux qui se confondraient : jusqu'où l'on crée une
 * candidature, jusqu'où l'on transmet pour la première fois celle qui est créée (guide eCaRE 2025, domaine 2).
 */
public final class Periode {

    private Periode() {}

    /** Toutes les dates, en une phrase. */
    public static Message de(Fenetre fenetre) {
        var du = Formats.dateHeure(fenetre.du().ouverture());
        return switch (fenetre) {
            case Fenetre.Candidature candidature ->
                new Message(
                        "guichet.periode.candidature",
                        du,
                        derniere(candidature.au()),
                        derniere(candidature.premierDepotAvant()));
            case Fenetre.Plage plage ->
                plage.limite()
                        .map(limite -> new Message("guichet.periode.du-au", du, derniere(limite)))
                        .orElseGet(() -> new Message("guichet.periode.du", du));
        };
    }

    /** Ce qu'est la limite d'une étape jamais transmise, et l'autre date avec laquelle on la confondrait. */
    public static Message mot(Fenetre fenetre) {
        return switch (fenetre) {
            case Fenetre.Candidature candidature ->
                new Message("guichet.periode.premier-depot", derniere(candidature.au()));
            case Fenetre.Plage _ -> new Message("guichet.periode.limite");
        };
    }

    /** La seule limite d'une période commencée, si elle est annoncée. */
    public static Optional<Message> limite(Fenetre fenetre) {
        return fenetre.limite().map(limite -> new Message("guichet.periode.jusqu-au", derniere(limite)));
    }

    /** Le nom de sa limite, au milieu d'une phrase. */
    public static Message nom(Fenetre fenetre) {
        return new Message(
                switch (fenetre) {
                    case Fenetre.Candidature _ -> "guichet.periode.nom.premier-depot";
                    case Fenetre.Plage _ -> "guichet.periode.nom.limite";
                });
    }

    public static Message nomDUnRetour() {
        return new Message("guichet.periode.nom.retour");
    }

    /** Vrai quand la période a commencé. */
    public static boolean commencee(Fenetre fenetre, Instant maintenant) {
        return fenetre.etat(maintenant) != Fenetre.Etat.A_VENIR;
    }

    /**
     * Combien de jours entiers il reste, comptés sur le calendrier de Paris : un jour où l'on change d'heure en est un.
     *
     * @param echeance le premier instant où il est trop tard
     */
    public static long jours(Instant maintenant, Instant echeance) {
        return ChronoUnit.DAYS.between(maintenant.atZone(Formats.PARIS), echeance.atZone(Formats.PARIS));
    }

    private static String derniere(Moment limite) {
        return Formats.dateHeure(limite.echeance().minusSeconds(1));
    }
}
