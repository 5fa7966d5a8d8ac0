package fr.convergence.portail.administration;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.courriel.SuiviDesCourriels.Suivi;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;

/**
 * La fiche d'un référent, à lire : ce que le support demande chaque jour.
 *
 * @param courriels les derniers qui lui ont été écrits, et ce qu'ils sont devenus
 */
public record ReferentPage(
        ReferentsPage.Ligne compte,
        String telephone,
        Instant creeLe,
        List<Represente> etablissements,
        List<DossierTenu> dossiers,
        List<CourrielsPage.Ligne> courriels)
        implements Page {

    public ReferentPage {
        etablissements = List.copyOf(etablissements);
        dossiers = List.copyOf(dossiers);
        courriels = List.copyOf(courriels);
    }

    /** @param ouvert faux quand il a quitté le registre */
    public record Represente(String nom, String type, boolean ouvert) {}

    /** Un dossier qu'il tient, à son étape courante. */
    public record DossierTenu(String reference, String guichet, String etablissement, String etape, Statut statut) {}

    static ReferentPage de(
            Compte compte, List<Represente> etablissements, List<DossierTenu> dossiers, List<Suivi> courriels) {
        var telephone = compte.telephone();
        return new ReferentPage(
                ReferentsPage.Ligne.de(compte),
                telephone == null ? "" : telephone.affichage(),
                compte.creeLe(),
                etablissements,
                dossiers,
                courriels.stream().map(CourrielsPage.Ligne::de).toList());
    }
}
