package fr.convergence.portail.piece;

import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.Fichiers;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les pièces de chaque étape ; l'accès à l'étape a été jugé par qui demande. */
@Component
public final class Pieces {

    private record Rangee(UUID fichier, String question) {}

    private final JdbcClient base;
    private final Fichiers fichiers;
    private final Clock horloge;

    Pieces(JdbcClient base, Fichiers fichiers, Clock horloge) {
        this.base = base;
        this.fichiers = fichiers;
        this.horloge = horloge;
    }

    /** Les pièces de l'édition en cours, par question, dans l'ordre de dépôt. */
    public Map<String, List<PieceDeposee>> deLEtape(UUID etape) {
        var rangees = base.sql("""
                select fichier, question from piece where etape = ? and retiree_le is null order by fichier
                """).param(etape).query(Rangee.class).list();
        if (rangees.isEmpty()) {
            return Map.of();
        }
        var fiches = fichiers.fiches(rangees.stream().map(Rangee::fichier).toList()).stream()
                .collect(Collectors.toMap(Fichier::id, Function.identity()));
        return rangees.stream()
                .map(rangee -> deposee(rangee, fiches.get(rangee.fichier())))
                .collect(Collectors.groupingBy(PieceDeposee::question, LinkedHashMap::new, Collectors.toList()));
    }

    /** Fige les pièces à la transmission : elles ne s'effacent plus, on peut seulement les détacher d'une reprise. */
    public void sceller(UUID etape) {
        base.sql("update piece set scellee_le = ? where etape = ? and retiree_le is null and scellee_le is null")
                .params(Timestamp.from(horloge.instant()), etape)
                .update();
    }

    private static PieceDeposee deposee(Rangee rangee, Fichier fiche) {
        return new PieceDeposee(
                fiche.id(), rangee.question(), fiche.nom(), fiche.taille(), fiche.sha256(), fiche.etat());
    }
}
