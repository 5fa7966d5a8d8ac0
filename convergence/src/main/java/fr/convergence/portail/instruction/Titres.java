package fr.convergence.portail.instruction;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Retour;
import fr.convergence.portail.guichet.Suite;
import fr.convergence.portail.instruction.LigneDeListe.Intitule;
import fr.convergence.socle.page.Choix;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les titres des guichets et de leurs étapes, de la version avec laquelle chaque dossier a commencé. */
@Component
final class Titres {

    private final GuichetsPublies guichets;

    Titres(GuichetsPublies guichets) {
        this.guichets = guichets;
    }

    Intitule intitule(String guichet, int version, String etape) {
        var definition = guichets.version(new Reference(guichet, version)).definition();
        return new Intitule(
                definition.titre(),
                etape,
                definition.etape(etape).map(EtapeDuGuichet::titre).orElse(etape));
    }

    /** Le titre d'une étape de ce dossier. */
    String etape(Dossier dossier, String etape) {
        return intitule(dossier.guichet().code(), dossier.guichet().version(), etape)
                .etape();
    }

    boolean ouvreUneConvention(Reference guichet, String etape) {
        return guichets.version(guichet)
                .definition()
                .etape(etape)
                .filter(trouvee -> trouvee.ouvreSurAcceptation().contains(Suite.CONVENTION))
                .isPresent();
    }

    /** Vrai si ce qu'un niveau rend lui revient par ceux d'avant. */
    boolean revientParLeCircuit(Reference guichet, Etape etape) {
        return guichets.retour(guichet, etape.code()) == Retour.CIRCUIT
                && etape.niveau().filter(etape.circuit().getFirst()::equals).isEmpty();
    }

    List<Choix> guichets() {
        return definitions()
                .map(definition -> new Choix(definition.code(), definition.titre()))
                .sorted(Comparator.comparing(Choix::libelle))
                .toList();
    }

    /** Les étapes de ce guichet, ou de tous ; deux étapes de même code et de même titre n'en font qu'une. */
    List<Choix> etapes(String guichet) {
        return definitions()
                .filter(definition -> guichet.isEmpty() || definition.code().equals(guichet))
                .flatMap(definition -> definition.etapes().stream())
                .map(etape -> new Choix(etape.code(), etape.titre()))
                .distinct()
                .toList();
    }

    private Stream<DefinitionGuichet> definitions() {
        return guichets.enVigueur().stream().map(Guichet::definition);
    }
}
