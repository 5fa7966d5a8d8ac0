package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeConsultation.ExportTelecharge;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.socle.contenu.Format;
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
import java.util.OptionalLong;
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
@ReserveA({Role.ARS, Role.ANS})
@RequestMapping(ExportsController.ADRESSE)
final class ExportsController {

    static final String ADRESSE = "/instruction/exports";

    /** Deux pages de la liste : le temps d'ouvrir une page. */
    private static final int COMPTEES = 200;

    private final Exports exports;
    private final DemanderExport demander;
    private final ListeDeTravail liste;
    private final FiltresEnClair filtres;
    private final PlanDesPieces plans;
    private final Fichiers fichiers;
    private final Journal journal;

    ExportsController(
            Exports exports,
            DemanderExport demander,
            ListeDeTravail liste,
            FiltresEnClair filtres,
            PlanDesPieces plans,
            Fichiers fichiers,
            Journal journal) {
        this.exports = exports;
        this.demander = demander;
        this.liste = liste;
        this.filtres = filtres;
        this.plans = plans;
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
        if (dite.equals(Format.ZIP.name())) {
            return repondre(qui, demander.executer(qui, Format.ZIP, List.of(), envoi), envoi);
        }
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
        var resultat = demander.executer(qui, forme.orElseThrow().format(), choisies, envoi);
        return resultat == DemanderExport.Resultat.TROP
                ? page(qui, envoi, choisies, dite, trop())
                : repondre(qui, resultat, envoi);
    }

    private Vue repondre(Connecte qui, DemanderExport.Resultat resultat, Map<String, String> envoi) {
        return switch (resultat) {
            case RETENUE -> new Redirection(ADRESSE).avec(Annonce.succes("export.demande"));
            case DEJA -> new Redirection(ADRESSE).avec(Annonce.information("export.deja"));
            case TROP -> refuser(qui, envoi, trop());
            case TROP_D_ARCHIVES ->
                refuser(
                        qui,
                        envoi,
                        Erreurs.aucune().ajouter("forme", "export.trop.archives", DemanderExport.ARCHIVES_MAX));
        };
    }

    private Vue refuser(Connecte qui, Map<String, String> envoi, Erreurs erreurs) {
        return page(qui, envoi, ColonneDExport.ordinaires(), FormeDeTableau.XLSX.name(), erreurs);
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

    /** Ce que pèseraient les pièces d'une petite liste ; d'une longue, seul le travail de fond le dira. */
    private NouvelExportPage.Pieces pieces(Connecte qui, Map<String, String> retenus, OptionalLong nombre) {
        var max = plans.tailleMax();
        if (nombre.isEmpty() || nombre.getAsLong() > COMPTEES) {
            return new NouvelExportPage.Pieces(Optional.empty(), max, true, false);
        }
        var plan = plans.de(qui, retenus);
        return plan.trop()
                ? new NouvelExportPage.Pieces(Optional.empty(), max, false, true)
                : new NouvelExportPage.Pieces(
                        Optional.of(new NouvelExportPage.Poids(plan.nombre(), plan.octets())),
                        max,
                        !plan.pieces().isEmpty(),
                        false);
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
                pieces(qui, retenus, nombre),
                erreurs);
    }
}
