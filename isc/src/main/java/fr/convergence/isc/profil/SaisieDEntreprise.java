package fr.convergence.isc.profil;

import fr.convergence.isc.demande.Donnee;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import java.util.Map;
import java.util.Optional;

/** Ce qui est saisi de l'entreprise, tel quel. */
public record SaisieDEntreprise(String raisonSociale, String adresse, String commentaire) {

    private static final int MAX = 300;

    /** Un champ absent de l'envoi est un champ vide. */
    public SaisieDEntreprise {
        raisonSociale = FormeNormale.ligne(raisonSociale);
        adresse = FormeNormale.ligne(adresse);
        commentaire = FormeNormale.texte(commentaire);
    }

    static SaisieDEntreprise de(Entreprise entreprise) {
        return new SaisieDEntreprise(entreprise.raisonSociale(), entreprise.adresse(), "");
    }

    Optional<Map<Donnee, String>> lue(Erreurs erreurs) {
        controler("raisonSociale", raisonSociale, erreurs);
        controler("adresse", adresse, erreurs);
        if (commentaire.length() > SaisieDInformations.COMMENTAIRE_MAX) {
            erreurs.ajouter("commentaire", "profil.demande.commentaire.long", SaisieDInformations.COMMENTAIRE_MAX);
        }
        return erreurs.vides()
                ? Optional.of(Map.of(Donnee.RAISON_SOCIALE, raisonSociale, Donnee.ADRESSE, adresse))
                : Optional.empty();
    }

    private static void controler(String champ, String valeur, Erreurs erreurs) {
        if (valeur.isEmpty()) {
            erreurs.ajouter(champ, "identifiant.vide");
        } else if (valeur.length() > MAX) {
            erreurs.ajouter(champ, "identifiant.nom.longueur", MAX);
        }
    }
}
