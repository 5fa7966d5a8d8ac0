package fr.convergence.socle.personne;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.tache.Reveils;
import fr.convergence.socle.tache.TachePeriodique;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Les courriels qu'un visiteur fait partir en nommant un compte. Sa requête n'écrit qu'une demande, toujours la même : ni
 * la réponse ni son délai ne disent si le compte existe (INS-2). Un travail de fond regarde ensuite.
 */
@Component
public final class DemandesDeCourriel {

    /** Ce qu'on demande d'envoyer. */
    public enum Nature {
        ACTIVATION,
        MOT_DE_PASSE,
        VERROU
    }

    private record Demande(UUID id, Nature nature, byte[] identifiantScelle) {}

    private static final String TRAVAIL = "compte-demandes";
    private static final Duration SCRUTATION = Duration.ofSeconds(10);

    private final JdbcClient base;
    private final Coffre coffre;
    private final Clock horloge;
    private final TransactionTemplate transactions;
    private final SuiteDesDemandes suite;
    private final Reveils reveils;

    DemandesDeCourriel(
            JdbcClient base,
            Coffre coffre,
            Clock horloge,
            TransactionTemplate transactions,
            SuiteDesDemandes suite,
            Reveils reveils) {
        this.base = base;
        this.coffre = coffre;
        this.horloge = horloge;
        this.transactions = transactions;
        this.suite = suite;
        this.reveils = reveils;
    }

    /** @param identifiant nom d'utilisateur ou adresse électronique, connu ou non */
    public void deposer(Nature nature, String identifiant) {
        var id = Uuid.v7();
        base.sql("insert into personne_demande (id, nature, identifiant_scelle, cree_le) values (?, ?, ?, ?)")
                .params(
                        id,
                        nature.name(),
                        coffre.sceller(identifiant.getBytes(UTF_8), contexte(id)),
                        Timestamp.from(horloge.instant()))
                .update();
        reveils.apresTransaction(TRAVAIL);
    }

    /** Donne suite à la plus ancienne demande ; faux s'il n'y en avait pas. */
    public boolean traiterUne() {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var demande = prendre();
            demande.ifPresent(prise -> suite.donner(
                    prise.nature(), new String(coffre.ouvrir(prise.identifiantScelle(), contexte(prise.id())), UTF_8)));
            return demande.isPresent();
        }));
    }

    private Optional<Demande> prendre() {
        return base.sql("""
                delete from personne_demande where id = (
                    select id from personne_demande order by id limit 1 for update skip locked)
                returning id, nature, identifiant_scelle
                """)
                .query((ligne, rang) -> new Demande(
                        ligne.getObject("id", UUID.class),
                        Nature.valueOf(ligne.getString("nature")),
                        ligne.getBytes("identifiant_scelle")))
                .optional();
    }

    private static String contexte(UUID id) {
        return "compte-demande/" + id;
    }

    @Configuration(proxyBeanMethods = false)
    static class EnFond {

        @Bean
        TachePeriodique traiterLesDemandes(DemandesDeCourriel demandes) {
            return TachePeriodique.parLots(TRAVAIL, SCRUTATION, demandes::traiterUne);
        }
    }
}
