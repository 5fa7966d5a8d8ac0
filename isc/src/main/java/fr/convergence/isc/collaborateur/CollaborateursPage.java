package fr.convergence.isc.collaborateur;

import fr.convergence.isc.acces.Membre;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * La liste des collaborateurs.
 *
 * @param peutAjouter vrai pour qui invite
 */
public record CollaborateursPage(
        String q,
        boolean peutAjouter,
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante) implements Page {

    public record Ligne(Collaborateur collaborateur, boolean encadre) {}

    /** @param trouves un de plus que {@code parPage} quand une page suit */
    static CollaborateursPage de(String q, Membre qui, List<Collaborateur> trouves, int parPage, boolean plusLoin) {
        var montres = trouves.stream().limit(parPage).toList();
        return new CollaborateursPage(
                q,
                qui.fonction().traiteLesDemandes(),
                montres.stream()
                        .map(collaborateur -> new Ligne(collaborateur, collaborateur.encadrePar(qui)))
                        .toList(),
                plusLoin ? adresse(q, "") : null,
                trouves.size() > parPage ? adresse(q, montres.getLast().id().toString()) : null);
    }

    private static String adresse(String q, String apres) {
        return AdresseDeListe.de(CollaborateursController.CHEMIN, Map.of("q", q, "apres", apres));
    }
}
