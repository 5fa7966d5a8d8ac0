package fr.convergence.isc.cle;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Remplace les clés : à leur heure, ou tout de suite quand l'opérateur le demande. */
@Configuration(proxyBeanMethods = false)
public class TournerCles {

    /** Une clé signe trois mois. */
    static final Duration SERVICE = Duration.ofDays(90);

    /** La suivante se publie une semaine avant : un service relit les clés bien plus souvent. */
    static final Duration PREAVIS = Duration.ofDays(7);

    /** Rien de ce qu'elle a signé ne vit si longtemps. */
    static final Duration SUITE = Duration.ofDays(30);

    private final ClesDeSignature cles;
    private final TransactionTemplate transactions;
    private final Clock horloge;

    TournerCles(ClesDeSignature cles, TransactionTemplate transactions, Clock horloge) {
        this.cles = cles;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    @Bean
    TachePeriodique tournerLesCles() {
        return new TachePeriodique("cle-rotation", Duration.ofHours(6), this::aLeurHeure);
    }

    void aLeurHeure() {
        for (var algorithme : AlgorithmeDeCle.values()) {
            transactions.executeWithoutResult(_ -> aSonHeure(algorithme));
        }
    }

    private void aSonHeure(AlgorithmeDeCle algorithme) {
        var maintenant = horloge.instant();
        if (cles.ya(algorithme, EtatDeCle.ACTIVE, maintenant.minus(SERVICE.minus(PREAVIS)))) {
            cles.ajouter(algorithme, EtatDeCle.PREPAREE);
        }
        if (cles.ya(algorithme, EtatDeCle.ACTIVE, maintenant.minus(SERVICE))
                && cles.ya(algorithme, EtatDeCle.PREPAREE, maintenant.minus(PREAVIS))) {
            promouvoir(algorithme, maintenant);
        }
        cles.passer(algorithme, EtatDeCle.PASSIVE, EtatDeCle.RETIREE, maintenant.minus(SUITE));
    }

    /** Une clé neuve signe dès maintenant : un service qui tient les anciennes en mémoire doit relire les clés. */
    public void toutDeSuite(AlgorithmeDeCle algorithme) {
        transactions.executeWithoutResult(_ -> {
            cles.ajouter(algorithme, EtatDeCle.PREPAREE);
            promouvoir(algorithme, horloge.instant());
        });
    }

    /** Une clé passive compromise : ce qu'elle a signé ne se vérifie plus. */
    public boolean retirer(String kid) {
        return cles.retirer(kid);
    }

    private void promouvoir(AlgorithmeDeCle algorithme, Instant maintenant) {
        cles.passer(algorithme, EtatDeCle.ACTIVE, EtatDeCle.PASSIVE, maintenant);
        cles.passer(algorithme, EtatDeCle.PREPAREE, EtatDeCle.ACTIVE, maintenant);
    }
}
