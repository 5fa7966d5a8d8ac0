package fr.convergence.isc.profil;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.demande.DemanderModification;
import fr.convergence.isc.demande.DemanderModification.Resultat;
import fr.convergence.isc.demande.Demandes;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.cgu.Cgu;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import fr.convergence.socle.profil.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** « Votre compte », et les demandes de modification. */
@Controller
@Acces
final class InformationsController {

    static final String COMPTE = "/compte";
    static final String INFORMATIONS = "/compte/informations";
    static final String ENTREPRISE = "/compte/entreprise";

    private final Comptes comptes;
    private final Entreprises entreprises;
    private final Demandes demandes;
    private final DemanderModification demander;
    private final Cgu cgu;
    private final MenuDuCompte menu;

    InformationsController(
            Comptes comptes,
            Entreprises entreprises,
            Demandes demandes,
            DemanderModification demander,
            Cgu cgu,
            MenuDuCompte menu) {
        this.comptes = comptes;
        this.entreprises = entreprises;
        this.demandes = demandes;
        this.demander = demander;
        this.cgu = cgu;
        this.menu = menu;
    }

    @Bean
    static Rubrique rubriqueDesInformations() {
        return new Rubrique("profil.informations", COMPTE, 10);
    }

    @GetMapping(COMPTE)
    Vue compte(Membre qui) {
        return new ComptePage(
                menu.pour(qui, COMPTE),
                comptes.titulaire(qui.compte()).orElseThrow(),
                qui.entreprise().flatMap(entreprises::une).orElse(null),
                demandes.enCours(qui.compte()),
                cgu.accepteesLe(qui.compte()).orElse(null));
    }

    @GetMapping(INFORMATIONS)
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.SALARIE})
    Vue informations(Membre qui) {
        return page(qui, SaisieDInformations.de(comptes.titulaire(qui.compte()).orElseThrow()), Erreurs.aucune());
    }

    @PostMapping(INFORMATIONS)
    @ReserveAux({Fonction.MANDATAIRE, Fonction.REPRESENTANT, Fonction.SALARIE})
    Vue demanderInformations(@ModelAttribute SaisieDInformations saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var voulu = saisie.lue(erreurs);
        if (voulu.isEmpty()) {
            return page(qui, saisie, erreurs);
        }
        return switch (demander.deSesInformations(qui.compte(), voulu.get(), saisie.commentaire())) {
            case Resultat.Deposee() -> new Redirection(COMPTE).avec(Annonce.succes("profil.demande.deposee"));
            case Resultat.SansChangement() ->
                page(qui, saisie, erreurs.ajouter("prenom", "profil.demande.sans-changement"));
            case Resultat.DejaEnCours() -> page(qui, saisie, erreurs.ajouter("prenom", "profil.demande.deja"));
        };
    }

    @GetMapping(ENTREPRISE)
    @ReserveAux(Fonction.MANDATAIRE)
    Vue entreprise(Membre qui) {
        return page(qui, SaisieDEntreprise.de(laSienne(qui)), Erreurs.aucune());
    }

    @PostMapping(ENTREPRISE)
    @ReserveAux(Fonction.MANDATAIRE)
    Vue demanderEntreprise(@ModelAttribute SaisieDEntreprise saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var voulu = saisie.lue(erreurs);
        if (voulu.isEmpty()) {
            return page(qui, saisie, erreurs);
        }
        return switch (demander.deLEntreprise(qui.compte(), voulu.get(), saisie.commentaire())) {
            case Resultat.Deposee() ->
                new Redirection(COMPTE).avec(Annonce.succes("profil.demande.deposee.entreprise"));
            case Resultat.SansChangement() ->
                page(qui, saisie, erreurs.ajouter("raisonSociale", "profil.demande.sans-changement"));
            case Resultat.DejaEnCours() -> page(qui, saisie, erreurs.ajouter("raisonSociale", "profil.demande.deja"));
        };
    }

    private Vue page(Membre qui, SaisieDInformations saisie, Erreurs erreurs) {
        return new InformationsPage(menu.pour(qui, COMPTE), saisie, qui.fonction() == Fonction.MANDATAIRE, erreurs);
    }

    private Vue page(Membre qui, SaisieDEntreprise saisie, Erreurs erreurs) {
        return new EntreprisePage(menu.pour(qui, COMPTE), laSienne(qui).identifiant(), saisie, erreurs);
    }

    private Entreprise laSienne(Membre qui) {
        return entreprises.une(qui.sonEntreprise()).orElseThrow();
    }
}
