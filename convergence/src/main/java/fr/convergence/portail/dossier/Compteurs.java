package fr.convergence.portail.dossier;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Combien d'étapes dans chaque état, tenu dans la transaction de chaque passage : aucune page ne compte les dossiers.
 *
 * <p>Tous les dossiers d'une région partagent ces lignes. Elles s'écrivent donc en dernier, juste avant la fin de la
 * transaction, pour n'être tenues que le temps de la finir ; et toujours dans le même ordre, sans quoi deux passages de sens
 * contraire s'attendraient l'un l'autre.
 */
@Component
final class Compteurs {

    private final JdbcClient base;

    Compteurs(JdbcClient base) {
        this.base = base;
    }

    /** Une étape entre dans un état (1) ou en sort (−1). */
    void compter(Case endroit, int pas) {
        enAttente().merge(endroit, pas, Integer::sum);
    }

    private Map<Case, Integer> enAttente() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Attente.class::isInstance)
                .map(Attente.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var attente = new Attente(new TreeMap<>(Case.ORDRE));
                    TransactionSynchronizationManager.registerSynchronization(attente);
                    return attente;
                })
                .pas();
    }

    /** Un seul ordre, qui prend les lignes dans l'ordre où on les lui donne. */
    private void ecrire(Map<Case, Integer> pas) {
        base.sql("""
                insert into dossier_compteur (region, guichet, etape, etat, niveau, nombre)
                select * from unnest(:regions, :guichets, :etapes, :etats, :niveaux, :pas::bigint[])
                on conflict (region, guichet, etape, etat, niveau)
                do update set nombre = dossier_compteur.nombre + excluded.nombre
                """)
                .param("regions", colonne(pas, Case::region))
                .param("guichets", colonne(pas, Case::guichet))
                .param("etapes", colonne(pas, Case::etape))
                .param("etats", colonne(pas, Case::etat))
                .param("niveaux", colonne(pas, Case::niveau))
                .param("pas", pas.values().toArray(Integer[]::new))
                .update();
    }

    private static String[] colonne(Map<Case, Integer> pas, Function<Case, String> valeur) {
        return pas.keySet().stream().map(valeur).toArray(String[]::new);
    }

    /** @param niveau vide quand l'état n'en a pas */
    record Case(String region, String guichet, String etape, String etat, String niveau) {

        private static final Comparator<Case> ORDRE = Comparator.comparing(Case::region)
                .thenComparing(Case::guichet)
                .thenComparing(Case::etape)
                .thenComparing(Case::etat)
                .thenComparing(Case::niveau);
    }

    /** Ce que la transaction en cours écrira en finissant. */
    private final class Attente implements TransactionSynchronization {

        private final Map<Case, Integer> pas;

        Attente(Map<Case, Integer> pas) {
            this.pas = pas;
        }

        Map<Case, Integer> pas() {
            return pas;
        }

        @Override
        public void beforeCommit(boolean lectureSeule) {
            ecrire(pas);
        }
    }
}
