package fr.convergence.portail.inscription;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.CritereDeCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Étape 2, « Informations de l'établissement de santé » (INS-4, INS-5, INS-6). */
@Controller
@Acces(publique = true)
@RequestMapping("/inscription/etablissement")
final class EtablissementController {

    private static final List<Choix> TYPES =
            Choix.de(TypeCandidat.proposes(), TypeCandidat::name, TypeCandidat::libelle);
    private static final List<Choix> REGIONS = Choix.de(Region.parNom(), Region::code, Region::nom);

    private final Inscriptions inscriptions;
    private final Etablissements etablissements;
    private final Listes listes;

    EtablissementController(Inscriptions inscriptions, Etablissements etablissements, Listes listes) {
        this.inscriptions = inscriptions;
        this.etablissements = etablissements;
        this.listes = listes;
    }

    @GetMapping
    Vue type(HttpServletRequest requete) {
        var brouillon = inscriptions.brouillon(requete);
        return avant(brouillon, EtapeDInscription.ETABLISSEMENT)
                .orElseGet(() -> new TypePage(
                        TYPES,
                        REGIONS,
                        brouillon.type() == null ? "" : brouillon.type().name(),
                        brouillon.region() == null ? "" : brouillon.region().code(),
                        Erreurs.aucune()));
    }

    @Rejouable("écrit le brouillon de ce navigateur, et lui en rend le témoin")
    @PostMapping
    Vue choisirType(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String region,
            HttpServletRequest requete,
            HttpServletResponse reponse) {
        var trop = avant(inscriptions.brouillon(requete), EtapeDInscription.ETABLISSEMENT);
        if (trop.isPresent()) {
            return trop.get();
        }
        var typeLu = TypeCandidat.proposes().stream()
                .filter(propose -> propose.name().equals(type))
                .findFirst();
        var regionLue = Region.lire(region).siLue();
        if (typeLu.isPresent() && regionLue.isPresent()) {
            inscriptions.modifier(requete, reponse, present -> present.avec(typeLu.get(), regionLue.get()));
            return new Redirection(EtapeDInscription.CHOIX.adresse());
        }
        var erreurs = Erreurs.aucune();
        if (typeLu.isEmpty()) {
            erreurs.ajouter("type", "etablissement.type.vide");
        }
        if (regionLue.isEmpty()) {
            erreurs.ajouter("region", "etablissement.region.vide");
        }
        return new TypePage(TYPES, REGIONS, type, region, erreurs);
    }

    @GetMapping("/choix")
    Vue choix(Listes.Demande demande, HttpServletRequest requete) {
        var brouillon = inscriptions.brouillon(requete);
        var trop = avant(brouillon, EtapeDInscription.CHOIX);
        if (trop.isPresent()) {
            return trop.get();
        }
        var resultats = listes.resultats(critere(brouillon), demande);
        return requete.getHeader("HX-Request") == null ? page(brouillon, resultats, Erreurs.aucune()) : resultats;
    }

    @Rejouable("écrit le brouillon de ce navigateur, et lui en rend le témoin")
    @PostMapping("/choix")
    Vue choisir(
            @RequestParam(defaultValue = "") String etablissement,
            Listes.Demande demande,
            HttpServletRequest requete,
            HttpServletResponse reponse) {
        var brouillon = inscriptions.brouillon(requete);
        var trop = avant(brouillon, EtapeDInscription.CHOIX);
        if (trop.isPresent()) {
            return trop.get();
        }
        var choisi = CleCandidat.lire(etablissement)
                .filter(cle -> cle.type() == brouillon.type())
                .flatMap(etablissements::choisissable)
                .filter(candidat -> candidat.region()
                        .filter(lue -> lue == brouillon.region())
                        .isPresent());
        if (choisi.isPresent()) {
            inscriptions.modifier(
                    requete, reponse, present -> present.avec(choisi.get().cle()));
            return new Redirection("/inscription/etablissement/entites");
        }
        return page(
                brouillon,
                listes.resultats(critere(brouillon), demande),
                Erreurs.aucune().ajouter("recherche", "inscription.choix.inconnu"));
    }

    @GetMapping("/entites")
    Vue entites(Listes.Demande demande, HttpServletRequest requete) {
        var brouillon = inscriptions.brouillon(requete);
        return avant(brouillon, EtapeDInscription.RECAPITULATIF)
                .orElseGet(() -> choisi(brouillon)
                        .<Vue>map(candidat -> listes.entites(candidat, demande))
                        .orElseGet(() -> new Redirection(EtapeDInscription.CHOIX.adresse())));
    }

    private Optional<Candidat> choisi(Brouillon brouillon) {
        return Optional.ofNullable(brouillon.choisi()).flatMap(etablissements::choisissable);
    }

    private static ChoixPage page(Brouillon brouillon, ResultatsPage resultats, Erreurs erreurs) {
        var critere = critere(brouillon);
        return new ChoixPage(
                critere.type().libelle(), critere.region().orElseThrow().nom(), resultats, erreurs);
    }

    private static CritereDeCandidat critere(Brouillon brouillon) {
        if (brouillon.type() == null || brouillon.region() == null) {
            throw new IllegalStateException("L’étape du choix vient après le type et la région");
        }
        return CritereDeCandidat.de(brouillon.type(), brouillon.region());
    }

    /** Le renvoi à la première étape incomplète, s'il y en a une avant celle-ci : la page dit pourquoi. */
    static Optional<Vue> avant(Brouillon brouillon, EtapeDInscription demandee) {
        return brouillon.etape().compareTo(demandee) < 0
                ? Optional.of(
                        new Redirection(brouillon.etape().adresse()).avec(Annonce.avertissement("inscription.oubliee")))
                : Optional.empty();
    }
}
