package fr.convergence.portail.dossier;

import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.page.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Combien d'étapes dans chaque état, et combien de jours chaque niveau les a fait attendre, tenu dans la transaction de chaque passage : aucune page ne compte les dossiers.
 *
 * <p>Tous les dossiers d'une région partagent ces lignes. Elles s'écrivent donc en dernier, juste avant la fin de la
 * transaction, pour n'être tenues que le temps de la finir ; et toujours dans le même ordre, sans quoi deux passages de sens
 * contraire s'attendraient l'un l'autre.
 */
@Component
final class Compteurs {

    private final JdbcClient base;
    private final Clock horloge;

    Compteurs(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Une étape entre dans son état (1) ou en sort (−1). */
    void compter(Dossier dossier, Etape etape, int pas) {
        var endroit = new Case(
                dossier.region().code(),
                dossier.guichet().code(),
                etape.code(),
                etape.etat().code().name(),
                etape.niveau().map(Niveau::name).orElse(""));
        var attente = enAttente();
        attente.pas().merge(endroit, pas, Integer::sum);
        if (pas < 0 && etape.etat() instanceof EtatEtape.EnVerification verification) {
            attente.delais().add(new Delai(endroit, jours(Duration.between(verification.le(), horloge.instant()))));
        }
    }

    /** Un jour entamé compte. */
    private static int jours(Duration attente) {
        return (int)
                Math.max(1, Math.ceilDiv(attente.toSeconds(), Duration.ofDays(1).toSeconds()));
    }

    private Attente enAttente() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Attente.class::isInstance)
                .map(Attente.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var attente = new Attente(new TreeMap<>(Case.ORDRE), new ArrayList<>());
                    TransactionSynchronizationManager.registerSynchronization(attente);
                    return attente;
                });
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

    private void noter(List<Delai> delais) {
        var mois = LocalDate.ofInstant(horloge.instant(), Formats.PARIS).withDayOfMonth(1);
        delais.stream()
                .sorted(Delai.ORDRE)
                .forEach(delai -> base.sql("""
                insert into dossier_delai (region, guichet, etape, niveau, mois, jours, nombre)
                values (?, ?, ?, ?, ?, ?, 1)
                on conflict (region, guichet, etape, niveau, mois, jours)
                do update set nombre = dossier_delai.nombre + 1
                """)
                        .params(
                                delai.endroit().region(),
                                delai.endroit().guichet(),
                                delai.endroit().etape(),
                                delai.endroit().niveau(),
                                mois,
                                delai.jours())
                        .update());
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

    /** Ce qu'un niveau a fait attendre à une étape. */
    private record Delai(Case endroit, int jours) {

        private static final Comparator<Delai> ORDRE =
                Comparator.comparing(Delai::endroit, Case.ORDRE).thenComparing(Delai::jours);
    }

    /** Ce que la transaction en cours écrira en finissant. */
    private final class Attente implements TransactionSynchronization {

        private final Map<Case, Integer> pas;
        private final List<Delai> delais;

        Attente(Map<Case, Integer> pas, List<Delai> delais) {
            this.pas = pas;
            this.delais = delais;
        }

        Map<Case, Integer> pas() {
            return pas;
        }

        List<Delai> delais() {
            return delais;
        }

        @Override
        public void beforeCommit(boolean lectureSeule) {
            ecrire(pas);
            noter(delais);
        }
    }
}
