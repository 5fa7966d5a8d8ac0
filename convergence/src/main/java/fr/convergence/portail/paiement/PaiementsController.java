package fr.convergence.portail.paiement;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeConsultation.PaiementsExportes;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Suite;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Les paiements et le fichier du comptable (INSTR-6) : l'ANS, qui paie, et elle seule. */
@Controller
@ReserveA(Role.ANS)
final class PaiementsController {

    private static final String ADRESSE = "/instruction/paiements";
    private static final int MONTRES = 50;

    private final ListeDesPaiements liste;
    private final PaiementsEnCsv fichier;
    private final GuichetsPublies guichets;
    private final Journal journal;

    PaiementsController(ListeDesPaiements liste, PaiementsEnCsv fichier, GuichetsPublies guichets, Journal journal) {
        this.liste = liste;
        this.fichier = fichier;
        this.guichets = guichets;
        this.journal = journal;
    }

    @GetMapping(ADRESSE)
    Vue lister(Connecte qui, @RequestParam Map<String, String> adresse) {
        var filtre = FiltreDesPaiements.lire(adresse);
        var apres = FiltreDesPaiements.apres(adresse);
        var lignes = liste.page(qui, filtre, apres, MONTRES + 1);
        var montrees = lignes.subList(0, Math.min(MONTRES, lignes.size()));
        return new PaiementsPage(
                filtre,
                guichets.enVigueur().stream()
                        .map(Guichet::definition)
                        .filter(definition -> definition.etapes().stream()
                                .anyMatch(etape -> etape.ouvreSurAcceptation().contains(Suite.PAIEMENT)))
                        .map(definition -> new Choix(definition.code(), definition.titre()))
                        .toList(),
                montrees,
                montrees.stream()
                        .collect(Collectors.toMap(
                                LigneDePaiement::reference,
                                ligne -> guichets.version(ligne.guichet())
                                        .definition()
                                        .titre(),
                                (un, _) -> un)),
                apres.map(_ -> filtre.adresse(ADRESSE)),
                lignes.size() > MONTRES
                        ? Optional.of(filtre.adresse(
                                ADRESSE, Optional.of(montrees.getLast().id())))
                        : Optional.empty(),
                filtre.adresse(ADRESSE + ".csv"));
    }

    /** La trace d'abord : un fichier coupé en chemin a été lu. */
    @GetMapping(ADRESSE + ".csv")
    void exporter(Connecte qui, @RequestParam Map<String, String> adresse, HttpServletResponse reponse)
            throws IOException {
        var filtre = FiltreDesPaiements.lire(adresse);
        journal.ecrire(
                Sorte.PAIEMENT.chaine("export"),
                qui.getName(),
                new PaiementsExportes(
                        filtre.guichet(), Optional.of(filtre.selon().code()), filtre.du(), filtre.au()));
        reponse.setContentType("text/csv");
        reponse.setCharacterEncoding(StandardCharsets.UTF_8);
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        reponse.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("paiements.csv")
                        .build()
                        .toString());
        fichier.ecrire(qui, filtre, reponse.getOutputStream());
    }
}
