package fr.convergence.socle.fichier;

import fr.convergence.socle.antivirus.Clamd;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.depot.ChoixDuDepot;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.depot.DepotObjets;
import fr.convergence.socle.depot.GenreDeDepot;
import fr.convergence.socle.depot.ReglagesS3;
import fr.convergence.socle.sonde.Sonde;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Assemble le paquet ; ce que les autres paquets en voient est {@link Fichiers}, {@link Tus} et {@link Analyse}. */
@Configuration(proxyBeanMethods = false)
class ServiceFichiers {

    private static final Duration ENTRE_DEUX_ESSAIS = Duration.ofSeconds(10);

    @Bean
    ChoixDuDepot choixDuDepot(
            @Value("${convergence.depot.genre:dossier}") String genre, ReglagesFichiers reglages, ReglagesS3 s3) {
        return new ChoixDuDepot(GenreDeDepot.lire(genre), reglages.depot(), s3);
    }

    @Bean
    @ConditionalOnMissingBean
    DepotDuSite depotObjets(
            ChoixDuDepot choix,
            JdbcClient base,
            Clock horloge,
            @Value("${convergence.depot.commande:}") String commande)
            throws IOException {
        var depot = choix.ouvrir();
        var marque = new MarqueDuDepot(base, horloge);
        if (commande.isEmpty() || !marque.reconnaitreQuitte(depot)) {
            marque.exiger(depot);
        }
        return depot;
    }

    @Bean
    Sonde sondeDuDepot(DepotObjets depot) {
        return new Sonde("depot", ENTRE_DEUX_ESSAIS, depot::essayer);
    }

    /** Sans antivirus réglé, il n'y a personne à essayer. */
    @Bean
    Sonde sondeDeLAntivirus(Analyse analyse) {
        return new Sonde("antivirus", ENTRE_DEUX_ESSAIS, analyse::essayer);
    }

    @Bean
    Magasin magasinDeFichiers(
            JdbcClient base,
            TransactionTemplate transaction,
            DepotObjets depot,
            Coffre coffre,
            ApplicationEventPublisher faits,
            Clock horloge) {
        return new Magasin(
                new Registre(base, horloge),
                new Televersements(base, horloge),
                new Segments(base, transaction, depot, horloge),
                new Quarantaine(base, horloge),
                coffre,
                transaction,
                faits);
    }

    @Bean
    Receveur receveurDeFichiers(Magasin magasin, Clock horloge) {
        return new Receveur(magasin, horloge);
    }

    @Bean
    Fichiers fichiers(
            Magasin magasin,
            Receveur receveur,
            TransactionTemplate transaction,
            ReglagesFichiers reglages,
            Clock horloge) {
        return new Fichiers(magasin, receveur, transaction, reglages, horloge);
    }

    @Bean
    Tus tus(Receveur receveur, Magasin magasin) {
        return new Tus(receveur, magasin);
    }

    @Bean
    Analyse analyseDeFichiers(
            Magasin magasin, ReglagesFichiers reglages, Clock horloge, ObjectProvider<ExamenPropre> propres) {
        var exigences = propres.orderedStream().toList();
        return new Analyse(magasin, clamd(reglages), horloge, Analyse.PROLONGATION, exigences);
    }

    private static @Nullable Clamd clamd(ReglagesFichiers reglages) {
        var antivirus = reglages.antivirus();
        return antivirus == null || antivirus.isBlank() ? null : Clamd.a(antivirus, reglages.delaiAntivirus());
    }
}
