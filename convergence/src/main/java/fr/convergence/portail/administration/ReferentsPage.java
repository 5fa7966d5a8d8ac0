package fr.convergence.portail.administration;

import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Les référents qui répondent à une recherche. */
public record ReferentsPage(
        String q,
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante) implements Page {

    /** Un référent de la liste. */
    public record Ligne(String nom, String courriel, String nomUtilisateur, String cleEtat, Ton ton, String vers) {

        static Ligne de(Compte compte) {
            var commune = ComptesPage.Ligne.de(compte);
            return new Ligne(
                    commune.nom(),
                    commune.courriel(),
                    commune.nomUtilisateur(),
                    commune.cleEtat(),
                    commune.ton(),
                    ReferentsController.CHEMIN + "/" + compte.id());
        }
    }

    /** @param trouves un de plus que {@code parPage} quand une page suit */
    static ReferentsPage de(String q, List<Compte> trouves, int parPage, boolean plusLoin) {
        var montres = trouves.stream().limit(parPage).toList();
        return new ReferentsPage(
                q,
                montres.stream().map(Ligne::de).toList(),
                plusLoin ? adresse(q, "") : null,
                trouves.size() > parPage ? adresse(q, montres.getLast().id().toString()) : null);
    }

    private static String adresse(String q, String apres) {
        return AdresseDeListe.de(ReferentsController.CHEMIN, Map.of("q", q, "apres", apres));
    }
}
