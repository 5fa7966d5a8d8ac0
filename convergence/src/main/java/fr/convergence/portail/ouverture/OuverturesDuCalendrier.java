package fr.convergence.portail.ouverture;

import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.tache.TachePeriodique;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** À l'heure où une fenêtre s'ouvre, les dossiers que leur avancement permet déjà. */
@Configuration
class OuverturesDuCalendrier {

    private static final int LOT = 200;
    private static final UUID DEBUT = new UUID(0, 0);
    private static final UUID FIN = new UUID(-1, -1);

    /** Une étape que le calendrier a ouverte à cette heure. */
    private record Ouverte(String guichet, String etape, Instant depuis) {}

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
        for (var ouverte : ouvertes()) {
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

    private List<Ouverte> ouvertes() {
        return guichets.enVigueur().stream()
                .map(Guichet::definition)
                .flatMap(this::ouvertes)
                .toList();
    }

    private Stream<Ouverte> ouvertes(DefinitionGuichet guichet) {
        return guichet.etapes().stream()
                .filter(etape -> etape.fenetre().etat(horloge.instant()) == Fenetre.Etat.OUVERTE)
                .map(etape -> new Ouverte(
                        guichet.code(), etape.code(), etape.fenetre().du().ouverture()));
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
        lot.forEach(fermee -> ouvrir.executer(new ReferenceDeDossier(fermee.reference())));
        return lot.size() < LOT ? FIN : lot.getLast().dossier();
    }
}
