package fr.convergence.isc.ubble;

import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Creee;
import fr.convergence.isc.identite.Passages;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.isc.ubble.AvancementDUbble.ARecommencer;
import fr.convergence.isc.ubble.AvancementDUbble.Conclu;
import fr.convergence.isc.ubble.AvancementDUbble.EnCours;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.site.Langue;
import fr.convergence.socle.tache.TachePeriodique;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Relève chez Ubble ce que deviennent les vérifications ; aucune réponse de lui ne s'attend dans une transaction. */
@Component
final class ReleverUbble {

    static final String TACHE = "ubble-releve";

    private static final Logger TRACES = LoggerFactory.getLogger(ReleverUbble.class);
    private static final int LOT = 50;

    private final Ubble ubble;
    private final Confies confies;
    private final Verifications verifications;
    private final Passages passages;
    private final TransactionTemplate transaction;
    private final Textes textes;
    private final Clock horloge;

    ReleverUbble(
            Ubble ubble,
            Confies confies,
            Verifications verifications,
            Passages passages,
            TransactionTemplate transaction,
            Textes textes,
            Clock horloge) {
        this.ubble = ubble;
        this.confies = confies;
        this.verifications = verifications;
        this.passages = passages;
        this.transaction = transaction;
        this.textes = textes;
        this.horloge = horloge;
    }

    /** @return faux : ce qui n'a pas abouti se refait au passage suivant */
    boolean passer(Tranche tranche) {
        if (ubble.regle()) {
            confies.oublierLesEvenements();
            for (var reference : confies.aRelever(LOT)) {
                if (tranche.finie()) {
                    return false;
                }
                relever(reference);
            }
        }
        return false;
    }

    void relever(String reference) {
        confies.essayee(reference);
        try {
            switch (ubble.avancement(reference)) {
                case EnCours() -> {}
                case Conclu(var avis) -> conclure(reference, avis, "");
                case ARecommencer(var avis, var inclinaison) ->
                    conclure(reference, avis, inclinaison ? "ubble.a-refaire.inclinaison" : "ubble.a-refaire");
            }
        } catch (UbbleDefaillant echec) {
            TRACES.warn("Ubble n’a pas répondu de {}, repris plus tard", reference, echec);
        }
    }

    /** @param motif clé du texte que lira la personne ; vide si elle n'a rien à refaire */
    private void conclure(String reference, String avis, String motif) {
        transaction.executeWithoutResult(_ -> {
            verifications
                    .prendreChez(Ubble.NOM, reference)
                    .filter(verification -> verification.etat() instanceof Creee
                            || verification.etat() instanceof ARefaire && motif.isEmpty())
                    .ifPresent(verification -> {
                        var dite = avecAvis(verification, avis);
                        passages.passer(
                                motif.isEmpty()
                                        ? dite.examiner(horloge.instant())
                                        : dite.echouer(
                                                dit(verification.personne().langue(), motif), horloge.instant()),
                                Journal.SYSTEME);
                    });
            confies.finie(reference);
        });
    }

    /** Le passage n'a pas la langue d'une requête : celle de la personne. */
    private String dit(Langue langue, String cle) {
        LocaleContextHolder.setLocale(langue.locale());
        try {
            return textes.de(cle);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static Verification avecAvis(Verification verification, String avis) {
        return new Verification(
                verification.id(),
                verification.inscription(),
                verification.personne(),
                verification.etat(),
                verification.prise(),
                verification.partenaire(),
                verification.reference(),
                avis,
                verification.expireLe());
    }

    @Configuration(proxyBeanMethods = false)
    static class EnFond {

        /** Il prévient ; quand il ne le fait pas, on va voir. */
        @Bean
        TachePeriodique verificationsChezUbble(ReleverUbble relever) {
            return new TachePeriodique(TACHE, Duration.ofMinutes(5), relever::passer);
        }
    }
}
