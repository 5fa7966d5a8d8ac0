package fr.convergence.socle.personne;

import fr.convergence.socle.authentification.PolitiqueDeMotDePasse;
import fr.convergence.socle.page.Erreurs;
import java.util.List;
import org.springframework.stereotype.Component;

/** Contrôle un mot de passe choisi et sa confirmation (INS-3). */
@Component
public final class SaisieDeMotDePasse {

    public static final String CHAMP = "motDePasse";
    public static final String CONFIRMATION = "confirmation";

    private final PolitiqueDeMotDePasse politique;

    SaisieDeMotDePasse(PolitiqueDeMotDePasse politique) {
        this.politique = politique;
    }

    public Erreurs controler(Personne compte, String motDePasse, String confirmation) {
        return controler(
                motDePasse,
                confirmation,
                List.of(compte.nomUtilisateur().valeur(), compte.courriel().valeur(), compte.nom(), compte.prenom()));
    }

    /** @param indices ce qu'un proche essaierait : nom, prénom, nom d'utilisateur, adresse électronique */
    public Erreurs controler(String motDePasse, String confirmation, List<String> indices) {
        var erreurs = Erreurs.aucune();
        if (motDePasse.isEmpty()) {
            return erreurs.ajouter(CHAMP, "personne.mot-de-passe.vide");
        }
        politique.examiner(motDePasse, indices).raisons().forEach(raison -> erreurs.ajouter(CHAMP, raison));
        if (!motDePasse.equals(confirmation)) {
            erreurs.ajouter(CONFIRMATION, "personne.mot-de-passe.confirmation");
        }
        return erreurs;
    }
}
