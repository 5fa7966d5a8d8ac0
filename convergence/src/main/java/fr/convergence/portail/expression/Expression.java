package fr.convergence.portail.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Set;

/** Une expression compilée, que l'on évalue autant qu'on veut, de plusieurs fils à la fois. */
public final class Expression {

    private final String source;
    private final CelRuntime.Program programme;
    private final Map<String, Reperes> variables;

    Expression(String source, CelRuntime.Program programme, Map<String, Reperes> variables) {
        this.source = source;
        this.programme = programme;
        this.variables = variables;
    }

    /**
     * Une variable absente de {@code valeurs} est inconnue : « faux &amp;&amp; inconnu » reste faux, « vrai || inconnu »
     * reste vrai. Un calcul impossible (division par zéro) rend le tout inconnu.
     */
    public Verdict evaluer(Map<String, Object> valeurs) {
        try {
            return switch (programme.eval(valeurs)) {
                case Boolean vrai when vrai -> Verdict.VRAI;
                case Boolean _ -> Verdict.FAUX;
                default -> Verdict.INCONNU;
            };
        } catch (CelEvaluationException _) {
            return Verdict.INCONNU;
        }
    }

    public boolean vraie(Map<String, Object> valeurs) {
        return evaluer(valeurs) == Verdict.VRAI;
    }

    public Set<String> variables() {
        return variables.keySet();
    }

    /** Comment elle emploie chacune de ses variables. */
    public Map<String, Reperes> reperes() {
        return variables;
    }

    @Override
    public String toString() {
        return source;
    }
}
