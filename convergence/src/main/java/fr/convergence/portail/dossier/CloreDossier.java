package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.ActeDuDossier.EtapeClose;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.socle.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clôt le dossier resté en brouillon après sa fenêtre, quand son candidat en demande un autre au même guichet (TDB-2).
 *
 * <p>D'ici là rien ne l'écrit : {@link Calendrier} le dit clos, et une prolongation le rouvre.
 */
@Component
public class CloreDossier {

    private final Dossiers dossiers;
    private final Calendrier calendrier;

    CloreDossier(Dossiers dossiers, Calendrier calendrier) {
        this.dossiers = dossiers;
        this.calendrier = calendrier;
    }

    /** @return vrai si la place s'est libérée */
    @Transactional
    public boolean executer(String guichet, CleCandidat candidat) {
        return dossiers.vivant(guichet, candidat).filter(this::clore).isPresent();
    }

    private boolean clore(Dossier dossier) {
        var etape = dossier.courante();
        if (!(etape.etat() instanceof EtatEtape.Brouillon) || calendrier.statut(dossier, etape) != Statut.CLOS) {
            return false;
        }
        var limite = calendrier.fenetre(dossier.guichet(), etape.code()).limite();
        var close = etape.clore(limite.map(Moment::echeance).orElseThrow());
        return dossiers.passer(dossier, etape, close, Journal.SYSTEME, new EtapeClose(etape.vers(close)));
    }
}
