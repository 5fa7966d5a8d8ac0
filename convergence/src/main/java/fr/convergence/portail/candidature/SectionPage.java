package fr.convergence.portail.candidature;

import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Optional;

/**
 * Une section à remplir, ou plusieurs quand le référent préfère tout voir sur une page.
 *
 * @param erreurs celles d'un envoi refusé ; vides à la première visite
 * @param suivante ce que « Suivant » ouvre
 */
public record SectionPage(
        Volet volet,
        List<Contenu> sections,
        Optional<String> precedente,
        String suivante,
        String action,
        Erreurs erreurs)
        implements PageDeSaisie {

    /** L'adresse de la page qui montre toutes les sections. */
    private static final String ENSEMBLE = "ensemble";

    /** Une section et ses questions visibles. */
    public record Contenu(String id, String titre, Optional<String> aide, List<QuestionPage> questions) {}

    /** Vide si l'étape n'a pas de section à cette adresse. */
    static Optional<SectionPage> de(Saisie saisie, Volet volet, String section, Erreurs erreurs) {
        var contenus = demandees(saisie.evaluation(), section).stream()
                .map(evaluee -> contenu(saisie, evaluee))
                .toList();
        if (contenus.isEmpty()) {
            return Optional.empty();
        }
        contenus.forEach(contenu -> contenu.questions().forEach(question -> question.noter(erreurs)));
        return Optional.of(new SectionPage(
                volet,
                contenus,
                precedente(saisie, section),
                suivante(saisie, section),
                saisie.adresse() + "/" + section,
                erreurs));
    }

    /** La section de cette adresse, ou toutes. */
    static List<SectionEvaluee> demandees(Evaluation evaluation, String section) {
        return section.equals(ENSEMBLE)
                ? evaluation.sections()
                : evaluation.section(section).stream().toList();
    }

    static String suivante(Saisie saisie, String section) {
        var rang = rang(saisie, section);
        var ids = ids(saisie);
        return saisie.adresse() + "/"
                + (section.equals(ENSEMBLE) || rang + 1 >= ids.size() ? "recapitulatif" : ids.get(rang + 1));
    }

    public boolean ensemble() {
        return sections.size() > 1;
    }

    public String titre() {
        return ensemble() ? volet.etape() : sections.getFirst().titre();
    }

    public boolean depots() {
        return sections.stream().flatMap(s -> s.questions().stream()).anyMatch(QuestionPage::espaceDeDepot);
    }

    private static Contenu contenu(Saisie saisie, SectionEvaluee evaluee) {
        return new Contenu(
                evaluee.section().id(),
                evaluee.section().titre(),
                evaluee.section().aide(),
                evaluee.questions().stream()
                        .map(question -> QuestionPage.de(saisie, question))
                        .toList());
    }

    private static Optional<String> precedente(Saisie saisie, String section) {
        var rang = rang(saisie, section);
        return rang > 0 ? Optional.of(saisie.adresse() + "/" + ids(saisie).get(rang - 1)) : Optional.empty();
    }

    private static int rang(Saisie saisie, String section) {
        return ids(saisie).indexOf(section);
    }

    private static List<String> ids(Saisie saisie) {
        return saisie.evaluation().sections().stream()
                .map(section -> section.section().id())
                .toList();
    }
}
