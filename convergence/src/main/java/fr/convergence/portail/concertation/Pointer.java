package fr.convergence.portail.concertation;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeConcertation.PointsVerifies;
import fr.convergence.portail.concertation.Pointages.Pointage;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.guichet.ListeDeControle;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enregistre ce qu'un vérificateur dit des points de contrôle, sans rien défaire de ce qu'un collègue en a dit entre-temps. */
@Component
class Pointer {

    /**
     * Ce qui est dit d'un point.
     *
     * @param revision celle que montrait la page
     */
    record Dit(int revision, VerdictDePoint verdict, String remarque) {}

    /** Ce qu'il en est. */
    sealed interface Issue {
        /** @param points combien ont changé */
        record Faite(int points) implements Issue {}

        /**
         * Un collègue a dit autre chose de ces points depuis la page : rien n'est enregistré.
         *
         * @param tapes tout ce qui a été changé sur la page
         */
        record Devancee(List<String> points, Set<String> tapes) implements Issue {}

        /** Le référent a transmis de nouveau depuis la page : c'est autre chose que l'on vérifie. */
        record Retransmise(Set<String> tapes) implements Issue {}

        /**
         * L’opérateur a retiré de la liste des points dont la page disait quelque chose, ou la liste entière : rien n’est
         * enregistré.
         *
         * @param tapes ce qui a été changé sur la page
         */
        record Reduite(Set<String> tapes) implements Issue {}

        /** L'étape n'est pas, ou plus, en vérification à ce niveau. */
        record HorsDeVosMains() implements Issue {}

        record Inconnue() implements Issue {}
    }

    private final Dossiers dossiers;
    private final ListesDeControle listes;
    private final Pointages pointages;
    private final Journal journal;
    private final Clock horloge;

    Pointer(Dossiers dossiers, ListesDeControle listes, Pointages pointages, Journal journal, Clock horloge) {
        this.dossiers = dossiers;
        this.listes = listes;
        this.pointages = pointages;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @param transmission celle que montrait la page */
    @Transactional
    public Issue executer(
            Connecte qui, ReferenceDeDossier reference, String code, int transmission, Map<String, Dit> dits) {
        var dossier = dossiers.prendreEnVerificateur(qui, reference);
        var etape = dossier.flatMap(trouve -> trouve.etape(code));
        var niveau = qui.role().niveau().orElseThrow();
        if (etape.filter(trouvee -> trouvee.circuit().contains(niveau)).isEmpty()) {
            return new Issue.Inconnue();
        }
        if (!ListesDeControle.remplit(qui, etape.get())) {
            return new Issue.HorsDeVosMains();
        }
        var points = listes.definie(dossier.orElseThrow(), etape.get(), niveau).stream()
                .flatMap(liste -> liste.points().stream())
                .map(ListeDeControle.Point::id)
                .toList();
        var avant = pointages.tous(etape.get().id(), niveau, transmission).stream()
                .collect(Collectors.groupingBy(Pointage::point));
        var tapes = tapes(points, dits, avant);
        if (listes.transmission(etape.get()) != transmission) {
            return new Issue.Retransmise(tapes);
        }
        if (points.isEmpty() || !points.containsAll(tapes)) {
            return new Issue.Reduite(tapes);
        }
        return enregistrer(qui, dossier.get(), etape.get(), transmission, tapes, dits, avant);
    }

    private Issue enregistrer(
            Connecte qui,
            Dossier dossier,
            Etape etape,
            int transmission,
            Set<String> tapes,
            Map<String, Dit> dits,
            Map<String, List<Pointage>> avant) {
        var niveau = qui.role().niveau().orElseThrow();
        var nouveaux = new ArrayList<Pointage>();
        var devances = new ArrayList<String>();
        for (var point : tapes) {
            var dit = requireNonNull(dits.get(point));
            var suite = avant.getOrDefault(point, List.of());
            if (suite.isEmpty() || !suite.getLast().dit(dit.verdict(), dit.remarque())) {
                if (dit.revision() != suite.size()) {
                    devances.add(point);
                }
                nouveaux.add(nouveau(qui, dossier, etape, niveau, transmission, point, suite.size() + 1, dit));
            }
        }
        if (!devances.isEmpty()) {
            return new Issue.Devancee(devances, tapes);
        }
        ecrire(qui, dossier, etape, niveau, transmission, nouveaux);
        return new Issue.Faite(nouveaux.size());
    }

    /** Dans l’ordre de la liste, puis ceux qui n’en sont pas, ou plus. */
    private static Set<String> tapes(List<String> points, Map<String, Dit> dits, Map<String, List<Pointage>> avant) {
        return Stream.concat(points.stream().filter(dits::containsKey), dits.keySet().stream())
                .filter(point -> tape(requireNonNull(dits.get(point)), avant.getOrDefault(point, List.of())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Vrai si ce n'est pas ce que montrait la page. */
    private static boolean tape(Dit dit, List<Pointage> suite) {
        return dit.revision() >= 1 && dit.revision() <= suite.size()
                ? !suite.get(dit.revision() - 1).dit(dit.verdict(), dit.remarque())
                : !rien(dit);
    }

    private static boolean rien(Dit dit) {
        return dit.verdict() == VerdictDePoint.A_VERIFIER && dit.remarque().isEmpty();
    }

    private Pointage nouveau(
            Connecte qui,
            Dossier dossier,
            Etape etape,
            Niveau niveau,
            int transmission,
            String point,
            int revision,
            Dit dit) {
        return new Pointage(
                etape.id(),
                niveau,
                transmission,
                point,
                revision,
                Optional.of(listes.libelle(dossier, etape, niveau, point)),
                dit.verdict(),
                dit.remarque(),
                qui.compte(),
                horloge.instant());
    }

    private void ecrire(
            Connecte qui, Dossier dossier, Etape etape, Niveau niveau, int transmission, List<Pointage> nouveaux) {
        if (nouveaux.isEmpty()) {
            return;
        }
        var reference = dossier.reference().valeur();
        nouveaux.forEach(pointage -> pointages.ecrire(reference, pointage));
        journal.ecrire(
                reference,
                qui.getName(),
                new PointsVerifies(
                        etape.code(),
                        transmission,
                        niveau,
                        nouveaux.stream()
                                .map(pointage -> pointage.point() + " " + pointage.revision())
                                .collect(Collectors.joining("\n")),
                        Sha256.hexa(nouveaux.stream()
                                .map(pointage ->
                                        pointage.point() + " " + pointage.verdict() + " " + pointage.remarque())
                                .collect(Collectors.joining("\n")))));
    }
}
