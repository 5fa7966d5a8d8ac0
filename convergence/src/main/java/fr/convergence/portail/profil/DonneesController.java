package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.GererSonCompte;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.DonneesPersonnelles;
import fr.convergence.socle.profil.MenuDuCompte;
import fr.convergence.socle.profil.MotDePasseActuel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.TreeMap;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Emporter ses données, supprimer son compte (CPT-1 ; RGPD, articles 15, 17 et 20). */
@Controller
@Acces
final class DonneesController {

    static final String CHEMIN = "/compte/donnees";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<DonneesPersonnelles> donnees;
    private final GererSonCompte gerer;
    private final MotDePasseActuel actuel;
    private final MenuDuCompte menu;
    private final PassageDeSession passages;

    DonneesController(
            List<DonneesPersonnelles> donnees,
            GererSonCompte gerer,
            MotDePasseActuel actuel,
            MenuDuCompte menu,
            PassageDeSession passages) {
        this.donnees = donnees;
        this.gerer = gerer;
        this.actuel = actuel;
        this.menu = menu;
        this.passages = passages;
    }

    @GetMapping(CHEMIN)
    Vue montrer(Connecte qui) {
        return page(qui, Erreurs.aucune());
    }

    @GetMapping(CHEMIN + "/export")
    ResponseEntity<byte[]> exporter(Connecte qui) {
        var rubriques = new TreeMap<String, Object>();
        donnees.forEach(source -> rubriques.put(source.rubrique(), source.de(qui.compte())));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mes-donnees-convergence.json")
                                .build()
                                .toString())
                .body(JSON.writeValueAsBytes(rubriques));
    }

    @Rejouable("PassageDeSession retient l’acte : la session finit avec le compte")
    @PostMapping("/compte/suppression")
    @ReserveA(Role.REFERENT)
    Vue supprimer(
            @RequestParam(name = MotDePasseActuel.CHAMP, defaultValue = "") String motDePasse,
            Connecte qui,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws Exception {
        return passages.executer(requete, reponse, () -> supprimer(motDePasse, qui, requete));
    }

    private Vue supprimer(String motDePasse, Connecte qui, HttpServletRequest requete) {
        var erreurs = Erreurs.aucune();
        actuel.controler(qui, motDePasse, erreurs);
        if (!erreurs.vides()) {
            return page(qui, erreurs);
        }
        return switch (gerer.supprimer(qui)) {
            case FAIT -> {
                requete.getSession().invalidate();
                SecurityContextHolder.clearContext();
                yield new Redirection("/").avec(Annonce.succes("profil.suppression.faite"));
            }
            case DOSSIER_VIVANT -> page(qui, erreurs.ajouter(MotDePasseActuel.CHAMP, "profil.suppression.dossier"));
            case IMPOSSIBLE -> page(qui, erreurs.ajouter(MotDePasseActuel.CHAMP, "profil.suppression.impossible"));
        };
    }

    private DonneesPage page(Connecte qui, Erreurs erreurs) {
        return new DonneesPage(menu.pour(qui, CHEMIN), qui.role() == Role.REFERENT, erreurs);
    }
}
