package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.ActeDuDossier.EtapeClose;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.socle.journal.Journal;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fait prendre à un dossier neuf la place de son candidat à un guichet. Elle est libre, ou tenue par un dossier resté en
 * brouillon après sa fenêtre, qui est alors clos (TDB-2).
 *
 * <p>D'ici là rien ne l'écrit : {@link Calendrier} le dit clos, et une prolongation le rouvre.
 */
@Component
public class PrendrePlace {

    private final Dossiers dossiers;
    private final Calendrier calendrier;
    private final ApplicationEventPublisher actes;

    PrendrePlace(Dossiers dossiers, Calendrier calendrier, ApplicationEventPublisher actes) {
        this.dossiers = dossiers;
        this.calendrier = calendrier;
        this.actes = actes;
    }

    /** @return faux si ce candidat a déjà un dossier vivant sur ce guichet */
    @Transactional
    public boolean executer(Dossier neuf) {
        if (!dossiers.creer(neuf) && !(liberer(neuf) && dossiers.creer(neuf))) {
            return false;
        }
        actes.publishEvent(new DossierCommence(neuf.reference()));
        return true;
    }

    /** Ses étapes sont tenues avant qu'on le dise laissé : ce qu'un acte vient d'en transmettre ne l'est plus. */
    private boolean liberer(Dossier neuf) {
        var ancien = dossiers.prendreVivant(
                        neuf.guichet().code(), neuf.candidat().cle())
                .filter(vivant -> calendrier.laissee(vivant).isPresent());
        ancien.ifPresent(laisse -> clore(laisse, neuf.creeLe()));
        return ancien.isPresent();
    }

    /** L'étape qu'on a laissé passer se clôt à son heure ; un autre brouillon, maintenant. */
    private void clore(Dossier laisse, Instant maintenant) {
        for (var etape : laisse.etapes()) {
            if (etape.etat() instanceof EtatEtape.Brouillon) {
                var passee = calendrier.statut(laisse, etape) == Statut.CLOS;
                var limite = calendrier.fenetre(laisse.guichet(), etape.code()).limite();
                var le = passee ? limite.map(Moment::echeance).orElseThrow() : maintenant;
                var close = etape.clore(le);
                if (!dossiers.passer(laisse, etape, close, Journal.SYSTEME, new EtapeClose(etape.vers(close)))) {
                    throw new IllegalStateException("Une étape tenue a changé : " + laisse.reference());
                }
            }
        }
    }
}
