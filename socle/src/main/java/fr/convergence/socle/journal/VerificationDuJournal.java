package fr.convergence.socle.journal;

import fr.convergence.socle.chiffrement.Sceau;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Relit le journal entier, en flux, et dit toute ligne changée, effacée ou déplacée (AUD-1). */
@Component
public class VerificationDuJournal {

    /**
     * @param lignes nombre de lignes relues
     * @param anomalies une phrase par rupture ; vide quand tout est intact
     */
    public record Constat(long lignes, List<String> anomalies) {}

    private final JdbcClient base;
    private final Sceau sceau;

    VerificationDuJournal(JdbcClient base, Sceau sceau) {
        this.base = base;
        this.sceau = sceau;
    }

    /** L'instantané est figé au début : les actes en cours ne passent pas pour des ruptures. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Constat executer() {
        var parcours = new Parcours(tetes());
        base.sql("select * from journal order by chaine, rang")
                .withFetchSize(1000)
                .query((java.sql.ResultSet ligne) -> {
                    parcours.lire(Ligne.lire(ligne), ligne.getBytes("empreinte"));
                });
        return parcours.constat();
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
        private final List<String> anomalies = new ArrayList<>();
        private String chaine = "";
        private Tete courante = new Tete(0, Journal.ORIGINE);
        private long lignes;

        Parcours(Map<String, Tete> tetes) {
            this.tetesRestantes = tetes;
        }

        void lire(Ligne ligne, byte[] empreinte) {
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
            courante = new Tete(ligne.rang(), empreinte);
            lignes++;
        }

        Constat constat() {
            fermerLaChaine();
            for (var chaineVide : tetesRestantes.keySet()) {
                anomalies.add(chaineVide + " : toutes les lignes ont disparu");
            }
            return new Constat(lignes, List.copyOf(anomalies));
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
