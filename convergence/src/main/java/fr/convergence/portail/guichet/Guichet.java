package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.expression.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Un guichet prêt à servir, conditions compilées. Immuable. */
public final class Guichet {

    public static final String CONVENTION_SIGNEE = "convention.signee";
    public static final String CONVENTION_REFUSEE = "convention.refusee";
    private static final String CONVENTION = "convention.";
    /** Les faits qui se lisent du candidat. */
    private static final List<String> DU_CANDIDAT = List.of("candidat.", "plafond");

    private final DefinitionGuichet definition;
    private final String canonique;
    private final String empreinte;
    private final Map<String, Expression> ouvertures;

    Guichet(DefinitionGuichet definition, String canonique, Map<String, Expression> ouvertures) {
        this.definition = definition;
        this.canonique = canonique;
        this.empreinte = JsonCanonique.empreinte(canonique);
        this.ouvertures = Map.copyOf(ouvertures);
    }

    public DefinitionGuichet definition() {
        return definition;
    }

    /** La forme sous laquelle une version publiée se garde, dates absolues ; {@link Guichets#publie} la rouvre. */
    public String canonique() {
        return canonique;
    }

    public String empreinte() {
        return empreinte;
    }

    /** Vrai quand l'étape a son formulaire et que sa condition est remplie ; sa fenêtre est une autre question. */
    public boolean accessible(EtapeDuGuichet etape, Map<String, Object> avancement) {
        var condition = ouvertures.get(etape.code());
        return etape.formulaire().isPresent() && (condition == null || condition.vraie(avancement));
    }

    /** Vrai quand l'ouverture de cette étape attend la signature de la convention. */
    public boolean apresConvention(EtapeDuGuichet etape) {
        return regarde(etape).contains(CONVENTION_SIGNEE);
    }

    /** Vrai quand elle attend l'acceptation de cette autre. */
    public boolean apresAcceptation(EtapeDuGuichet etape, String autre) {
        return regarde(etape).contains(IssueDEtape.ACCEPTEE.de(autre));
    }

    /** Vrai quand elle regarde ce qu'il advient de cette autre. */
    public boolean depend(EtapeDuGuichet etape, String autre) {
        return Arrays.stream(IssueDEtape.values()).map(issue -> issue.de(autre)).anyMatch(regarde(etape)::contains);
    }

    /** Vrai quand elle regarde qui est le candidat. */
    public boolean regardeLeCandidat(EtapeDuGuichet etape) {
        return regarde(etape).stream().anyMatch(mot -> DU_CANDIDAT.stream().anyMatch(mot::startsWith));
    }

    /** Vrai quand elle regarde ce qu'il advient de la convention. */
    public boolean regardeLaConvention(EtapeDuGuichet etape) {
        return regarde(etape).stream().anyMatch(mot -> mot.startsWith(CONVENTION));
    }

    private Set<String> regarde(EtapeDuGuichet etape) {
        var condition = ouvertures.get(etape.code());
        return condition == null ? Set.of() : condition.variables();
    }
}
