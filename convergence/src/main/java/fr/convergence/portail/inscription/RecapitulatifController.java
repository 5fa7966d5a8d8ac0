package fr.convergence.portail.inscription;

import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.inscription.Brouillons.Tenu;
import fr.convergence.portail.inscription.Etablissement.Paire;
import fr.convergence.portail.inscription.TerminerInscription.Issue;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Étape 3, « Récapitulatif », et la fin (INS-7, INS-8). */
@Controller
@Acces(publique = true)
final class RecapitulatifController {

    private static final String FIN = "/inscription/fin";

    private final Inscriptions inscriptions;
    private final Etablissements etablissements;
    private final TerminerInscription terminer;
    private final Temoin temoin;

    RecapitulatifController(
            Inscriptions inscriptions, Etablissements etablissements, TerminerInscription terminer, Temoin temoin) {
        this.temoin = temoin;
        this.inscriptions = inscriptions;
        this.etablissements = etablissements;
        this.terminer = terminer;
    }

    @GetMapping("/inscription/recapitulatif")
    Vue recapitulatif(HttpServletRequest requete) {
        var tenu = inscriptions.enCours(requete);
        var brouillon = tenu.map(Tenu::brouillon).orElse(Brouillon.VIDE);
        if (tenu.isEmpty() || brouillon.identite() == null || brouillon.choisi() == null) {
            return new Redirection(brouillon.etape().adresse()).avec(Annonce.avertissement("inscription.oubliee"));
        }
        var identite = paires(brouillon.identite());
        return etablissements
                .choisissable(brouillon.choisi())
                .<Vue>map(candidat -> new RecapitulatifDInscriptionPage(
                        identite, Etablissement.de(candidat), tenu.get().version()))
                .orElseGet(RecapitulatifController::choisirDeNouveau);
    }

    @PostMapping("/inscription/recapitulatif")
    Vue creerLeCompte(@RequestParam(required = false) @Nullable String version, HttpServletRequest requete) {
        var issue = temoin.lire(requete)
                .map(sien -> terminer.executer(sien, ChampSaisi.version(version)))
                .orElseGet(() -> new Issue.Incomplete(EtapeDInscription.INFORMATIONS));
        return switch (issue) {
            case Issue.Terminee() -> new Redirection(FIN);
            case Issue.Incomplete(var etape) ->
                new Redirection(etape.adresse()).avec(Annonce.avertissement("inscription.oubliee"));
            case Issue.Changee() ->
                new Redirection(EtapeDInscription.RECAPITULATIF.adresse())
                        .avec(Annonce.avertissement("inscription.changee"));
            case Issue.EtablissementFerme() -> choisirDeNouveau();
        };
    }

    @GetMapping(FIN)
    Vue fin(HttpServletRequest requete) {
        return inscriptions
                .terminee(requete)
                .<Vue>map(finie -> new FinPage(finie.prevenue()))
                .orElseGet(() ->
                        new Redirection(inscriptions.brouillon(requete).etape().adresse()));
    }

    private static Redirection choisirDeNouveau() {
        return new Redirection(EtapeDInscription.CHOIX.adresse())
                .avec(Annonce.avertissement("inscription.etablissement-ferme"));
    }

    private static List<Paire> paires(Identite identite) {
        return List.of(
                new Paire(
                        "inscription.nom-utilisateur", identite.nomUtilisateur().valeur()),
                new Paire("inscription.civilite", identite.civilite().libelle()),
                new Paire("inscription.nom", identite.nom()),
                new Paire("inscription.prenom", identite.prenom()),
                new Paire("inscription.courriel", identite.courriel().valeur()),
                new Paire("inscription.telephone", identite.telephone().affichage()));
    }
}
