package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.concertation.Pointer.Dit;
import fr.convergence.portail.concertation.Pointer.Issue;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** La liste de contrôle d'une étape (INSTR-4) : son niveau la remplit, tous ses vérificateurs la lisent, l'établissement jamais. */
@Controller
@RequestMapping("/instruction/{reference}/{etape}/controles")
@ReserveA({Role.ARS, Role.ANS})
final class PointagesController {

    private static final int REMARQUE_MAX = 500;

    private final Dossiers dossiers;
    private final ListesDeControle listes;
    private final Pointer pointer;

    PointagesController(Dossiers dossiers, ListesDeControle listes, Pointer pointer) {
        this.dossiers = dossiers;
        this.listes = listes;
        this.pointer = pointer;
    }

    @GetMapping
    Vue lire(Connecte qui, @PathVariable String reference, @PathVariable String etape) {
        var page = page(qui, lue(reference), etape, UnaryOperator.identity(), Erreurs.aucune());
        if (page.listes().isEmpty()) {
            throw introuvable();
        }
        return page;
    }

    @PostMapping
    Vue pointer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @RequestParam Map<String, String> champs) {
        var position = champs.getOrDefault("liste", "");
        var vue = pointer(qui, reference, etape, position, champs);
        return vue instanceof PointagesPage page
                ? page.depuis(position).rendant(champs, libelles(qui, reference, etape))
                : vue;
    }

    private UnaryOperator<String> libelles(Connecte qui, String reference, String etape) {
        var niveau = qui.role().niveau().orElseThrow();
        var dossier = dossiers.duVerificateur(qui, lue(reference));
        return point -> dossier.flatMap(
                        lu -> lu.etape(etape).map(trouvee -> listes.libelle(lu, trouvee, niveau, point)))
                .orElse(point);
    }

    private Vue pointer(Connecte qui, String reference, String etape, String position, Map<String, String> champs) {
        var erreurs = Erreurs.aucune();
        var dits = dits(champs, erreurs);
        if (!erreurs.vides()) {
            return page(qui, lue(reference), etape, liste -> liste.saisie(champs), erreurs);
        }
        var transmission = ChampSaisi.version(champs.get("transmission"));
        return switch (pointer.executer(qui, lue(reference), etape, transmission, dits)) {
            case Issue.Faite(var points) ->
                new Redirection(PointagesPage.dossier(lue(reference).valeur(), etape, position))
                        .avec(
                                points == 0
                                        ? Annonce.information("concertation.pointage.rien")
                                        : Annonce.succes("concertation.pointage.fait"));
            case Issue.Devancee(var points, var tapes) -> {
                points.forEach(
                        point -> erreurs.ajouter(ListeAPointer.VERDICT + point, "concertation.pointage.devance"));
                yield page(qui, lue(reference), etape, liste -> liste.relue(champs, tapes), erreurs);
            }
            case Issue.Retransmise(var tapes) ->
                page(
                        qui,
                        lue(reference),
                        etape,
                        liste -> liste.relue(champs, tapes),
                        erreurs.ajouter("transmission", "concertation.pointage.retransmise"));
            case Issue.Reduite(var tapes) ->
                page(
                        qui,
                        lue(reference),
                        etape,
                        liste -> liste.relue(champs, tapes),
                        erreurs.ajouter("transmission", "concertation.pointage.reduite"));
            case Issue.HorsDeVosMains() ->
                page(
                        qui,
                        lue(reference),
                        etape,
                        UnaryOperator.identity(),
                        erreurs.ajouter("transmission", "concertation.pointage.mains"));
            case Issue.Inconnue() -> throw introuvable();
        };
    }

    private static Map<String, Dit> dits(Map<String, String> champs, Erreurs erreurs) {
        var dits = new HashMap<String, Dit>();
        champs.forEach((champ, texte) -> {
            if (champ.startsWith(ListeAPointer.VERDICT)) {
                var point = champ.substring(ListeAPointer.VERDICT.length());
                var remarque = FormeNormale.texte(champs.get(ListeAPointer.REMARQUE + point));
                if (remarque.length() > REMARQUE_MAX) {
                    erreurs.ajouter(
                            ListeAPointer.REMARQUE + point,
                            "concertation.pointage.longue",
                            Formats.entier(remarque.length()),
                            Formats.entier(REMARQUE_MAX));
                }
                VerdictDePoint.lire(texte)
                        .ifPresentOrElse(
                                verdict -> dits.put(
                                        point,
                                        new Dit(
                                                ChampSaisi.version(champs.get(ListeAPointer.REVISION + point)),
                                                verdict,
                                                remarque)),
                                () -> erreurs.ajouter(champ, "concertation.pointage.inconnu"));
            }
        });
        return dits;
    }

    private PointagesPage page(
            Connecte qui,
            ReferenceDeDossier reference,
            String etape,
            UnaryOperator<ListeAPointer> saisie,
            Erreurs erreurs) {
        var dossier = dossiers.duVerificateur(qui, reference).orElseThrow(PointagesController::introuvable);
        var trouvees = dossier.etape(etape).stream()
                .flatMap(trouvee -> listes.de(qui, dossier, trouvee).stream())
                .map(liste -> liste.ouverte() ? saisie.apply(liste) : liste)
                .toList();
        return new PointagesPage(reference.valeur(), etape, dossier.candidat().nom(), trouvees, List.of(), erreurs, "");
    }

    private static ReferenceDeDossier lue(String reference) {
        return ReferenceDeDossier.lire(reference).siLue().orElseThrow(PointagesController::introuvable);
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
