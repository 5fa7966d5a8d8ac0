package fr.convergence.portail.profil;

import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * « Votre compte ».
 *
 * @param cguAcceptees date de l'acceptation de la version actuelle
 */
public record ProfilPage(
        List<Lien> menu,
        String civilite,
        String prenom,
        String nom,
        String nomUtilisateur,
        String courriel,
        @Nullable String telephone,
        String cleRole,
        @Nullable String region,
        @Nullable Instant cguAcceptees)
        implements Page {

    static ProfilPage de(List<Lien> menu, Compte compte, Optional<Instant> cguAcceptees) {
        var telephone = compte.telephone();
        return new ProfilPage(
                menu,
                compte.civilite().libelle(),
                compte.prenom(),
                compte.nom(),
                compte.nomUtilisateur(),
                compte.courriel().valeur(),
                telephone == null ? null : new Telephone(telephone).affichage(),
                compte.role().cle(),
                Region.lire(compte.region()).siLue().map(Region::nom).orElse(null),
                cguAcceptees.orElse(null));
    }
}
