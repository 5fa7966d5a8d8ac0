package fr.convergence.isc.administration;

import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.UUID;

/** Les opérateurs actifs, et de quoi en inviter un. */
public record OperateursPage(List<Ligne> lignes, SaisieDOperateur saisie, Erreurs erreurs) implements PageDeSaisie {

    /** @param soi vrai pour qui lit la page */
    public record Ligne(UUID id, String nom, String courriel, boolean soi) {}

    public List<Civilite> civilites() {
        return List.of(Civilite.values());
    }
}
