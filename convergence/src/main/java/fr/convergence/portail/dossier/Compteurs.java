package fr.convergence.portail.dossier;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
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

    private void ecrire(Case endroit, int pas) {
        base.sql("""
                insert into dossier_compteur (region, guichet, etape, etat, niveau, nombre) values (?, ?, ?, ?, ?, ?)
                on conflict (region, guichet, etape, etat, niveau)
                do update set nombre = dossier_compteur.nombre + excluded.nombre
                """)
                .params(endroit.region(), endroit.guichet(), endroit.etape(), endroit.etat(), endroit.niveau(), pas)
                .update();
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
            pas.forEach(Compteurs.this::ecrire);
        }
    }
}
