package fr.convergence.portail.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import fr.convergence.socle.identifiant.Bic;
import fr.convergence.socle.identifiant.Iban;

/**
 * CEL sur un vocabulaire donné, et deux fonctions à nous : {@code euros(n)} en centimes, {@code meme_pays(bic, iban)}.
 *
 * <p>CEL n'a ni boucle ni accès au dehors, et ses bornes sont posées ici : une expression coûte au pire quelques
 * millisecondes, quel qu'en soit l'auteur.
 */
public final class Langage {

    static final int LONGUEUR = 1_000;

    private static final CelOptions BORNES = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGUEUR)
            .maxParseRecursionDepth(40)
            .comprehensionMaxIterations(2_000)
            .build();

    private static final CelCompiler COMPILATEUR = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(BORNES)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(
                    CelFunctionDecl.newFunctionDeclaration(
                            "euros",
                            CelOverloadDecl.newGlobalOverload("euros_entier", SimpleType.INT, SimpleType.INT),
                            CelOverloadDecl.newGlobalOverload("euros_decimal", SimpleType.INT, SimpleType.DOUBLE)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "meme_pays",
                            CelOverloadDecl.newGlobalOverload(
                                    "meme_pays_bic_iban", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
            .setResultType(SimpleType.BOOL)
            .build();

    private static final CelRuntime MOTEUR = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(BORNES)
            .addFunctionBindings(CelFunctionBinding.fromOverloads(
                    "euros",
                    CelFunctionBinding.from("euros_entier", Long.class, n -> n * 100),
                    CelFunctionBinding.from("euros_decimal", Double.class, n -> Math.round(n * 100))))
            .addFunctionBindings(CelFunctionBinding.fromOverloads(
                    "meme_pays",
                    CelFunctionBinding.from("meme_pays_bic_iban", String.class, String.class, Langage::memePays)))
            .build();

    private final Vocabulaire vocabulaire;
    private final CelCompiler compilateur;

    public Langage(Vocabulaire vocabulaire) {
        this.vocabulaire = vocabulaire;
        var constructeur = COMPILATEUR.toCompilerBuilder();
        vocabulaire
                .mots()
                .forEach(mot -> constructeur.addVar(mot.nom(), mot.nature().type()));
        this.compilateur = constructeur.build();
    }

    /** À lancer en tâche de fond au démarrage : la première expression compilée coûte une seconde, les autres rien. */
    public static void prechauffer() {
        new Langage(Vocabulaire.de(new Mot("x", Nature.ENTIER))).compiler("x > 0");
    }

    /** Une expression qui vaut vrai ou faux. */
    public Compilation compiler(String source) {
        try {
            var lue = compilateur.parse(source).getAst();
            var arbre = compilateur.check(Apostrophes.jointes(lue)).getAst();
            var analyse = new AnalyseDExpression(arbre, vocabulaire);
            return analyse.contresens()
                    .<Compilation>map(Compilation.Refusee::new)
                    .orElseGet(() -> compilee(source, arbre, analyse));
        } catch (CelValidationException e) {
            return new Compilation.Refusee(
                    Reproche.enFrancais(source, e.getErrors().getFirst()));
        }
    }

    private static Compilation compilee(String source, CelAbstractSyntaxTree arbre, AnalyseDExpression analyse) {
        try {
            return new Compilation.Compilee(new Expression(source, MOTEUR.createProgram(arbre), analyse.reperes()));
        } catch (CelEvaluationException e) {
            return new Compilation.Refusee("« " + source + " » ne peut pas être évalué");
        }
    }

    private static boolean memePays(String bic, String iban) {
        if (bic.regionMatches(4, iban, 0, 2)) {
            return true;
        }
        var banque = Bic.lire(bic).siLue();
        var compte = Iban.lire(iban).siLue();
        // Un numéro illisible est déjà signalé sur son propre champ.
        return banque.isEmpty() || compte.isEmpty() || banque.get().compatibleAvec(compte.get());
    }
}
