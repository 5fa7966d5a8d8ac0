package fr.convergence.portail.conteneur;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.conteneur.ImporterConteneurs.Importation;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Vue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** La réserve de conteneurs, pour l'opérateur : ce qu'il reste, et de quoi la remplir (ZED-2). */
@Controller
@ReserveA(Role.OPERATEUR)
@RequestMapping(ReserveController.CHEMIN)
final class ReserveController {

    static final String CHEMIN = "/administration/conteneurs";

    private final ImporterConteneurs importer;
    private final ReserveDeConteneurs reserve;

    ReserveController(ImporterConteneurs importer, ReserveDeConteneurs reserve) {
        this.importer = importer;
        this.reserve = reserve;
    }

    @GetMapping
    Vue lister() {
        return page(Erreurs.aucune(), Optional.empty());
    }

    /** Le compte rendu se lit sur la page même : il nomme des lignes, jamais ce qu'elles portent. */
    @PostMapping("/imports")
    Vue importer(Connecte qui, @RequestParam(name = "fichiers", required = false) @Nullable List<MultipartFile> envoyes)
            throws IOException {
        byte[] csv = null;
        var fichiers = new HashMap<String, byte[]>();
        for (var envoye : envoyes == null ? List.<MultipartFile>of() : envoyes) {
            var nom = envoye.getOriginalFilename() == null ? "" : envoye.getOriginalFilename();
            if (nom.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                csv = envoye.getBytes();
            } else if (!nom.isEmpty()) {
                fichiers.put(nom, envoye.getBytes());
            }
        }
        if (csv == null) {
            return refuser(new Message("conteneur.reserve.sans-tableau"));
        }
        return switch (importer.executer(qui, csv, fichiers)) {
            case Importation.Faite faite -> page(Erreurs.aucune(), Optional.of(faite));
            case Importation.Illisible(var pourquoi) -> refuser(pourquoi);
        };
    }

    private Vue refuser(Message pourquoi) {
        return page(Erreurs.aucune().ajouter("fichiers", pourquoi), Optional.empty());
    }

    private ReservePage page(Erreurs erreurs, Optional<Importation.Faite> faite) {
        return new ReservePage(
                erreurs,
                reserve.restes(),
                reserve.epuisees(),
                faite.map(Importation.Faite::ajoutes),
                faite.map(Importation.Faite::refusees).orElse(List.of()).stream()
                        .map(refusee -> new ReservePage.Refusee(refusee.numero(), refusee.pourquoi()))
                        .toList());
    }
}
