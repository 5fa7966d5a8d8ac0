package fr.convergence.socle.page;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Les adresses des listes, et ce qu'on retient des critères qu'elles portent. */
public final class AdresseDeListe {

    private AdresseDeListe() {}

    /** Un chemin et ses paramètres, sans ceux qui sont vides. */
    public static String de(String chemin, Map<String, String> parametres) {
        var adresse = UriComponentsBuilder.fromPath(chemin);
        parametres.forEach((nom, valeur) -> {
            if (!valeur.isEmpty()) {
                adresse.queryParam(nom, "{" + nom + "}");
            }
        });
        return adresse.encode().buildAndExpand(parametres).toUriString();
    }

    /** Un critère de recherche, comme il se compare. */
    public static String net(String saisie) {
        return FormeNormale.ligne(saisie);
    }

    /** La référence d'un dossier, tapée en minuscules ou par morceaux ; toute autre saisie telle quelle. */
    public static String reference(String saisie) {
        return ReferenceDeDossier.lire(saisie)
                .siLue()
                .map(ReferenceDeDossier::valeur)
                .orElse(saisie);
    }

    /** Une adresse électronique recopiée d'un traitement de texte ou d'un lien ; toute autre saisie telle quelle. */
    public static String courriel(String saisie) {
        return AdresseElectronique.lire(saisie)
                .siLue()
                .map(AdresseElectronique::valeur)
                .orElse(saisie);
    }
}
