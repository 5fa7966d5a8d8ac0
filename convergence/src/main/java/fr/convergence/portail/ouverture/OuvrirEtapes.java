package fr.convergence.portail.ouverture;

import fr.convergence.portail.acte.ActeDuDossier.EtapeOuverte;
import fr.convergence.portail.convention.ConventionPassee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.DossierCommence;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ouvre les étapes d'un dossier dont la condition est remplie et la fenêtre ouverte (DOS-3). */
@Component
class OuvrirEtapes {

    private final Dossiers dossiers;
    private final Ouvrables ouvrables;
    private final ApplicationEventPublisher actes;
    private final Clock horloge;

    OuvrirEtapes(Dossiers dossiers, Ouvrables ouvrables, ApplicationEventPublisher actes, Clock horloge) {
        this.dossiers = dossiers;
        this.ouvrables = ouvrables;
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

    /** Signée, une étape l'attendait peut-être. */
    @EventListener
    void apres(ConventionPassee fait) {
        executer(fait.reference());
    }

    /** Une condition peut être déjà vraie. */
    @EventListener
    void apres(DossierCommence fait) {
        executer(fait.reference());
    }

    /** Ses étapes tenues : une décision que l'on reprend au même instant passe avant, ou après. */
    @Transactional
    public void executer(ReferenceDeDossier reference) {
        dossiers.prendreCelui(reference).ifPresent(this::ouvrir);
    }

    /** Le lire ne prend pas de transaction : le calendrier passe sur tous ceux qui n'ont rien à ouvrir. */
    boolean aOuvrir(ReferenceDeDossier reference) {
        return dossiers.celui(reference)
                .filter(dossier -> !ouvrables.de(dossier).isEmpty())
                .isPresent();
    }

    private void ouvrir(Dossier dossier) {
        for (var etape : ouvrables.de(dossier)) {
            var ouverte = etape.ouvrir();
            var acte = new EtapeOuverte(etape.vers(ouverte));
            if (dossiers.passer(dossier, etape, ouverte, Journal.SYSTEME, acte)) {
                actes.publishEvent(new EtapePassee(dossier.reference(), acte, horloge.instant()));
            }
        }
    }
}
