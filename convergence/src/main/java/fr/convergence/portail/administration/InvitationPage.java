package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** « Ouvrir un compte de l'équipe ». */
public record InvitationPage(Saisie saisie, Erreurs erreurs) implements PageDeSaisie {

    /** Ce qui est saisi, tel quel. */
    public record Saisie(
            String role,
            String region,
            String civilite,
            String nom,
            String prenom,
            String courriel,
            String nomUtilisateur) {

        static final Saisie VIERGE = new Saisie("", "", "", "", "", "", "");

        /** Un champ absent de l'envoi est un champ vide. */
        public Saisie {
            role = net(role);
            region = net(region);
            civilite = net(civilite);
            nom = net(nom);
            prenom = net(prenom);
            courriel = net(courriel);
            nomUtilisateur = net(nomUtilisateur);
        }

        private static String net(@Nullable String saisi) {
            return FormeNormale.ligne(saisi);
        }
    }

    public List<Role> roles() {
        return List.of(Role.ARS, Role.ANS, Role.OPERATEUR);
    }

    public List<Choix> regions() {
        return Choix.de(Region.parNom(), Region::code, Region::nom);
    }

    public List<Choix> civilites() {
        return Choix.de(Civilite.values(), Civilite::libelle);
    }
}
