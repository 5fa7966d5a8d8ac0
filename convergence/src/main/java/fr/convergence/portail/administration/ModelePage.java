package fr.convergence.portail.administration;

import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Modele;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Un modèle de courriel à relire ou à réécrire.
 *
 * @param reecritLe nul quand c'est le modèle livré
 * @param variables celles qu'il peut citer, chacune avec l'exemple dont l'aperçu se sert
 * @param apercu en texte ; nul quand il y a des erreurs
 */
public record ModelePage(
        Modele modele,
        @Nullable Instant reecritLe,
        Map<String, String> variables,
        Erreurs erreurs,
        Courriels.@Nullable Brouillon apercu)
        implements PageDeSaisie {

    /** Ce qui est saisi ; {@code suite} dit s'il faut seulement le montrer. */
    public record Saisie(
            @Nullable String objet,
            @Nullable String corps,
            @Nullable String suite) {

        Modele modele(String nom) {
            return new Modele(nom, FormeNormale.ligne(objet), FormeNormale.texte(corps));
        }

        boolean relire() {
            return "apercu".equals(suite);
        }
    }

    /** Comment le modèle cite une variable. */
    public String balise(String variable) {
        return "{{" + variable + "}}";
    }

    public String vers() {
        return ModelesPage.adresse(modele.nom());
    }
}
