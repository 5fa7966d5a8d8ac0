package fr.convergence.portail.convention;

import fr.convergence.portail.acte.ActeDuDossier.DeConvention;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Reveils;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Écrit ce que devient une convention, dans la transaction de l'acte : son état, le journal, le fait que d'autres entendent. */
@Component
final class PassagesDeConvention {

    private final Dossiers dossiers;
    private final Conventions conventions;
    private final Journal journal;
    private final ApplicationEventPublisher faits;
    private final Reveils reveils;

    PassagesDeConvention(
            Dossiers dossiers,
            Conventions conventions,
            Journal journal,
            ApplicationEventPublisher faits,
            Reveils reveils) {
        this.dossiers = dossiers;
        this.conventions = conventions;
        this.journal = journal;
        this.faits = faits;
        this.reveils = reveils;
    }

    /**
     * La tient jusqu'à la fin de la transaction. Les étapes de son dossier d'abord, comme tout acte du dossier : deux ordres
     * contraires s'interbloqueraient.
     */
    Optional<Convention> tenir(Convention lue) {
        dossiers.prendreCelui(lue.reference());
        return conventions.prendre(lue.id());
    }

    /** Son document se fait et part dès la transaction validée. */
    void naitre(Convention convention, DeConvention acte) {
        conventions.ajouter(convention);
        dire(convention, Journal.SYSTEME, acte);
        reveils.apresTransaction(TachesDeConvention.ENVOI);
    }

    /** @param acteur identifiant du compte, {@link Journal#SYSTEME} ou {@link DeConvention#SIGNATAIRE} */
    void passer(Convention apres, String acteur, DeConvention acte) {
        conventions.ecrire(apres);
        dire(apres, acteur, acte);
    }

    /** Un acte qui ne change pas son état. */
    void relater(Convention convention, String acteur, DeConvention acte) {
        journal.ecrire(convention.reference().valeur(), acteur, acte);
    }

    private void dire(Convention convention, String acteur, DeConvention acte) {
        relater(convention, acteur, acte);
        faits.publishEvent(new ConventionPassee(convention.reference(), convention.etape(), acte));
    }
}
