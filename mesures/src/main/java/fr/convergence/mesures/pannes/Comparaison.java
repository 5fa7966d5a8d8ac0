package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Base;
import fr.convergence.mesures.pannes.Livre.Ecriture;
import fr.convergence.mesures.pannes.Livre.Sorte;
import fr.convergence.socle.base.Sha256;
import java.io.IOException;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Ce que la base contient, à côté de ce que le livre dit acquitté. */
final class Comparaison {

    private static final Pattern TEXTE = Pattern.compile(Redacteurs.TEXTE + "[0-9a-f-]{36}");

    /** Ce qui manque, et ce qui est là plus d'une fois. */
    record Ecart(int reponses, int transmissions, List<String> perdues, List<String> doublees) {

        static final Ecart AUCUN = new Ecart(0, 0, List.of(), List.of());

        Ecart et(Ecart autre) {
            return new Ecart(
                    reponses + autre.reponses,
                    transmissions + autre.transmissions,
                    bout(perdues, autre.perdues),
                    bout(doublees, autre.doublees));
        }

        int acquittees() {
            return reponses + transmissions;
        }

        private static List<String> bout(List<String> debut, List<String> fin) {
            var tout = new ArrayList<>(debut);
            tout.addAll(fin);
            return tout;
        }
    }

    private final Base base;

    Comparaison(Base base) {
        this.base = base;
    }

    Ecart comparer(Livre livre) throws IOException {
        var ecritures = livre.ecrituresAcquittees();
        var dossiers = ecritures.stream().map(Ecriture::dossier).distinct().toArray(String[]::new);
        var trouvees = Map.of(
                Sorte.REPONSE, ecrites("""
                        select d.reference, r.valeur::text
                        from saisie_revision r join dossier_etape e on e.id = r.etape join dossier d on d.id = e.dossier
                        where r.question = 'role' and d.reference = any (?)
                        """, dossiers),
                Sorte.TRANSMISSION, ecrites("""
                        select d.reference, t.contenu
                        from saisie_edition t join dossier_etape e on e.id = t.etape join dossier d on d.id = e.dossier
                        where d.reference = any (?)
                        """, dossiers));
        var perdues = new ArrayList<String>();
        var doublees = new ArrayList<String>();
        for (var ecriture : ecritures) {
            var fois = trouvees.getOrDefault(ecriture.sorte(), Map.of())
                    .getOrDefault(ecriture.dossier() + ecriture.empreinte(), 0);
            if (fois == 0) {
                perdues.add(ecriture.toString());
            } else if (fois > 1) {
                doublees.add(ecriture.toString());
            }
        }
        doublees.addAll(editionsEnTrop(dossiers));
        var transmissions = (int) ecritures.stream()
                .filter(ecriture -> ecriture.sorte() == Sorte.TRANSMISSION)
                .count();
        return new Ecart(ecritures.size() - transmissions, transmissions, perdues, doublees);
    }

    /** Une clé par dossier et par tour : une seule édition, et l'étape transmise. */
    private List<String> editionsEnTrop(String[] dossiers) {
        return base.sql().sql("""
                        select d.reference || ' : ' || count(*) || ' éditions'
                        from saisie_edition t join dossier_etape e on e.id = t.etape join dossier d on d.id = e.dossier
                        where d.reference = any (?)
                        group by d.reference having count(*) > 1
                        """).param(dossiers).query(String.class).list();
    }

    /** Combien de fois chaque texte de rédacteur est écrit, par dossier et empreinte. */
    private Map<String, Integer> ecrites(String requete, String[] dossiers) {
        var fois = new HashMap<String, Integer>();
        base.sql().sql(requete).param(dossiers).query((ResultSet ligne) -> {
            var dossier = ligne.getString(1);
            TEXTE.matcher(ligne.getString(2))
                    .results()
                    .map(trouve -> dossier + Sha256.hexa(trouve.group()))
                    .distinct()
                    .forEach(ecrite -> fois.merge(ecrite, 1, Integer::sum));
        });
        return fois;
    }
}
