package fr.convergence.socle.journal;

import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.depot.DepotObjets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Relit le journal entier, en flux, et dit toute ligne changée, effacée ou déplacée (AUD-1), tête de chaîne reculée ou chaîne
 * ôtée comprises : les ancres, hors de la base, disent ce qui y était.
 */
@Component
public class VerificationDuJournal {

    /**
     * @param lignes nombre de lignes relues
     * @param ancres nombre d'ancres relues
     * @param reprises instants où le journal est reparti d'une restauration
     * @param anomalies une phrase par rupture ; vide quand tout est intact
     */
    public record Constat(long lignes, int ancres, List<Instant> reprises, List<String> anomalies) {}

    private final JdbcClient base;
    private final TransactionTemplate instantane;
    private final DepotDesAncres depot;
    private final Sceau sceau;

    VerificationDuJournal(JdbcClient base, PlatformTransactionManager transactions, DepotObjets depot, Sceau sceau) {
        this.base = base;
        this.instantane = new TransactionTemplate(transactions);
        this.instantane.setReadOnly(true);
        this.instantane.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.depot = new DepotDesAncres(depot);
        this.sceau = sceau;
    }

    public Constat executer() {
        return executer("");
    }

    /**
     * Les ancres se lisent d'abord, puis l'instantané se fige : un acte en cours ne passe pas pour une rupture.
     *
     * @param temoin « numéro:empreinte » d'une ancre qui doit être au dépôt ; vide s'il n'y en a pas
     */
    Constat executer(String temoin) {
        var attendu = LectureDesAncres.lire(base, depot, sceau, temoin);
        return instantane.execute(_ -> {
            var parcours = new Parcours(tetes(), attendu);
            base.sql("select * from journal order by chaine, rang")
                    .withFetchSize(1000)
                    .query((java.sql.ResultSet ligne) -> {
                        parcours.lire(LigneDuJournal.lire(ligne), ligne.getBytes("empreinte"));
                    });
            return parcours.constat();
        });
    }

    private Map<String, Tete> tetes() {
        var tetes = new HashMap<String, Tete>();
        base.sql("select * from journal_chaine").query((java.sql.ResultSet ligne) -> {
            tetes.put(
                    ligne.getString("chaine"),
                    new Tete(ligne.getLong("dernier_rang"), ligne.getBytes("derniere_empreinte")));
        });
        return tetes;
    }

    private record Tete(long rang, byte[] empreinte) {}

    private final class Parcours {

        private final Map<String, Tete> tetesRestantes;
        private final LectureDesAncres.Attendu attendu;
        private final List<String> anomalies;
        private String chaine = "";
        private Tete courante = new Tete(0, Journal.ORIGINE);
        private long lignes;

        Parcours(Map<String, Tete> tetes, LectureDesAncres.Attendu attendu) {
            this.tetesRestantes = tetes;
            this.attendu = attendu;
            this.anomalies = new ArrayList<>(attendu.anomalies());
        }

        void lire(LigneDuJournal ligne, byte[] empreinte) {
            if (!ligne.chaine().equals(chaine)) {
                fermerLaChaine();
                chaine = ligne.chaine();
                courante = new Tete(0, Journal.ORIGINE);
            }
            if (ligne.rang() != courante.rang() + 1) {
                anomalies.add(chaine + " : ligne " + (courante.rang() + 1) + " absente");
            }
            if (!sceau.verifier(empreinte, ligne.canonique(courante.empreinte()))) {
                anomalies.add(chaine + " : ligne " + ligne.rang() + " changée ou déplacée");
            }
            comparerAvecLAncre(ligne.rang(), empreinte);
            courante = new Tete(ligne.rang(), empreinte);
            lignes++;
        }

        Constat constat() {
            fermerLaChaine();
            for (var chaineVide : tetesRestantes.keySet()) {
                anomalies.add(chaineVide + " : toutes les lignes ont disparu");
            }
            attendu.tetes()
                    .forEach((ancree, tete) ->
                            anomalies.add(ancree + " : la ligne " + tete.rang() + ", qu’une ancre atteste, a disparu"));
            return new Constat(lignes, attendu.ancres(), List.copyOf(attendu.reprises()), List.copyOf(anomalies));
        }

        /** Ce qui reste à la fin, des têtes ancrées, n'est plus dans le journal. */
        private void comparerAvecLAncre(long rang, byte[] empreinte) {
            var ancree = attendu.tetes().get(chaine);
            if (ancree != null && ancree.rang() == rang) {
                if (!ancree.empreinte().equals(HexFormat.of().formatHex(empreinte))) {
                    anomalies.add(chaine + " : la ligne " + rang + " n’est pas celle qu’une ancre atteste");
                }
                attendu.tetes().remove(chaine);
            }
        }

        private void fermerLaChaine() {
            if (chaine.isEmpty()) {
                return;
            }
            var attendue = tetesRestantes.remove(chaine);
            if (attendue == null) {
                anomalies.add(chaine + " : tête de chaîne absente");
            } else if (attendue.rang() != courante.rang()
                    || !Arrays.equals(attendue.empreinte(), courante.empreinte())) {
                anomalies.add(chaine + " : dernières lignes effacées ou tête de chaîne changée");
            }
        }
    }
}
