package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.compte.EtablissementsDuCompte;
import fr.convergence.portail.compte.GererSonCompte;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.CritereDeCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Vos établissements » (ETB-1) : ceux que le référent représente, en ajouter, en retirer. */
@Controller
@ReserveA(Role.REFERENT)
final class EtablissementsController {

    static final String CHEMIN = "/compte/etablissements";
    static final String AJOUT = CHEMIN + "/ajout";

    private static final int LIGNES = 10;

    private final EtablissementsDuCompte representes;
    private final Etablissements registre;
    private final GererSonCompte gerer;
    private final MenuDuCompte menu;

    EtablissementsController(
            EtablissementsDuCompte representes, Etablissements registre, GererSonCompte gerer, MenuDuCompte menu) {
        this.representes = representes;
        this.registre = registre;
        this.gerer = gerer;
        this.menu = menu;
    }

    @GetMapping(CHEMIN)
    Vue lister(Connecte qui) {
        return page(qui, Erreurs.aucune());
    }

    /**
     * Une seule adresse, qui se partage et survit au retour arrière : type, région, recherche, puis le choix.
     *
     * @param type absent tant qu'aucune recherche n'est demandée
     */
    @GetMapping(AJOUT)
    Vue chercher(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String choisi,
            Connecte qui) {
        var liens = menu.pour(qui, CHEMIN);
        var cherche = FormeNormale.ligne(q);
        var filtres = new AjoutPage.Filtres(type == null ? "" : type, region, cherche);
        var choix = candidat(choisi);
        if (choix.isPresent()) {
            return AjoutPage.choisi(liens, filtres, EtablissementsPage.Ligne.de(choix.get()));
        }
        var erreurs = Erreurs.aucune();
        if (type == null) {
            return AjoutPage.sansResultat(liens, filtres, erreurs);
        }
        var typeLu = type(type);
        var regionLue = Region.lire(region).siLue();
        if (typeLu.isEmpty()) {
            erreurs.ajouter("type", "etablissement.type.vide");
        }
        if (regionLue.isEmpty()) {
            erreurs.ajouter("region", "etablissement.region.vide");
        }
        if (typeLu.isEmpty() || regionLue.isEmpty()) {
            return AjoutPage.sansResultat(liens, filtres, erreurs);
        }
        var critere = CritereDeCandidat.de(typeLu.get(), regionLue.get())
                .saisie(cherche)
                .page(page, LIGNES);
        return AjoutPage.resultats(liens, filtres, registre.chercher(critere));
    }

    @PostMapping(CHEMIN)
    Vue ajouter(@RequestParam(defaultValue = "") String etablissement, Connecte qui) {
        var choix = candidat(etablissement);
        if (choix.isEmpty()) {
            return page(qui, Erreurs.aucune().ajouter("etablissements", "profil.etablissements.inconnu"));
        }
        var entites =
                choix.get().entites().stream().map(Candidat.Entite::finess).toList();
        gerer.ajouter(qui, choix.get().cle(), entites);
        return new Redirection(CHEMIN)
                .avec(Annonce.succes("profil.etablissements.ajoute", choix.get().denomination()));
    }

    @PostMapping(CHEMIN + "/retraits")
    Vue retirer(@RequestParam(defaultValue = "") String etablissement, Connecte qui) {
        var cle = CleCandidat.lire(etablissement);
        if (cle.isEmpty()) {
            return new Redirection(CHEMIN);
        }
        return switch (gerer.retirer(qui, cle.get())) {
            case FAIT -> new Redirection(CHEMIN).avec(Annonce.succes("profil.etablissements.retire"));
            case DOSSIER_VIVANT ->
                page(qui, Erreurs.aucune().ajouter("etablissements", "profil.etablissements.dossier"));
            case IMPOSSIBLE ->
                page(qui, Erreurs.aucune().ajouter("etablissements", "profil.etablissements.impossible"));
        };
    }

    private EtablissementsPage page(Connecte qui, Erreurs erreurs) {
        var lignes = representes.de(qui.compte()).stream().map(this::ligne).toList();
        return new EtablissementsPage(menu.pour(qui, CHEMIN), lignes, erreurs);
    }

    /** Un établissement que le registre ne connaît plus se montre par sa clé : il reste retirable. */
    private EtablissementsPage.Ligne ligne(CleCandidat cle) {
        return registre.candidat(cle)
                .map(EtablissementsPage.Ligne::de)
                .orElseGet(() -> new EtablissementsPage.Ligne(
                        cle.toString(), cle.type().libelle(), cle.identifiant(), "", false));
    }

    private Optional<Candidat> candidat(String cle) {
        return CleCandidat.lire(cle).flatMap(registre::choisissable);
    }

    private static Optional<TypeCandidat> type(String saisi) {
        return TypeCandidat.proposes().stream()
                .filter(propose -> propose.name().equals(saisi))
                .findFirst();
    }
}
