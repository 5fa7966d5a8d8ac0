package fr.convergence.portail.dossier;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.tache.TachePeriodique;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Donne leur dénomination aux dossiers qu'une version précédente ouvrait sans elle : un GHT par son seul territoire, une entité
 * juridique sans son FINESS. Un par un, pendant que l'on s'en sert : une migration les tiendrait tous ensemble.
 */
@Component
final class DenominationsDAvant {

    private static final Logger JOURNAL = LoggerFactory.getLogger(DenominationsDAvant.class);
    private static final int LOT = 200;
    private static final Duration SCRUTATION = Duration.ofHours(1);
    private static final UUID PREMIER = new UUID(0, 0);

    private record SansDenomination(UUID id, String type, String candidat, String nom) {}

    private final JdbcClient base;
    private final Etablissements registre;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher faits;

    DenominationsDAvant(
            JdbcClient base,
            Etablissements registre,
            TransactionTemplate transaction,
            ApplicationEventPublisher faits) {
        this.base = base;
        this.registre = registre;
        this.transaction = transaction;
        this.faits = faits;
    }

    /**
     * Chaque tranche, de quelque nœud qu'elle soit, repart du premier : ceux qui ont reçu leur nom n'y sont plus.
     *
     * @return vrai s'il en reste peut-être ; une tranche qui n'en a nommé aucun ne se refait pas aussitôt
     */
    boolean reprendre(Tranche tranche) {
        var nommes = 0;
        for (var lot = apres(PREMIER); !lot.isEmpty(); lot = apres(lot.getLast().id)) {
            for (var dossier : lot) {
                nommes += reprendre(dossier) ? 1 : 0;
            }
            if (tranche.finie()) {
                return nommes > 0;
            }
        }
        return false;
    }

    private boolean reprendre(SansDenomination dossier) {
        try {
            var nom = denomination(dossier);
            nom.ifPresent(connu -> renommer(dossier, connu));
            return nom.isPresent();
        } catch (RuntimeException echec) {
            if (EchecPassager.est(echec)) {
                throw echec;
            }
            JOURNAL.error("Dossier {} : dénomination à reprendre dans {}", dossier.id, SCRUTATION, echec);
            return false;
        }
    }

    /** L'index dossier_sans_denomination ne porte qu'eux. */
    private List<SansDenomination> apres(UUID dossier) {
        return base.sql("""
                select id, candidat_type as type, candidat, candidat_nom as nom from dossier
                where strpos(candidat_nom, '(' || candidat || ')') = 0 and id > ? order by id limit ?
                """).params(dossier, LOT).query(SansDenomination.class).list();
    }

    /** Une entité garde la raison sociale de son dépôt ; un GHT que le registre ne connaît pas garde son nom. */
    private Optional<String> denomination(SansDenomination dossier) {
        var type = TypeCandidat.valueOf(dossier.type);
        return type == TypeCandidat.GHT
                ? registre.candidat(new CleCandidat(type, dossier.candidat)).map(Candidat::denomination)
                : Optional.of("%s (%s)".formatted(dossier.nom, dossier.candidat));
    }

    /** Les étapes d'abord, comme un acte les tient avant le dossier. Un autre nœud peut l'avoir renommé depuis qu'il a été lu. */
    private void renommer(SansDenomination dossier, String nom) {
        transaction.executeWithoutResult(enCours -> {
            var tris = base.sql("update dossier_etape set tri = ? where dossier = ? returning old.tri")
                    .params(Mots.normaliser(nom), dossier.id)
                    .query(String.class)
                    .list();
            var renommes = base.sql("update dossier set candidat_nom = ? where id = ? and candidat_nom = ?")
                    .params(nom, dossier.id, dossier.nom)
                    .update();
            if (renommes == 0) {
                enCours.setRollbackOnly();
                return;
            }
            faits.publishEvent(new DossierRenomme(dossier.id, tris.getFirst()));
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class EnFond {

        @Bean
        TachePeriodique repriseDesDenominations(DenominationsDAvant denominations) {
            return new TachePeriodique("dossier-denominations", SCRUTATION, denominations::reprendre);
        }
    }
}
