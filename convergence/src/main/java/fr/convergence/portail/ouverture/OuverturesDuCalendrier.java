package fr.convergence.portail.ouverture;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.tache.TachePeriodique;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * À l'heure où une fenêtre s'ouvre, les dossiers que leur avancement permet déjà ; une fois encore peu après, pour l'acte commencé
 * avant cette heure et achevé derrière le parcours ; puis chaque jour qu'elle est ouverte : une condition peut regarder la date ou
 * le registre, qu'aucun acte ne change.
 */
@Configuration
class OuverturesDuCalendrier {

    private static final Logger JOURNAL = LoggerFactory.getLogger(OuverturesDuCalendrier.class);

    private static final int LOT = 50;

    /** Bien plus qu'un acte ne dure. */
    private static final Duration ACTE_EN_ROUTE = Duration.ofMinutes(2);

    private static final UUID DEBUT = new UUID(0, 0);
    private static final UUID FIN = new UUID(-1, -1);

    /**
     * Une étape que le calendrier tient ouverte. Une fenêtre repoussée en fait une autre, à parcourir aussi.
     *
     * @param depuis l'heure d'où part ce parcours-ci
     */
    private record Ouverte(String guichet, String etape, Fenetre fenetre, Instant depuis) {}

    private record Fermee(UUID dossier, String reference) {}

    private final JdbcClient base;
    private final GuichetsPublies guichets;
    private final OuvrirEtapes ouvrir;
    private final Clock horloge;

    /** Jusqu'où ce nœud a parcouru les dossiers de chacune. Un autre, ou le même redémarré, reparcourt sans rien défaire. */
    private final Map<Ouverte, UUID> parcourues = new ConcurrentHashMap<>();

    OuverturesDuCalendrier(JdbcClient base, GuichetsPublies guichets, OuvrirEtapes ouvrir, Clock horloge) {
        this.base = base;
        this.guichets = guichets;
        this.ouvrir = ouvrir;
        this.horloge = horloge;
    }

    @Bean
    TachePeriodique ouvrirALHeure() {
        return new TachePeriodique("ouverture-calendrier", Duration.ofMinutes(1), this::parcourir);
    }

    /** @return vrai s'il en reste peut-être */
    boolean parcourir(Tranche tranche) {
        var ouvertes = ouvertes();
        parcourues.keySet().retainAll(ouvertes);
        for (var ouverte : ouvertes) {
            for (var apres = parcourues.getOrDefault(ouverte, DEBUT); !apres.equals(FIN); ) {
                if (tranche.finie()) {
                    return true;
                }
                apres = ouvrir(fermees(ouverte, apres));
                parcourues.put(ouverte, apres);
            }
        }
        return false;
    }

    /** Une étape que la version en vigueur n'a plus reste à ouvrir dans les dossiers qui ont commencé avec elle. */
    private Set<Ouverte> ouvertes() {
        var maintenant = horloge.instant();
        return guichets.toutes().stream()
                .map(Guichet::definition)
                .flatMap(guichet -> ouvertes(guichet, maintenant))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Ouverte> ouvertes(DefinitionGuichet guichet, Instant maintenant) {
        return guichet.etapes().stream()
                .filter(etape -> etape.formulaire().isPresent())
                .map(EtapeDuGuichet::code)
                .map(etape -> ouverte(guichet.reference(), etape, maintenant))
                .filter(ouverte -> ouverte.fenetre().etat(maintenant) == Fenetre.Etat.OUVERTE);
    }

    private Ouverte ouverte(Reference guichet, String etape, Instant maintenant) {
        var fenetre = guichets.fenetre(guichet, etape);
        var ouverture = fenetre.du().ouverture();
        var minuit = LocalDate.ofInstant(maintenant, horloge.getZone())
                .atStartOfDay(horloge.getZone())
                .toInstant();
        var depuis = Stream.of(ouverture, ouverture.plus(ACTE_EN_ROUTE), minuit)
                .filter(heure -> !heure.isAfter(maintenant))
                .max(Comparator.naturalOrder())
                .orElse(ouverture);
        return new Ouverte(guichet.code(), etape, fenetre, depuis);
    }

    private List<Fermee> fermees(Ouverte ouverte, UUID apres) {
        return base.sql("""
                select dossier, reference from vue_ouverture_etape_fermee
                where guichet = ? and code = ? and dossier > ? order by dossier limit ?
                """)
                .params(ouverte.guichet(), ouverte.etape(), apres, LOT)
                .query(Fermee.class)
                .list();
    }

    private UUID ouvrir(List<Fermee> lot) {
        lot.forEach(this::ouvrir);
        return lot.size() < LOT ? FIN : lot.getLast().dossier();
    }

    /** Un dossier que rien ne peut ouvrir n'arrête pas ceux qui le suivent ; une base qui ne répond plus, si. */
    private void ouvrir(Fermee fermee) {
        try {
            var reference = new ReferenceDeDossier(fermee.reference());
            if (ouvrir.aOuvrir(reference)) {
                ouvrir.executer(reference);
            }
        } catch (RuntimeException echec) {
            if (EchecPassager.est(echec)) {
                throw echec;
            }
            JOURNAL.error("Dossier {} : étapes à ouvrir, repris au prochain parcours", fermee.reference(), echec);
        }
    }
}
