package fr.convergence.isc.rattachement;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.origine.Reseau;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** « Votre entreprise » d’un représentant ou d’un salarié : la chercher par son identifiant national (ISC-7). */
@Controller
@Acces(publique = true)
final class RechercheDEntrepriseController {

    /** Une entreprise en cherche une ; qui les essaie toutes s’arrête. */
    private static final RegleDeFrein RECHERCHES = new RegleDeFrein(
            "rattachement-recherche", 30, Duration.ofMinutes(10), Duration.ofHours(4), Duration.ofHours(1));

    private final Entreprises entreprises;
    private final Comptes comptes;
    private final Freins freins;

    RechercheDEntrepriseController(Entreprises entreprises, Comptes comptes, Freins freins) {
        this.entreprises = entreprises;
        this.comptes = comptes;
        this.freins = freins;
    }

    @GetMapping("/inscription/{role:representant|salarie}/entreprise")
    Vue chercher(@PathVariable String role, EntrepriseCherchee cherchee, HttpServletRequest requete) {
        var erreurs = Erreurs.aucune();
        var identifiant = cherchee.vierge() ? Optional.<IdentifiantNational>empty() : lire(cherchee, erreurs);
        if (identifiant.isPresent()
                && freins.essayer(RECHERCHES, Reseau.de(requete.getRemoteAddr()).valeur())
                        instanceof Verrouille(var jusqu)) {
            erreurs.freiner("identifiant", new Message("rattachement.recherche.frein", Formats.heure(jusqu)), jusqu);
            identifiant = Optional.empty();
        }
        var trouvee = identifiant.flatMap(entreprises::designee);
        return new RechercheDEntreprisePage(
                RoleDemande.de(role),
                Objects.requireNonNullElse(cherchee.type(), "SIREN"),
                Objects.requireNonNullElse(cherchee.identifiant(), ""),
                trouvee.orElse(null),
                trouvee.map(this::prenoms).orElse(List.of()),
                identifiant.isPresent() && trouvee.isEmpty(),
                erreurs);
    }

    private static Optional<IdentifiantNational> lire(EntrepriseCherchee cherchee, Erreurs erreurs) {
        var lecture = cherchee.lire();
        if (lecture.isEmpty()) {
            erreurs.ajouter("type", "rattachement.type.manque");
        }
        lecture.flatMap(Lecture::siRefusee)
                .ifPresent(refus -> erreurs.ajouter("identifiant", new Message(refus.cle(), refus.arguments())));
        return lecture.flatMap(Lecture::siLue);
    }

    private List<String> prenoms(Entreprise entreprise) {
        return comptes.responsables(entreprise.id()).stream()
                .filter(responsable -> responsable.fonction() == Fonction.MANDATAIRE)
                .map(mandataire -> mandataire.personne().prenom())
                .toList();
    }
}
