package fr.convergence.isc.rattachement;

import fr.convergence.isc.declarant.ChampsDeDeclarant;
import fr.convergence.isc.declarant.ControleDeSecurite;
import fr.convergence.isc.declarant.Declarant;
import fr.convergence.isc.declarant.SaisieDeDeclarant;
import fr.convergence.isc.demande.DemanderInscription;
import fr.convergence.isc.demande.Donnee;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.origine.Reseau;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.site.Langue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Informations personnelles », puis « Envoyer ma demande d’inscription » (ISC-7). */
@Controller
@Acces(publique = true)
final class InformationsDuRattachementController {

    private static final String ROLE = "/inscription/{role:representant|salarie}";

    /** Chaque demande écrit à tous ceux qui peuvent la valider. */
    private static final RegleDeFrein DEMANDES = new RegleDeFrein(
            "rattachement-demande", 10, Duration.ofMinutes(30), Duration.ofHours(4), Duration.ofHours(4));

    private final Entreprises entreprises;
    private final ControleDeSecurite controle;
    private final DemanderInscription demander;
    private final Freins freins;

    InformationsDuRattachementController(
            Entreprises entreprises, ControleDeSecurite controle, DemanderInscription demander, Freins freins) {
        this.entreprises = entreprises;
        this.controle = controle;
        this.demander = demander;
        this.freins = freins;
    }

    @GetMapping(ROLE + "/informations")
    Vue informations(@PathVariable String role, EntrepriseCherchee cherchee, HttpServletRequest requete) {
        return cherchee.lue()
                .flatMap(entreprises::designee)
                .<Vue>map(sienne -> page(role, sienne, SaisieDeDeclarant.VIERGE, Erreurs.aucune(), requete))
                .orElseGet(() -> aChercher(role));
    }

    @PostMapping(ROLE + "/informations")
    Vue envoyer(
            @PathVariable String role,
            EntrepriseCherchee cherchee,
            SaisieDeDeclarant saisie,
            HttpServletRequest requete)
            throws Exception {
        var sienne = cherchee.lue().flatMap(entreprises::designee);
        if (sienne.isEmpty()) {
            return aChercher(role);
        }
        var erreurs = Erreurs.aucune();
        if (saisie.renouveler() != null) {
            return page(role, sienne.get(), saisie, erreurs, requete);
        }
        var declarant = saisie.lire(erreurs);
        // Le contrôle ne se fait qu’une fois tout juste : il n’y a pas où retenir qu’il a réussi.
        if (declarant.isEmpty() || !controle.passe(saisie, requete, erreurs)) {
            return page(role, sienne.get(), saisie, erreurs, requete);
        }
        if (freins.essayer(DEMANDES, Reseau.de(requete.getRemoteAddr()).valeur()) instanceof Verrouille(var jusqu)) {
            return page(
                    role,
                    sienne.get(),
                    saisie,
                    erreurs.freiner(
                            SaisieDeDeclarant.CONTROLE,
                            new Message("rattachement.demande.frein", Formats.heure(jusqu)),
                            jusqu),
                    requete);
        }
        demander.executer(
                sienne.get().id(), RoleDemande.de(role).fonction(), donnees(declarant.get()), Langue.presente());
        return new Redirection(RoleDemande.de(role).adresse() + "/fin");
    }

    @GetMapping(ROLE + "/fin")
    Vue fin(@PathVariable String role) {
        return new DemandeEnvoyeePage(RoleDemande.de(role));
    }

    private static Vue aChercher(String role) {
        return new Redirection(RoleDemande.de(role).adresse() + "/entreprise")
                .avec(Annonce.avertissement("rattachement.a-chercher"));
    }

    private Vue page(
            String role, Entreprise sienne, SaisieDeDeclarant saisie, Erreurs erreurs, HttpServletRequest requete) {
        var defi = controle.defi(requete, erreurs);
        return new InformationsDuRattachementPage(
                RoleDemande.de(role), sienne, new ChampsDeDeclarant(saisie, erreurs, false, defi));
    }

    private static Map<Donnee, String> donnees(Declarant declarant) {
        var donnees = new EnumMap<Donnee, String>(Donnee.class);
        donnees.put(Donnee.NOM_UTILISATEUR, declarant.nomUtilisateur().valeur());
        donnees.put(Donnee.CIVILITE, declarant.civilite().name());
        donnees.put(Donnee.PRENOM, declarant.prenom());
        donnees.put(Donnee.NOM, declarant.nom());
        donnees.put(Donnee.COURRIEL, declarant.courriel().valeur());
        donnees.put(Donnee.TELEPHONE, declarant.telephone().valeur());
        donnees.put(
                Donnee.MOBILE,
                declarant.mobile() == null ? "" : declarant.mobile().valeur());
        return donnees;
    }
}
