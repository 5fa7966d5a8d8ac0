package fr.convergence.socle.journal;

import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.journal.Ancre.Tete;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Relit les ancres de la première à la dernière et en tire ce que chaque chaîne doit contenir. */
final class LectureDesAncres {

    /**
     * @param ancres combien ont été relues
     * @param tetes par chaîne, la ligne la plus récente qu'une ancre atteste
     * @param reprises instants où le journal est reparti d'une restauration
     * @param anomalies une phrase par ancre absente, changée ou déplacée
     */
    record Attendu(int ancres, Map<String, Tete> tetes, List<Instant> reprises, List<String> anomalies) {}

    private final DepotDesAncres depot;
    private final Sceau sceau;
    private final TreeMap<Long, String> enBase = new TreeMap<>();
    private final Map<String, Tete> tetes = new HashMap<>();
    private final List<Instant> reprises = new ArrayList<>();
    private final List<String> anomalies = new ArrayList<>();
    private @Nullable String precedente = "";
    private int ancres;

    private LectureDesAncres(JdbcClient base, DepotDesAncres depot, Sceau sceau) {
        this.depot = depot;
        this.sceau = sceau;
        base.sql("select numero, empreinte from journal_ancre").query((java.sql.ResultSet ligne) -> {
            enBase.put(ligne.getLong("numero"), HexFormat.of().formatHex(ligne.getBytes("empreinte")));
        });
    }

    /** @param temoin « numéro:empreinte » d'une ancre, tels que les traces les ont dits ; vide s'il n'y en a pas */
    static Attendu lire(JdbcClient base, DepotDesAncres depot, Sceau sceau, String temoin) {
        return new LectureDesAncres(base, depot, sceau).lire(temoin);
    }

    private Attendu lire(String temoin) {
        var temoinVu = temoin.isEmpty();
        var inscrites = enBase.size();
        var derniere = enBase.isEmpty() ? 0 : enBase.lastKey();
        var numero = 1L;
        for (var objet = depot.lire(numero); objet.isPresent() || numero <= inscrites; objet = depot.lire(numero)) {
            if (objet.isPresent()) {
                var empreinte = Ancre.empreinte(objet.get());
                temoinVu |= temoin.equals(numero + ":" + empreinte);
                comparer(numero, empreinte, numero < derniere);
                lire(numero, objet.get());
                precedente = empreinte;
            } else {
                signaler(numero, "absente du dépôt");
                precedente = null; // on ne sait plus à quoi la suivante doit s'accrocher
            }
            enBase.remove(numero);
            numero++;
        }
        enBase.keySet().forEach(restante -> signaler(restante, "absente du dépôt"));
        if (!temoinVu) {
            anomalies.add("l’ancre donnée en témoin, " + temoin + ", n’est pas au dépôt");
        }
        return new Attendu(ancres, tetes, reprises, anomalies);
    }

    private void comparer(long numero, String empreinte, boolean uneAutreSuit) {
        var inscrite = enBase.get(numero);
        if (inscrite == null && uneAutreSuit) {
            signaler(numero, "absente de la base");
        } else if (inscrite != null && !inscrite.equals(empreinte)) {
            signaler(numero, "autre dans le dépôt que dans la base");
        }
    }

    private void lire(long numero, String objet) {
        var lue = Ancre.lire(objet, sceau);
        if (lue.isEmpty()) {
            signaler(numero, "changée");
            return;
        }
        var ancre = lue.get();
        if (ancre.numero() != numero
                || precedente != null && !ancre.precedente().equals(precedente)) {
            signaler(numero, "déplacée");
        }
        if (ancre.reprise()) {
            reprises.add(ancre.le());
            tetes.clear();
        }
        ancre.tetes()
                .forEach((chaine, tete) -> tetes.merge(chaine, tete, (avant, apres) -> {
                    return avant.rang() > apres.rang() ? avant : apres;
                }));
        ancres++;
    }

    private void signaler(long numero, String quoi) {
        anomalies.add("ancre " + numero + " : " + quoi);
    }
}
