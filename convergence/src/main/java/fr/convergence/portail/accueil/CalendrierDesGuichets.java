package fr.convergence.portail.accueil;

import fr.convergence.portail.accueil.GuichetAuCalendrier.Etat;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Periode;
import fr.convergence.socle.page.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les guichets et leurs dates, lus de leurs définitions en vigueur : jamais d'un texte (ACC-2). */
@Component
final class CalendrierDesGuichets {

    private static final Comparator<GuichetAuCalendrier> ORDRE = Comparator.comparing(GuichetAuCalendrier::etat)
            .thenComparing(GuichetAuCalendrier::ouvre)
            .thenComparing(GuichetAuCalendrier::titre);

    private final GuichetsPublies guichets;
    private final Clock horloge;

    CalendrierDesGuichets(GuichetsPublies guichets, Clock horloge) {
        this.guichets = guichets;
        this.horloge = horloge;
    }

    /** Ouverts d'abord, puis ceux qui ouvriront, puis les fermés. */
    List<GuichetAuCalendrier> guichets() {
        var maintenant = horloge.instant();
        return guichets.enVigueur().stream()
                .map(guichet -> auCalendrier(guichet, maintenant))
                .sorted(ORDRE)
                .toList();
    }

    /** Ouvert tant qu'on peut y créer une candidature ; la date dite est la dernière seconde où on le peut. */
    private static GuichetAuCalendrier auCalendrier(Guichet guichet, Instant maintenant) {
        var definition = guichet.definition();
        var fenetre = definition.etapes().getFirst().fenetre();
        var limite = switch (fenetre) {
            case Fenetre.Candidature candidature -> Optional.of(candidature.au());
            case Fenetre.Plage plage -> plage.limite();
        };
        return new GuichetAuCalendrier(
                definition.code().toLowerCase(Locale.ROOT),
                definition.titre(),
                definition.programme(),
                etat(Fenetre.etat(maintenant, fenetre.du(), limite)),
                fenetre.du().ouverture(),
                Periode.de(fenetre),
                etapes(guichet, maintenant));
    }

    private static List<GuichetAuCalendrier.Etape> etapes(Guichet guichet, Instant maintenant) {
        var etapes = guichet.definition().etapes();
        return IntStream.range(0, etapes.size())
                .mapToObj(i -> new GuichetAuCalendrier.Etape(
                        i + 1, etapes.get(i).titre(), quand(guichet, etapes.get(i), maintenant)))
                .toList();
    }

    /** Une étape qui s'ouvre dossier par dossier dit par quoi ; sa période, commencée, ne dit plus que sa limite. */
    private static List<Message> quand(Guichet guichet, EtapeDuGuichet etape, Instant maintenant) {
        var fenetre = etape.fenetre();
        if (etape.ouverteSi().isEmpty()) {
            return List.of(Periode.de(fenetre));
        }
        var condition = new Message(
                guichet.apresConvention(etape)
                        ? "accueil.guichets.apres-convention"
                        : "accueil.guichets.apres-acceptation");
        return Periode.commencee(fenetre, maintenant)
                ? Stream.concat(Stream.of(condition), Periode.limite(fenetre).stream())
                        .toList()
                : List.of(condition, Periode.de(fenetre));
    }

    private static Etat etat(Fenetre.Etat etat) {
        return switch (etat) {
            case OUVERTE -> Etat.OUVERT;
            case A_VENIR -> Etat.BIENTOT;
            case CLOSE -> Etat.FERME;
        };
    }
}
