package fr.convergence.portail.transfert;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/**
 * « Transférer un dossier » : les références à confier à un collaborateur.
 *
 * @param adresse celle du collaborateur
 * @param dossiers ceux que l'on tient pour un établissement qu'il représente aussi
 * @param choisis les références cochées
 */
public record TransfertPage(
        List<Lien> menu,
        String adresse,
        String civilite,
        String prenom,
        String nom,
        List<DossierAConfier> dossiers,
        List<String> choisis,
        Erreurs erreurs)
        implements PageDeSaisie {

    static final String CHAMP = "dossier";

    /** Un dossier que l'on peut confier. */
    public record DossierAConfier(String reference, String guichet, String etablissement) {}

    public String nomComplet() {
        return prenom + " " + nom;
    }

    public List<Choix> choix() {
        return dossiers.stream()
                .map(dossier -> new Choix(
                        dossier.reference(), dossier.reference(), dossier.guichet() + " – " + dossier.etablissement()))
                .toList();
    }
}
