package fr.convergence.portail.export;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeConsultation.ExportTelecharge;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** « Vos exports » (INSTR-7) : demander, suivre, télécharger ce que l'on emporte de la liste de travail. */
@Controller
@Acces({Role.ARS, Role.ANS})
@RequestMapping(ExportsController.ADRESSE)
final class ExportsController {

    static final String ADRESSE = "/instruction/exports";

    private final Exports exports;
    private final DemanderExport demander;
    private final ListeDeTravail liste;
    private final FiltresEnClair filtres;
    private final Fichiers fichiers;
    private final Journal journal;

    ExportsController(
            Exports exports,
            DemanderExport demander,
            ListeDeTravail liste,
            FiltresEnClair filtres,
            Fichiers fichiers,
            Journal journal) {
        this.exports = exports;
        this.demander = demander;
        this.liste = liste;
        this.filtres = filtres;
        this.fichiers = fichiers;
        this.journal = journal;
    }

    @GetMapping
    Vue lister(Connecte qui) {
        return ExportsPage.de(exports.de(qui), demande -> filtres.tout(qui, demande));
    }

    /** L'adresse dit les filtres de la liste que l'on avait sous les yeux. */
    @GetMapping("/nouveau")
    Vue proposer(Connecte qui, @RequestParam Map<String, String> adresse) {
        return page(qui, adresse, ColonneDExport.ordinaires(), FormeDeTableau.XLSX.name(), Erreurs.aucune());
    }

    @PostMapping
    Vue demander(
            Connecte qui,
            @RequestParam Map<String, String> envoi,
            @RequestParam(required = false) @Nullable List<String> colonnes) {
        var choisies = ColonneDExport.lire(colonnes == null ? List.of() : colonnes);
        var dite = envoi.getOrDefault("forme", "");
        var forme = FormeDeTableau.lire(dite);
        var erreurs = Erreurs.aucune();
        if (choisies.isEmpty()) {
            erreurs = erreurs.ajouter("colonnes", "export.colonnes.refus");
        }
        if (forme.isEmpty()) {
            erreurs = erreurs.ajouter("forme", "export.forme.refus");
        }
        if (!erreurs.vides()) {
            return page(qui, envoi, choisies, dite, erreurs);
        }
        return switch (demander.executer(qui, forme.orElseThrow().format(), choisies, envoi)) {
            case RETENUE -> new Redirection(ADRESSE).avec(Annonce.succes("export.demande"));
            case DEJA -> new Redirection(ADRESSE).avec(Annonce.information("export.deja"));
            case TROP -> page(qui, envoi, choisies, dite, trop());
        };
    }

    @GetMapping("/{id}/fichier")
    void telecharger(Connecte qui, @PathVariable UUID id, HttpMethod methode, HttpServletResponse reponse)
            throws IOException {
        var lecture = exports.rendu(qui, id)
                .flatMap(rendu -> fichiers.lire(rendu.fichier()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // Demander les entêtes n'emporte rien.
        if (methode != HttpMethod.HEAD) {
            journal.ecrire(
                    Sorte.EXPORT.chaine(id),
                    qui.getName(),
                    new ExportTelecharge(
                            lecture.fichier().nom(),
                            String.valueOf(lecture.fichier().sha256())));
        }
        Telechargement.servir(lecture, reponse);
    }

    private static Erreurs trop() {
        return Erreurs.aucune().ajouter("forme", "export.trop", DemanderExport.NOMBRE_MAX);
    }

    private NouvelExportPage page(
            Connecte qui, Map<String, String> adresse, List<ColonneDExport> colonnes, String forme, Erreurs erreurs) {
        var retenus = liste.filtres(qui, adresse);
        var nombre = liste.nombre(qui, retenus);
        return new NouvelExportPage(
                liste.adresse(qui, retenus),
                retenus,
                filtres.de(qui, retenus),
                nombre.isPresent() ? Optional.of(nombre.getAsLong()) : Optional.empty(),
                colonnes.stream().map(Enum::name).toList(),
                forme,
                erreurs);
    }
}
