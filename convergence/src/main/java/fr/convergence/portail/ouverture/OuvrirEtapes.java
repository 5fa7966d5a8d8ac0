package fr.convergence.portail.ouverture;

import fr.convergence.portail.acte.ActeDuDossier.EtapeOuverte;
import fr.convergence.portail.dossier.Calendrier;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.etape.FaitsDuDossier;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ouvre les étapes d'un dossier dont la condition est remplie et la fenêtre ouverte (DOS-3). */
@Component
class OuvrirEtapes {

    private final Dossiers dossiers;
    private final FaitsDuDossier faits;
    private final GuichetsPublies guichets;
    private final Calendrier calendrier;
    private final ApplicationEventPublisher actes;
    private final Clock horloge;

    OuvrirEtapes(
            Dossiers dossiers,
            FaitsDuDossier faits,
            GuichetsPublies guichets,
            Calendrier calendrier,
            ApplicationEventPublisher actes,
            Clock horloge) {
        this.dossiers = dossiers;
        this.faits = faits;
        this.guichets = guichets;
        this.calendrier = calendrier;
        this.actes = actes;
        this.horloge = horloge;
    }

    /** Dans la transaction de l'acte, qui vient de changer ce que des conditions regardent ; aucune ne regarde une ouverture. */
    @EventListener
    void apres(EtapePassee fait) {
        if (!(fait.acte() instanceof EtapeOuverte)) {
            executer(fait.reference());
        }
    }

    @Transactional
    public void executer(ReferenceDeDossier reference) {
        dossiers.celui(reference).ifPresent(this::ouvrir);
    }

    private void ouvrir(Dossier dossier) {
        for (var etape : dossier.etapes()) {
            if (etape.etat() instanceof EtatEtape.Fermee && ouvrable(dossier, etape)) {
                ouvrir(dossier, etape);
            }
        }
    }

    private void ouvrir(Dossier dossier, Etape etape) {
        var ouverte = etape.ouvrir();
        var acte = new EtapeOuverte(etape.vers(ouverte));
        if (dossiers.passer(dossier, etape, ouverte, Journal.SYSTEME, acte)) {
            actes.publishEvent(new EtapePassee(dossier.reference(), acte, horloge.instant()));
        }
    }

    private boolean ouvrable(Dossier dossier, Etape etape) {
        if (calendrier.fenetre(dossier.guichet(), etape.code()).etat(horloge.instant()) != Fenetre.Etat.OUVERTE) {
            return false;
        }
        var guichet = guichets.version(dossier.guichet());
        return guichet.definition()
                .etape(etape.code())
                .filter(definition -> guichet.accessible(definition, connu(dossier, etape)))
                .isPresent();
    }

    /** Ce que les conditions regardent ; un fait encore inconnu, comme la convention, les laisse fausses. */
    private Map<String, Object> connu(Dossier dossier, Etape etape) {
        var connu = new HashMap<>(faits.de(dossier, etape).variables());
        for (var autre : dossier.etapes()) {
            var mot = "etape." + autre.code();
            connu.put(mot + ".transmise", autre.etat().transmise());
            connu.put(mot + ".acceptee", autre.etat() instanceof EtatEtape.Acceptee);
            connu.put(mot + ".refusee", autre.etat() instanceof EtatEtape.Refusee);
        }
        return connu;
    }
}
