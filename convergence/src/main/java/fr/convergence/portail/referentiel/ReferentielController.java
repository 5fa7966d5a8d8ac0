package fr.convergence.portail.referentiel;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.registre.HistoriqueDesImports;
import fr.convergence.portail.registre.Provenance;
import fr.convergence.portail.registre.RapportImport.Rejet;
import fr.convergence.portail.tableur.Cellule;
import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Le référentiel des établissements (ADM-1) : envoyer un fichier, lire ce qu'il changerait, l'importer. */
@Controller
@ReserveA(Role.OPERATEUR)
final class ReferentielController {

    static final String CHEMIN = "/administration/referentiel";
    static final String IMPORTS = CHEMIN + "/imports";
    private static final String UN_IMPORT = IMPORTS + "/{id}";
    private static final int LIGNES = 25;

    private final RecevoirEnvoi recevoir;
    private final DeciderEnvoi decider;
    private final Envois envois;
    private final HistoriqueDesImports historique;
    private final Provenance provenance;

    ReferentielController(
            RecevoirEnvoi recevoir,
            DeciderEnvoi decider,
            Envois envois,
            HistoriqueDesImports historique,
            Provenance provenance) {
        this.recevoir = recevoir;
        this.decider = decider;
        this.envois = envois;
        this.historique = historique;
        this.provenance = provenance;
    }

    @GetMapping(CHEMIN)
    Vue lister(@RequestParam(required = false) @Nullable UUID apres) {
        return page(apres, Erreurs.aucune());
    }

    @PostMapping(IMPORTS)
    Vue envoyer(@RequestParam(name = "fichiers", required = false) @Nullable List<MultipartFile> fichiers, Connecte qui)
            throws IOException {
        return switch (recevoir.executer(fichiers == null ? List.of() : fichiers, qui)) {
            case RecevoirEnvoi.Resultat.Recu(var id) -> new Redirection(IMPORTS + "/" + id);
            case RecevoirEnvoi.Resultat.Refuse(var raison) ->
                page(null, Erreurs.aucune().ajouter("fichiers", raison));
            case RecevoirEnvoi.Resultat.Ecarte(var raison, var fichier) ->
                page(null, Erreurs.aucune().refuser("fichiers", raison, fichier));
        };
    }

    @GetMapping(UN_IMPORT)
    Vue rapport(@PathVariable UUID id) {
        var envoi = envois.un(id);
        if (envoi.filter(EnvoiDuRegistre::attendu).isPresent()) {
            return ImportPage.enAttente(envoi.get(), envois.autreEnMain(id));
        }
        var passe = historique.un(id).orElseThrow(ReferentielController::absent);
        return ImportPage.de(
                passe,
                envoi.filter(e -> e.etat() == EnvoiDuRegistre.Etat.VERIFIE).isPresent(),
                historique.comptes(id),
                historique.rejets(id));
    }

    @PostMapping(UN_IMPORT + "/confirmations")
    Vue confirmer(@PathVariable UUID id, Connecte qui) {
        return apres(id, decider.confirmer(id, qui), Annonce.information("referentiel.confirme"));
    }

    @PostMapping(UN_IMPORT + "/abandons")
    Vue abandonner(@PathVariable UUID id, Connecte qui) {
        return apres(id, decider.abandonner(id, qui), Annonce.information("referentiel.abandonne"));
    }

    @GetMapping(UN_IMPORT + "/rejets")
    ResponseEntity<byte[]> rejets(@PathVariable UUID id) throws IOException {
        historique.un(id).orElseThrow(ReferentielController::absent);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lignes-ecartees-" + id + ".csv")
                                .build()
                                .toString())
                .body(tableau(historique.rejets(id)));
    }

    private static byte[] tableau(List<Rejet> rejets) throws IOException {
        var octets = new ByteArrayOutputStream();
        var csv = FormeDeTableau.CSV.ouvrir(octets, "");
        csv.ligne(List.of(Cellule.de("fichier"), Cellule.de("ligne"), Cellule.de("raison")));
        for (var rejet : rejets) {
            csv.ligne(List.of(Cellule.de(rejet.fichier()), Cellule.de(rejet.ligne()), Cellule.de(rejet.motif())));
        }
        csv.finir();
        return octets.toByteArray();
    }

    private static Vue apres(UUID id, boolean fait, Annonce annonce) {
        return new Redirection(IMPORTS + "/" + id)
                .avec(fait ? annonce : Annonce.avertissement("referentiel.trop-tard"));
    }

    private ReferentielPage page(@Nullable UUID apres, Erreurs erreurs) {
        return ReferentielPage.de(
                erreurs,
                provenance.extrait(),
                apres == null ? envois.nouveaux() : List.of(),
                historique.recents(apres, LIGNES + 1),
                LIGNES,
                apres != null);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
