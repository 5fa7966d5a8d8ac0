package fr.convergence.portail.etape;

import static fr.convergence.portail.question.TableauEntites.LIGNES_PAR_PAGE;

import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Finess;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Une page d'une section : la première montre toutes ses questions, et le début de ses tableaux ; les autres, la suite des
 * tableaux qui en ont une.
 *
 * @param numero 1 pour la première
 * @param pages combien en a la section
 */
record Folio(int numero, int pages) {

    private static final int CHIFFRES = 3;

    /**
     * @param demandees les sections de la page
     * @param lignes ce que dit l'adresse : un numéro de page, ou l'entité d'une ligne à montrer ; la première page sinon
     */
    static Folio de(List<SectionEvaluee> demandees, @Nullable String lignes) {
        var valeurs = demandees.stream()
                .flatMap(section -> section.questions().stream())
                .map(QuestionEvaluee::valeur)
                .toList();
        var pages = valeurs.stream().mapToInt(Folio::pages).max().orElse(1);
        var numero = lignes == null
                ? 1
                : valeurs.stream()
                        .mapToInt(valeur -> rang(valeur, lignes))
                        .filter(rang -> rang >= 0)
                        .map(rang -> rang / LIGNES_PAR_PAGE + 1)
                        .findFirst()
                        .orElseGet(() -> numero(lignes));
        return new Folio(Math.clamp(numero, 1, pages), pages);
    }

    /** Celle où se trouve cette place. */
    static Folio de(List<SectionEvaluee> demandees, Emplacement place) {
        return de(demandees, place.lot().map(Finess::valeur).orElse(null));
    }

    boolean premiere() {
        return numero == 1;
    }

    Optional<Folio> precedente() {
        return premiere() ? Optional.empty() : Optional.of(new Folio(numero - 1, pages));
    }

    Optional<Folio> suivante() {
        return numero < pages ? Optional.of(new Folio(numero + 1, pages)) : Optional.empty();
    }

    /** Son adresse, étant donné celle de la première. */
    String adresse(String page) {
        return premiere() ? page : page + "?" + Emplacement.LIGNES + "=" + numero;
    }

    Stream<QuestionEvaluee> questions(SectionEvaluee section) {
        return section.questions().stream().filter(this::montre);
    }

    boolean montre(QuestionEvaluee question) {
        return premiere() || numero <= pages(question.valeur());
    }

    /** Les places d'une question qu'elle montre : d'un tableau, les cellules de ses lignes. */
    List<Question> places(QuestionEvaluee evaluee) {
        var valeur = evaluee.valeur();
        return evaluee.question().places(valeur.lignes().isEmpty() ? valeur : new Valeur.Tableau(lignes(valeur)));
    }

    /** Les lignes d'un tableau qu'elle montre. */
    List<Valeur.Ligne> lignes(Valeur tableau) {
        return tableau.lignes().stream()
                .skip((long) (numero - 1) * LIGNES_PAR_PAGE)
                .limit(LIGNES_PAR_PAGE)
                .toList();
    }

    /** Vrai si ce qu'on reproche à ce champ se dit ici ; à un tableau entier, sous ses dernières lignes. */
    boolean dit(QuestionEvaluee question, String champ) {
        var place = Emplacement.lire(champ);
        return place.lot().isPresent()
                ? lignes(question.valeur()).stream()
                        .anyMatch(ligne -> place.lot().get().equals(ligne.lot().finess()))
                : numero == pages(question.valeur());
    }

    /** Combien de pages il faut à une réponse : une seule, sauf à un tableau. */
    static int pages(Valeur valeur) {
        return Math.max(1, Math.ceilDiv(valeur.lignes().size(), LIGNES_PAR_PAGE));
    }

    private static int rang(Valeur tableau, String entite) {
        var lignes = tableau.lignes();
        return IntStream.range(0, lignes.size())
                .filter(rang -> lignes.get(rang).lot().finess().valeur().equals(entite))
                .findFirst()
                .orElse(-1);
    }

    /** Plus long qu'un numéro de page, ce n'en est pas un : une entité qui a quitté le registre. */
    private static int numero(String lignes) {
        try {
            return lignes.length() > CHIFFRES ? 1 : Integer.parseInt(lignes);
        } catch (NumberFormatException _) {
            return 1;
        }
    }
}
