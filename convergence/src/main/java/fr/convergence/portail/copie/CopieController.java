package fr.convergence.portail.copie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeConsultation.DossierCopie;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.impression.Imprimerie;
import fr.convergence.socle.journal.Journal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Le dossier à emporter, en PDF ou avec ses pièces (DOS-10) ; chaque copie laisse une trace. */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}")
final class CopieController {

    private final DossiersAImprimer dossiers;
    private final Imprimerie imprimerie;
    private final ArchiveDuDossier archive;
    private final Journal journal;

    CopieController(DossiersAImprimer dossiers, Imprimerie imprimerie, ArchiveDuDossier archive, Journal journal) {
        this.dossiers = dossiers;
        this.imprimerie = imprimerie;
        this.archive = archive;
        this.journal = journal;
    }

    @GetMapping("/copie.pdf")
    void pdf(Connecte qui, @PathVariable String reference, HttpMethod methode, HttpServletResponse reponse)
            throws IOException {
        var dossier = lire(qui, reference);
        entete(reponse, MediaType.APPLICATION_PDF_VALUE, reference + ".pdf");
        if (emporte(qui, dossier, methode)) {
            var pdf = imprimerie.imprimer(dossier);
            reponse.setContentLength(pdf.length);
            reponse.getOutputStream().write(pdf);
        }
    }

    @GetMapping("/copie.zip")
    void zip(Connecte qui, @PathVariable String reference, HttpMethod methode, HttpServletResponse reponse)
            throws IOException {
        var dossier = lire(qui, reference);
        entete(reponse, "application/zip", reference + ".zip");
        if (emporte(qui, dossier, methode)) {
            archive.ecrire(qui, dossier, reponse.getOutputStream());
        }
    }

    /** Demander les entêtes (HEAD) n'emporte rien. */
    private boolean emporte(Connecte qui, DossierImprime dossier, HttpMethod methode) {
        if (methode == HttpMethod.HEAD) {
            return false;
        }
        journal.ecrire(Sorte.ACCES.chaine(dossier.dossier().reference()), qui.getName(), new DossierCopie());
        return true;
    }

    private static void entete(HttpServletResponse reponse, String type, String nom) {
        reponse.setContentType(type);
        reponse.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("dossier-" + nom)
                        .build()
                        .toString());
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private DossierImprime lire(Connecte qui, String reference) {
        return dossiers.duReferent(qui, reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
