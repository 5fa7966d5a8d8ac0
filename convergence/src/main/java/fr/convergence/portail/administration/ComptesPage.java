package fr.convergence.portail.administration;

import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.personne.EtatDePersonne;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Les comptes de l'équipe. */
public record ComptesPage(
        String q,
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante) implements Page {

    /** @param region vide pour qui voit tout le pays */
    public record Ligne(
            String nom,
            String courriel,
            String nomUtilisateur,
            String cleRole,
            String region,
            String cleEtat,
            Ton ton,
            String vers) {

        static Ligne de(Compte compte) {
            var region = compte.region();
            return new Ligne(
                    compte.nomComplet(),
                    compte.courriel().valeur(),
                    compte.nomUtilisateur().valeur(),
                    compte.role().cle(),
                    region == null ? "" : region.nom(),
                    compte.etat().cle(),
                    switch (compte.etat()) {
                        case EtatDePersonne.EnAttente _ -> Ton.INFORMATION;
                        case EtatDePersonne.Actif _ -> Ton.SUCCES;
                        case EtatDePersonne.Desactive _ -> Ton.ERREUR;
                        case EtatDePersonne.Supprime _ -> Ton.NEUTRE;
                    },
                    ComptesController.CHEMIN + "/" + compte.id());
        }
    }

    /** @param trouves un de plus que {@code parPage} quand une page suit */
    static ComptesPage de(String q, List<Compte> trouves, int parPage, boolean plusLoin) {
        var montres = trouves.stream().limit(parPage).toList();
        return new ComptesPage(
                q,
                montres.stream().map(Ligne::de).toList(),
                plusLoin ? adresse(q, "") : null,
                trouves.size() > parPage ? adresse(q, montres.getLast().id().toString()) : null);
    }

    private static String adresse(String q, String apres) {
        return AdresseDeListe.de(ComptesController.CHEMIN, Map.of("q", q, "apres", apres));
    }
}
