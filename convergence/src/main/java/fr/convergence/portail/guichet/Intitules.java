package fr.convergence.portail.guichet;

import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Ce qu'un code désigne dans les guichets en vigueur, pour qui ne lit pas le dossier. Un code que deux guichets emploient
 * pour deux choses reste un code.
 */
@Component
public final class Intitules {

    private final GuichetsPublies guichets;

    Intitules(GuichetsPublies guichets) {
        this.guichets = guichets;
    }

    public Optional<String> guichet(String code) {
        return guichets.enVigueur(code).map(guichet -> guichet.definition().titre());
    }

    public Optional<String> etape(String code) {
        return seul(guichets.enVigueur().stream()
                .flatMap(guichet -> guichet.definition().etapes().stream())
                .filter(etape -> etape.code().equals(code))
                .map(EtapeDuGuichet::titre));
    }

    /** @param id une question, ou la cellule d'un tableau, qui dit alors aussi le FINESS de son entité */
    public Optional<String> question(String id) {
        return seul(definitions()
                .flatMap(definition -> definition.designee(id).stream())
                .map(Question::libelle));
    }

    /** @param id une question, ou la cellule d'un tableau, qui dit alors le sien */
    public Optional<String> porteuse(String id) {
        return seul(definitions()
                .flatMap(definition -> definition.porteuse(id).stream())
                .map(Question::libelle));
    }

    private Stream<DefinitionFormulaire> definitions() {
        return guichets.enVigueur().stream()
                .flatMap(guichet -> guichet.definition().etapes().stream())
                .flatMap(etape -> etape.formulaire().flatMap(guichets::formulaireSIlExiste).stream())
                .map(Formulaire::definition);
    }

    private static Optional<String> seul(Stream<String> intitules) {
        List<String> distincts = intitules.distinct().limit(2).toList();
        return distincts.size() == 1 ? Optional.of(distincts.getFirst()) : Optional.empty();
    }
}
