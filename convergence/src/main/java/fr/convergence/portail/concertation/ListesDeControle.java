package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.concertation.ListeAPointer.Ancien;
import fr.convergence.portail.concertation.ListeAPointer.Point;
import fr.convergence.portail.concertation.Pointages.Pointage;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.ListeDeControle;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Les listes de contrôle d'une étape et où elles en sont ; qui les demande a jugé de l'accès au dossier. */
@Component
public final class ListesDeControle {

    private final GuichetsPublies guichets;
    private final Pointages pointages;
    private final Editions editions;
    private final Comptes comptes;
    private final Textes textes;

    ListesDeControle(GuichetsPublies guichets, Pointages pointages, Editions editions, Comptes comptes, Textes textes) {
        this.guichets = guichets;
        this.pointages = pointages;
        this.editions = editions;
        this.comptes = comptes;
        this.textes = textes;
    }

    /** Vrai si ce vérificateur remplit aujourd'hui la liste de son niveau : l'étape y est en vérification. */
    static boolean remplit(Connecte qui, Etape etape) {
        return etape.etat() instanceof EnVerification verification
                && qui.role().niveau().filter(verification.niveau()::equals).isPresent();
    }

    /** Celle que ce niveau remplit, si le guichet en veut une. */
    Optional<ListeDeControle> definie(Dossier dossier, Etape etape, Niveau niveau) {
        return guichets.controles(dossier.guichet(), etape.code(), niveau);
    }

    /** Un point tel qu'il se dit, même retiré : comme la dernière fois qu'il fut vérifié, sinon comme à la version du dossier. */
    String libelle(Dossier dossier, Etape etape, Niveau niveau, String point) {
        return libelle(definie(dossier, etape, niveau), point)
                .or(() -> pointages.derniers(List.of(etape.id())).stream()
                        .filter(dit -> dit.niveau() == niveau && dit.point().equals(point))
                        .flatMap(dit -> dit.libelle().stream())
                        .findFirst())
                .or(() -> libelle(
                        guichets.version(dossier.guichet())
                                .definition()
                                .etape(etape.code())
                                .flatMap(definie -> definie.controles(niveau)),
                        point))
                .orElse(point);
    }

    private static Optional<String> libelle(Optional<ListeDeControle> liste, String point) {
        return liste.stream()
                .flatMap(definie -> definie.points().stream())
                .filter(defini -> defini.id().equals(point))
                .map(ListeDeControle.Point::libelle)
                .findFirst();
    }

    int transmission(Etape etape) {
        return editions.dernierNumero(etape.id());
    }

    /** Celle de qui regarde, puis celles des autres niveaux ; rien tant que rien n'est transmis. */
    List<ListeAPointer> de(Connecte qui, Dossier dossier, Etape etape) {
        var definies = etape.circuit().stream()
                .sorted(Comparator.comparing(
                        niveau -> qui.role().niveau().filter(niveau::equals).isEmpty()))
                .flatMap(niveau -> definie(dossier, etape, niveau).stream())
                .toList();
        var transmission = definies.isEmpty() ? 0 : transmission(etape);
        if (transmission == 0) {
            return List.of();
        }
        var dits = pointages.derniers(List.of(etape.id()));
        var noms = comptes.noms(dits.stream().map(Pointage::par).distinct().toList());
        return definies.stream()
                .map(definie -> new ListeAPointer(
                        definie.niveau(),
                        "/instruction/" + dossier.reference() + "/" + etape.code() + "/controles",
                        transmission,
                        remplit(qui, etape)
                                && qui.role()
                                        .niveau()
                                        .filter(definie.niveau()::equals)
                                        .isPresent(),
                        situation(definie, dits, transmission),
                        definie.points().stream()
                                .map(point -> point(
                                        point,
                                        dits.stream()
                                                .filter(dit -> dit.niveau() == definie.niveau()
                                                        && dit.point().equals(point.id()))
                                                .toList(),
                                        transmission,
                                        noms))
                                .toList()))
                .toList();
    }

    /** Où en est celle du niveau qui tient l'étape ; vide s'il n'en a pas, ou si rien n'est transmis. */
    public Optional<SituationDesControles> situation(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EnVerification verification
                ? definie(dossier, etape, verification.niveau()).flatMap(definie -> {
                    var transmission = transmission(etape);
                    return transmission == 0
                            ? Optional.empty()
                            : Optional.of(situation(definie, pointages.derniers(List.of(etape.id())), transmission));
                })
                : Optional.empty();
    }

    /** Les mêmes, par étape, de quelques lectures pour toutes. */
    public Map<UUID, SituationDesControles> situations(Collection<Dossier> dossiers) {
        var situations = new HashMap<UUID, SituationDesControles>();
        var etapes = dossiers.stream()
                .flatMap(dossier -> dossier.etapes().stream().map(Etape::id))
                .toList();
        var transmissions = editions.derniersNumeros(etapes);
        var dits = pointages.derniers(etapes).stream().collect(Collectors.groupingBy(Pointage::etape));
        for (var dossier : dossiers) {
            for (var etape : dossier.etapes()) {
                var transmission = transmissions.getOrDefault(etape.id(), 0);
                if (transmission > 0 && etape.etat() instanceof EnVerification verification) {
                    definie(dossier, etape, verification.niveau())
                            .ifPresent(definie -> situations.put(
                                    etape.id(),
                                    situation(definie, dits.getOrDefault(etape.id(), List.of()), transmission)));
                }
            }
        }
        return situations;
    }

    private static SituationDesControles situation(ListeDeControle definie, List<Pointage> dits, int transmission) {
        var verdicts = definie.points().stream()
                .map(point -> dits.stream()
                        .filter(dit -> dit.niveau() == definie.niveau()
                                && dit.transmission() == transmission
                                && dit.point().equals(point.id()))
                        .map(Pointage::verdict)
                        .findFirst()
                        .orElse(VerdictDePoint.A_VERIFIER))
                .toList();
        return new SituationDesControles(
                (int) verdicts.stream()
                        .filter(VerdictDePoint.A_VERIFIER::equals)
                        .count(),
                (int) verdicts.stream()
                        .filter(VerdictDePoint.NON_CONFORME::equals)
                        .count(),
                definie.exigee());
    }

    private Point point(ListeDeControle.Point point, List<Pointage> dits, int transmission, Map<UUID, String> noms) {
        var courant =
                dits.stream().filter(dit -> dit.transmission() == transmission).findFirst();
        return new Point(
                point.id(),
                point.libelle(),
                point.aide(),
                courant.map(Pointage::revision).orElse(0),
                courant.map(Pointage::verdict).orElse(VerdictDePoint.A_VERIFIER),
                courant.map(Pointage::remarque).orElse(""),
                courant.map(dit -> new Message(
                        "concertation.pointage.par",
                        textes.de(dit.verdict().cle()),
                        noms.getOrDefault(dit.par(), ""),
                        Formats.dateHeure(dit.le()))),
                dits.stream()
                        .filter(dit -> dit.transmission() < transmission)
                        .map(dit -> new Ancien(
                                new Message(
                                        "concertation.pointage.avant",
                                        dit.transmission(),
                                        textes.de(dit.verdict().cle()),
                                        noms.getOrDefault(dit.par(), ""),
                                        Formats.dateHeure(dit.le())),
                                dit.remarque()))
                        .toList());
    }
}
