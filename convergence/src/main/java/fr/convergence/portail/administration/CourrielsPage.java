package fr.convergence.portail.administration;

import fr.convergence.socle.courriel.SuiviDesCourriels.Criteres;
import fr.convergence.socle.courriel.SuiviDesCourriels.Etat;
import fr.convergence.socle.courriel.SuiviDesCourriels.Suivi;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Les courriels et ce qu'ils sont devenus.
 *
 * @param suivante adresse de la page d'après, absente à la fin
 * @param debut adresse de la première page, absente quand on y est
 */
public record CourrielsPage(
        Filtres filtres,
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante) implements Page {

    /** Ce que porte l'adresse. */
    public record Filtres(String destinataire, String reference, String etat) {

        Criteres criteres() {
            return new Criteres(
                    Optional.of(AdresseDeListe.courriel(destinataire)).filter(d -> !d.isEmpty()),
                    Optional.of(AdresseDeListe.reference(reference)).filter(r -> !r.isEmpty()),
                    Arrays.stream(Etat.values())
                            .filter(e -> e.name().equals(etat))
                            .findFirst());
        }

        String adresse(String apres) {
            return AdresseDeListe.de(
                    CourrielsController.CHEMIN,
                    Map.of("destinataire", destinataire, "reference", reference, "etat", etat, "apres", apres));
        }
    }

    /** @param relance où faire repartir ce courriel ; absente s'il n'est pas abandonné */
    public record Ligne(
            Suivi courriel,
            String cleEtat,
            Ton ton,
            @Nullable String relance) {

        static Ligne de(Suivi courriel) {
            return new Ligne(
                    courriel,
                    cle(courriel.etat()),
                    switch (courriel.etat()) {
                        case A_ENVOYER -> Ton.INFORMATION;
                        case ENVOYE -> Ton.SUCCES;
                        case ABANDONNE -> Ton.ERREUR;
                    },
                    courriel.etat() == Etat.ABANDONNE
                            ? CourrielsController.CHEMIN + "/" + courriel.id() + "/relances"
                            : null);
        }
    }

    /** @param trouves un de plus que {@code parPage} quand une page suit */
    static CourrielsPage de(Filtres filtres, List<Suivi> trouves, int parPage, boolean plusLoin) {
        var montres = trouves.stream().limit(parPage).toList();
        return new CourrielsPage(
                filtres,
                montres.stream().map(Ligne::de).toList(),
                plusLoin ? filtres.adresse("") : null,
                trouves.size() > parPage
                        ? filtres.adresse(montres.getLast().id().toString())
                        : null);
    }

    public List<Etat> etats() {
        return List.of(Etat.values());
    }

    public static String cle(Etat etat) {
        return switch (etat) {
            case A_ENVOYER -> "administration.courriels.etat.a-envoyer";
            case ENVOYE -> "administration.courriels.etat.envoye";
            case ABANDONNE -> "administration.courriels.etat.abandonne";
        };
    }
}
