package fr.convergence.portail.dossier;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DossierTransfere;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Qui tient un dossier, quand cela change : l'accès passe avec lui (TRF-1 à TRF-3). */
@Component
public final class ReferentDuDossier {

    private final Dossiers dossiers;
    private final JdbcClient base;
    private final Journal journal;
    private final ApplicationEventPublisher faits;

    ReferentDuDossier(Dossiers dossiers, JdbcClient base, Journal journal, ApplicationEventPublisher faits) {
        this.dossiers = dossiers;
        this.base = base;
        this.journal = journal;
        this.faits = faits;
    }

    /** Un dossier à soi, que personne d'autre ne transférera avant la fin de la transaction. */
    public Optional<Dossier> prendre(Connecte qui, ReferenceDeDossier reference) {
        return dossiers.prendre(qui, reference).filter(this::tenir);
    }

    /** Un dossier quel qu'en soit le référent, pour un acte de l'opérateur. */
    public Optional<Dossier> prendreCelui(ReferenceDeDossier reference) {
        return dossiers.prendreCelui(reference).filter(this::tenir);
    }

    /**
     * @param dossier pris ici
     * @param acteur identifiant du compte qui le décide
     */
    public void changer(Dossier dossier, UUID nouveau, String acteur, Optional<String> motif) {
        base.sql("update dossier set referent = ? where id = ?")
                .params(nouveau, dossier.id())
                .update();
        journal.ecrire(dossier.reference().valeur(), acteur, new DossierTransfere(dossier.referent(), nouveau, motif));
        faits.publishEvent(new DossierConfie(dossier.id()));
    }

    /** Ses étapes sont déjà tenues : qui attendait leur verrou a pu lire un dossier transféré entre-temps. */
    private boolean tenir(Dossier dossier) {
        return base.sql("select true from dossier where id = ? and referent = ? for no key update")
                .params(dossier.id(), dossier.referent())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }
}
