package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Tableau de bord » et « Candidater » (TDB-1 à TDB-3). */
@Controller
@ReserveA(Role.REFERENT)
final class TableauDeBordController {

    static final String ADRESSE = "/tableau-de-bord";

    private final TableauDeBord tableau;
    private final Demandes demandes;
    private final CreerDossier creer;

    TableauDeBordController(TableauDeBord tableau, Demandes demandes, CreerDossier creer) {
        this.tableau = tableau;
        this.demandes = demandes;
        this.creer = creer;
    }

    /** @param ordre le tri déjà choisi, que la recherche et le nombre d'entrées gardent */
    @GetMapping(ADRESSE)
    Vue tableau(
            Connecte qui,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tri,
            @RequestParam(defaultValue = "") String ordre,
            @RequestParam(defaultValue = "10") int taille,
            @RequestParam(defaultValue = "1") int page) {
        return tableau.de(qui, Criteres.de(q, tri.isEmpty() ? ordre : tri, taille, page));
    }

    @GetMapping("/candidater")
    Vue candidater(Connecte qui) {
        return demandes.vierge(qui);
    }

    @PostMapping("/dossiers")
    Vue creer(
            Connecte qui,
            @RequestParam(defaultValue = "") String guichet,
            @RequestParam(defaultValue = "") String etablissement,
            @RequestParam(defaultValue = "") String ancienne) {
        var creation = CleCandidat.lire(etablissement)
                .map(cle -> ancienne.isEmpty() || demandes.deMeme(qui, ancienne, cle)
                        ? creer.executer(qui, guichet, cle)
                        : new Creation.AutreEtablissement())
                .orElseGet(Creation.PasVotreEtablissement::new);
        return creation instanceof Creation.Cree(var reference, var premiere)
                ? new Redirection("/dossiers/" + reference + "/"
                                + (ancienne.isEmpty() ? premiere : "reconduction?ancienne=" + ancienne))
                        .avec(Annonce.succes("tableaudebord.cree"))
                : demandes.refusee(qui, guichet, etablissement, ancienne, creation);
    }
}
