package fr.convergence.isc.accueil;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
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

/** L'entête et le pied de page (ISC-1) : « Accueil », « Services », « Contact », et le menu de chaque fonction. */
@Component
final class HabillageDIsc implements Habillage {

    private final Textes textes;
    private final PreuveDeCompte preuves;

    HabillageDIsc(Textes textes, PreuveDeCompte preuves) {
        this.textes = textes;
        this.preuves = preuves;
    }

    @Override
    public Bandeau bandeau(HttpServletRequest requete) {
        var chemin = requete.getRequestURI();
        var qui = Membre.present();
        return new Bandeau(
                qui.map(membre -> navigation(membre.fonction(), chemin)).orElseGet(() -> menuDeVisiteur(chemin)),
                qui.isPresent()
                        ? List.of(lien("accueil.menu.compte", "/compte", chemin))
                        : List.of(
                                lien("accueil.menu.connexion", "/connexion", chemin),
                                lien("accueil.menu.inscription", "/inscription", chemin)),
                pied(chemin),
                qui.map(Membre::nom).orElse(null),
                qui.map(preuves::de).orElse(null),
                qui.isPresent() ? inactivite(requete) : 0);
    }

    private List<Lien> menuDeVisiteur(@Nullable String chemin) {
        return List.of(
                new Lien(textes.de("accueil.menu.accueil"), "/", "/".equals(chemin)),
                lien("accueil.menu.services", "/services", chemin),
                lien("accueil.menu.contact", "/contact", chemin));
    }

    private List<Lien> navigation(Fonction fonction, @Nullable String chemin) {
        return fonction == Fonction.OPERATEUR
                ? List.of(lien("accueil.menu.administration", fonction.espace(), chemin))
                : Stream.concat(
                                Stream.of(
                                        lien("accueil.menu.tableau-de-bord", fonction.espace(), chemin),
                                        lien("accueil.menu.collaborateurs", "/collaborateurs", chemin)),
                                Stream.concat(
                                        fonction.traiteLesDemandes()
                                                ? Stream.of(lien("accueil.menu.demandes", "/demandes", chemin))
                                                : Stream.empty(),
                                        Stream.of(
                                                lien("accueil.menu.services", "/services", chemin),
                                                lien("accueil.menu.contact", "/contact", chemin))))
                        .toList();
    }

    private List<Lien> pied(@Nullable String chemin) {
        return List.of(
                lien("accueil.pied.accessibilite", "/accessibilite", chemin),
                lien("accueil.pied.mentions", "/mentions-legales", chemin),
                lien("accueil.pied.donnees", "/donnees-personnelles", chemin),
                lien("accueil.pied.cgu", "/cgu", chemin),
                lien("accueil.menu.contact", "/contact", chemin));
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
