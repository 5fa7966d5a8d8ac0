package fr.convergence.portail.accueil;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.acces.PreuveDeCompte;
import fr.convergence.socle.page.Bandeau;
import fr.convergence.socle.page.Habillage;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** L'entête et le pied de page du portail : le menu de chaque rôle, les accès rapides, les liens légaux. */
@Component
final class HabillageDuPortail implements Habillage {

    private final Textes textes;
    private final PreuveDeCompte preuves;

    HabillageDuPortail(Textes textes, PreuveDeCompte preuves) {
        this.textes = textes;
        this.preuves = preuves;
    }

    @Override
    public Bandeau bandeau(HttpServletRequest requete) {
        var chemin = requete.getRequestURI();
        var qui = Connecte.present();
        return new Bandeau(
                qui.map(connecte -> navigation(connecte.role(), chemin)).orElse(List.of()),
                qui.isPresent() ? accesDeConnecte(chemin) : accesDeVisiteur(chemin),
                pied(chemin),
                qui.map(Connecte::nom).orElse(null),
                qui.map(preuves::de).orElse(null),
                qui.isPresent() ? inactivite(requete) : 0);
    }

    private List<Lien> navigation(Role role, String chemin) {
        var espace = lien(espace(role), role.espace(), chemin);
        return switch (role) {
            case REFERENT -> List.of(espace, lien("accueil.menu.compte", "/compte", chemin));
            case ANS -> {
                var paiements = lien("accueil.menu.paiements", "/instruction/paiements", chemin);
                yield List.of(
                        new Lien(espace.texte(), espace.vers(), espace.courant() && !paiements.courant()), paiements);
            }
            case ARS, OPERATEUR -> List.of(espace);
        };
    }

    /** Clé du nom de l'espace de ce rôle dans le menu. */
    private static String espace(Role role) {
        return switch (role) {
            case REFERENT -> "accueil.menu.tableau-de-bord";
            case ARS, ANS -> "accueil.menu.instruction";
            case OPERATEUR -> "accueil.menu.administration";
        };
    }

    /** « Se déconnecter » est un formulaire : le gabarit l'ajoute pour une personne connectée. */
    private List<Lien> accesDeConnecte(String chemin) {
        return List.of(lien("accueil.menu.aide", "/aide", chemin), lien("accueil.menu.compte", "/compte", chemin));
    }

    private List<Lien> accesDeVisiteur(String chemin) {
        return List.of(
                lien("accueil.menu.aide", "/aide", chemin),
                lien("accueil.menu.connexion", "/connexion", chemin),
                lien("accueil.menu.inscription", "/inscription", chemin));
    }

    private List<Lien> pied(String chemin) {
        return Stream.of(
                        lien("accueil.pied.plan", "/plan-du-site", chemin),
                        lien("accueil.pied.accessibilite", "/accessibilite", chemin),
                        lien("accueil.pied.mentions", "/mentions-legales", chemin),
                        lien("accueil.pied.donnees", "/donnees-personnelles", chemin),
                        lien("accueil.pied.cgu", "/cgu", chemin),
                        lien("accueil.pied.contact", "/contact", chemin))
                .toList();
    }

    private Lien lien(String cle, String vers, @Nullable String chemin) {
        var courant = chemin != null && (chemin.equals(vers) || chemin.startsWith(vers + "/"));
        return new Lien(textes.de(cle), vers, courant);
    }

    /** Ce qui est sûr : le dernier accès que la base connaît peut retarder. */
    private static int inactivite(HttpServletRequest requete) {
        var session = requete.getSession(false);
        return session == null ? 0 : session.getMaxInactiveInterval() - (int) Sessions.RETARD.toSeconds();
    }
}
