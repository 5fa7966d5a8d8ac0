package fr.convergence.portail.plafond;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.plafond.ImporterPlafonds.Importation;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Les montants plafonds (HOS-5) : l'opérateur envoie un fichier, lit ce que chaque ligne a donné. */
@Controller
@ReserveA(Role.OPERATEUR)
final class PlafondsController {

    private static final String CHEMIN = "/administration/plafonds";
    static final String IMPORTS = CHEMIN + "/imports";

    private static final int IMPORTS_MONTRES = 25;
    private static final int LIGNES_MONTREES = 1_000;

    private final ImporterPlafonds importer;
    private final Plafonds plafonds;

    PlafondsController(ImporterPlafonds importer, Plafonds plafonds) {
        this.importer = importer;
        this.plafonds = plafonds;
    }

    @GetMapping(CHEMIN)
    Vue lister() {
        return page(Erreurs.aucune());
    }

    @PostMapping(IMPORTS)
    Vue importer(Connecte qui, @RequestParam(required = false) @Nullable MultipartFile fichier) throws IOException {
        if (fichier == null || fichier.isEmpty()) {
            return refuser(new Message("plafond.sans-fichier"));
        }
        var nom = fichier.getOriginalFilename();
        return switch (importer.executer(qui.getName(), nom == null ? "" : nom, fichier.getBytes())) {
            case Importation.Faite(var rapport) -> new Redirection(IMPORTS + "/" + rapport);
            case Importation.Refusee(var pourquoi) -> refuser(pourquoi);
        };
    }

    @GetMapping(IMPORTS + "/{id}")
    Vue rapport(@PathVariable UUID id) {
        return plafonds.un(id)
                .map(rapport -> new PlafondsImportesPage(rapport, plafonds.lignes(id, LIGNES_MONTREES)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Vue refuser(Message pourquoi) {
        return page(Erreurs.aucune().ajouter("fichier", pourquoi));
    }

    private PlafondsPage page(Erreurs erreurs) {
        return new PlafondsPage(erreurs, plafonds.connus(), plafonds.recents(IMPORTS_MONTRES));
    }
}
