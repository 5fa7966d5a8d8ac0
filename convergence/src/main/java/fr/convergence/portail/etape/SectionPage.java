package fr.convergence.portail.etape;

import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.Section;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Saisi;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Une section à remplir, ou plusieurs quand le référent préfère tout voir sur une page.
 *
 * @param folio lequel des folios de cette section
 * @param depots vrai si un espace de dépôt s'y trouve, ou peut y paraître
 * @param erreurs celles d'un envoi refusé ; vides à la première visite
 * @param suivante ce que « Suivant » ouvre
 * @param rendues ce qui était tapé à des questions de la page qui ne s'écrivent plus
 */
public record SectionPage(
        Volet volet,
        Folio folio,
        List<Contenu> sections,
        Optional<String> precedente,
        String suivante,
        String action,
        boolean depots,
        Erreurs erreurs,
        List<Saisi> rendues)
        implements PageDeSaisie {

    /** L'adresse de la page qui montre toutes les sections. */
    public static final String ENSEMBLE = "ensemble";

    /** Ce qui précède une section, quand on confirme toutes ses réponses reprises ; aucune question n'a de trait. */
    static final String DESIGNEE = "section-";

    /** Une section et ses questions visibles. */
    public record Contenu(String id, String titre, Optional<String> aide, List<QuestionPage> questions) {

        /** Des réponses y sont reprises d'un autre dossier, et à vérifier. */
        public boolean reprises() {
            return questions.stream().anyMatch(QuestionPage::reprise);
        }
    }

    /** Vide si l'étape n'a pas de section à cette adresse. */
    static Optional<SectionPage> de(
            SaisieDeLEtape saisie, Volet volet, String section, Folio folio, Erreurs erreurs, List<Conflit> conflits) {
        var demandees = demandees(saisie.evaluation(), section);
        var contenus = demandees.stream()
                .map(evaluee -> contenu(saisie, evaluee, folio, conflits))
                .filter(contenu -> folio.premiere() || !contenu.questions().isEmpty())
                .toList();
        if (contenus.isEmpty()) {
            return Optional.empty();
        }
        contenus.forEach(contenu -> contenu.questions().forEach(question -> question.noter(erreurs)));
        return Optional.of(new SectionPage(
                volet,
                folio,
                contenus,
                precedente(saisie, section, folio),
                suivante(saisie, section, folio),
                saisie.adresse() + "/" + section,
                demandees.stream().anyMatch(SectionPage::depots),
                erreurs,
                List.of()));
    }

    /** La même, qui rend ce qui n'a pas pu s'écrire. */
    SectionPage rendant(List<Saisi> rendues) {
        return new SectionPage(volet, folio, sections, precedente, suivante, action, depots, erreurs, rendues);
    }

    @Override
    public HttpStatus statut() {
        return erreurs.vides() && !rendues.isEmpty() ? HttpStatus.CONFLICT : PageDeSaisie.super.statut();
    }

    /** La section de cette adresse, ou toutes. */
    static List<SectionEvaluee> demandees(Evaluation evaluation, String section) {
        return section.equals(ENSEMBLE)
                ? evaluation.sections()
                : evaluation.section(section).stream().toList();
    }

    /** Les espaces de dépôt de cette page, que leur condition les montre ou non. */
    static Set<String> espaces(SaisieDeLEtape saisie, String section) {
        return demandees(saisie.evaluation(), section).stream()
                .flatMap(evaluee -> Stream.concat(
                        evaluee.section().questions().stream(),
                        evaluee.questions().stream().flatMap(q -> q.question().places(q.valeur()).stream())))
                .filter(question -> question.type() instanceof Piece)
                .map(Question::id)
                .collect(Collectors.toSet());
    }

    /** La page d'après : la suite des tableaux de la section, puis la section suivante. */
    static String suivante(SaisieDeLEtape saisie, String section, Folio folio) {
        return folio.suivante()
                .map(suite -> suite.adresse(saisie.adresse() + "/" + section))
                .orElseGet(() -> suivante(saisie, section));
    }

    /** Là où il reste à reprendre ou à répondre dans cette section. */
    static String aFinir(SaisieDeLEtape saisie, SectionEvaluee section) {
        var adresse = saisie.adresse() + "/" + section.section().id();
        var aReprendre = saisie.retour().intouchees().stream()
                .map(EtatEtape.Correction::place)
                .filter(place -> section.questions().stream()
                        .anyMatch(evaluee -> evaluee.question().id().equals(place.question())));
        var aRepondre = Stream.concat(section.restantes().stream(), section.facultativesEnErreur().stream())
                .map(restante -> Emplacement.lire(restante.champ()));
        return Stream.concat(aReprendre, aRepondre)
                .findFirst()
                .map(place -> Folio.de(List.of(section), place))
                .map(folio -> folio.adresse(adresse))
                .orElse(adresse);
    }

    static Optional<String> precedente(SaisieDeLEtape saisie, String section, Folio folio) {
        return folio.precedente()
                .map(avant -> avant.adresse(saisie.adresse() + "/" + section))
                .or(() -> precedente(saisie, section));
    }

    /** La section visible d'après, que celle-ci le soit encore ou non ; le récapitulatif à la fin. */
    static String suivante(SaisieDeLEtape saisie, String section) {
        var visibles = ids(saisie);
        return saisie.adresse() + "/"
                + saisie.formulaire().definition().sections().stream()
                        .map(Section::id)
                        .dropWhile(id -> !id.equals(section))
                        .skip(1)
                        .filter(visibles::contains)
                        .findFirst()
                        .orElse("recapitulatif");
    }

    /** Vrai si une question au moins de la page s'écrit : un retour limité n'en rouvre que quelques-unes. */
    public boolean remplissable() {
        return sections.stream()
                .flatMap(section -> section.questions().stream())
                .anyMatch(QuestionPage::modifiable);
    }

    /** Ce que le vérificateur demande de questions que la page ne montre pas : une réponse enregistrée les remet toutes à jour. */
    public List<ACorriger> correctionsAilleurs() {
        var montrees = sections.stream()
                .flatMap(section -> section.questions().stream())
                .flatMap(QuestionPage::corrections)
                .collect(Collectors.toSet());
        return volet.demande().stream()
                .flatMap(demande -> demande.corrections().stream())
                .filter(correction -> !montrees.contains(correction))
                .toList();
    }

    public boolean ensemble() {
        return sections.size() > 1 || action.endsWith("/" + ENSEMBLE);
    }

    /** Ce que le formulaire renvoie pour revenir à cette page ; vide de la première. */
    public Optional<Integer> lignes() {
        return folio.premiere() ? Optional.empty() : Optional.of(folio.numero());
    }

    public String titre() {
        return ensemble() ? volet.etape() : sections.getFirst().titre();
    }

    private static boolean depots(SectionEvaluee evaluee) {
        return evaluee.section().questions().stream()
                .anyMatch(question -> question.type().recoitDesFichiers());
    }

    private static Contenu contenu(SaisieDeLEtape saisie, SectionEvaluee evaluee, Folio folio, List<Conflit> conflits) {
        return new Contenu(
                evaluee.section().id(),
                evaluee.section().titre(),
                evaluee.section().aide(),
                folio.questions(evaluee)
                        .map(question ->
                                QuestionPage.de(saisie, question, folio).divergente(conflits))
                        .toList());
    }

    private static Optional<String> precedente(SaisieDeLEtape saisie, String section) {
        var rang = rang(saisie, section);
        return rang > 0 ? Optional.of(saisie.adresse() + "/" + ids(saisie).get(rang - 1)) : Optional.empty();
    }

    private static int rang(SaisieDeLEtape saisie, String section) {
        return ids(saisie).indexOf(section);
    }

    private static List<String> ids(SaisieDeLEtape saisie) {
        return saisie.evaluation().sections().stream()
                .map(section -> section.section().id())
                .toList();
    }

    /** Où mène une page prise. */
    static final class Suites {

        static final String PRECEDENT = "precedent";

        private Suites() {}

        /** @param toutes faux s'il reste des réponses à vérifier parmi celles qu'on confirmait */
        static Vue confirmee(String champ, boolean toutes) {
            return new Redirection(champ)
                    .avec(
                            toutes
                                    ? Annonce.succes("etape.a-verifier.confirmee")
                                    : Annonce.avertissement("etape.a-verifier.restent"));
        }

        static Vue de(
                @Nullable String suite, SaisieDeLEtape saisie, String section, Folio folio, List<Question> parues) {
            return switch (suite) {
                case "suivant" -> suivante(saisie, section, folio, parues);
                case PRECEDENT -> precedente(saisie, section, folio);
                case null, default ->
                    new Redirection(folio.adresse(saisie.adresse() + "/" + section))
                            .avec(Annonce.succes("etape.brouillon.enregistre"));
            };
        }

        static Vue precedente(SaisieDeLEtape saisie, String section, Folio folio) {
            return new Redirection(
                    SectionPage.precedente(saisie, section, folio).orElseGet(() -> saisie.adresse() + "/" + section));
        }

        /** Une question que ces réponses ont fait paraître se montre avant que la section suivante ne s'ouvre. */
        private static Vue suivante(SaisieDeLEtape saisie, String section, Folio folio, List<Question> parues) {
            var mot = parues.size() > 1 ? "etape.questions-parues" : "etape.question-parue";
            return parues.stream()
                    .findFirst()
                    .<Vue>map(question -> new Redirection(
                                    saisie.adresse() + "/" + section + "#question-" + question.id())
                            .avec(new Annonce(
                                    Annonce.Genre.INFORMATION, new Message(mot, question.libelle(), parues.size()))))
                    .orElseGet(() -> new Redirection(SectionPage.suivante(saisie, section, folio)));
        }

        /** Un autre onglet l'a retiré, ou sa question n'est pas rouverte : le reste de la page est enregistré. */
        static Redirection fichierGarde(SaisieDeLEtape saisie, String section, Folio folio) {
            return new Redirection(folio.adresse(saisie.adresse() + "/" + section))
                    .avec(new Annonce(Annonce.Genre.ERREUR, new Message("etape.fichier.non-retire")));
        }
    }
}
