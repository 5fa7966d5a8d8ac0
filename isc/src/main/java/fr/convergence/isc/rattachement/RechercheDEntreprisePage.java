package fr.convergence.isc.rattachement;

import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * « Votre entreprise » : l’identifiant à chercher, et l’entreprise trouvée.
 *
 * @param trouvee nulle tant qu’on n’a pas cherché, ou si elle n’est pas reconnue
 * @param prenoms ceux de ses mandataires : ils disent que c’est bien elle, sans les nommer (guide, page 19)
 * @param inconnue vrai si l’identifiant est juste, et que l’entreprise n’est pas inscrite
 */
public record RechercheDEntreprisePage(
        RoleDemande role,
        String type,
        String identifiant,
        @Nullable Entreprise trouvee,
        List<String> prenoms,
        boolean inconnue,
        Erreurs erreurs)
        implements PageDeSaisie {

    public List<TypeIdentifiant> types() {
        return List.of(TypeIdentifiant.values());
    }

    public String action() {
        return role.adresse() + "/entreprise";
    }

    public String suite() {
        return trouvee == null
                ? action()
                : role.adresse() + "/informations" + EntrepriseCherchee.requete(trouvee.identifiant());
    }
}
