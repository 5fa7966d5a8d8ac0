package fr.convergence.portail.etape;

import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Un tableau par entité : une ligne par entité, une question par cellule, et ce qui s'en calcule.
 *
 * @param lignes celles de la page
 * @param etendue lesquelles ce sont, quand il y en a d'autres
 */
public record TableauPage(
        List<Question> colonnes, List<LigneDuTableau> lignes, Optional<Message> etendue, Synthese synthese) {

    /** @param correction ce que le vérificateur demande d'y reprendre */
    public record LigneDuTableau(Lot lot, String id, List<QuestionPage> cellules, Optional<ACorriger> correction) {}

    /**
     * Les totaux et les parts, ce que l'on reproche au tableau entier, et ses pages quand il en a plusieurs.
     *
     * @param id celui de la question
     */
    public record Synthese(String id, List<LigneDeReponse> lignes, Optional<Message> erreur, List<Feuillet> pages) {}

    /**
     * Une page du tableau.
     *
     * @param incompletes combien de ses lignes restent à compléter ou à corriger
     */
    public record Feuillet(String vers, Message etendue, int incompletes, boolean courant) {}

    static Optional<TableauPage> de(SaisieDeLEtape saisie, QuestionEvaluee evaluee, Folio folio) {
        if (!(evaluee.question().type() instanceof TableauEntites type)) {
            return Optional.empty();
        }
        return Optional.of(new TableauPage(
                type.colonnes(),
                folio.lignes(evaluee.valeur()).stream()
                        .map(ligne -> ligne(saisie, evaluee, ligne))
                        .toList(),
                Folio.pages(evaluee.valeur()) > 1 ? Optional.of(etendue(folio, evaluee.valeur())) : Optional.empty(),
                synthese(evaluee, folio)));
    }

    private static LigneDuTableau ligne(SaisieDeLEtape saisie, QuestionEvaluee evaluee, Valeur.Ligne ligne) {
        var id = Emplacement.dans(ligne.lot().finess(), evaluee.question().id()).cle();
        return new LigneDuTableau(
                ligne.lot(),
                id,
                evaluee.question().places(new Valeur.Tableau(List.of(ligne))).stream()
                        .map(place -> QuestionPage.cellule(saisie, evaluee, place))
                        .toList(),
                saisie.correction(id));
    }

    /** @param evaluee un tableau */
    static Synthese synthese(QuestionEvaluee evaluee, Folio folio) {
        var type = (TableauEntites) evaluee.question().type();
        return new Synthese(
                evaluee.question().id(),
                type.syntheses(evaluee.valeur()),
                evaluee.erreur(""),
                feuillets(evaluee, folio));
    }

    private static List<Feuillet> feuillets(QuestionEvaluee evaluee, Folio folio) {
        var pages = Folio.pages(evaluee.valeur());
        if (pages == 1) {
            return List.of();
        }
        var incompletes = evaluee.incompletes();
        return IntStream.rangeClosed(1, pages)
                .mapToObj(numero -> new Folio(numero, pages))
                .map(page -> new Feuillet(
                        "?" + Emplacement.LIGNES + "=" + page.numero(),
                        etendue(page, evaluee.valeur()),
                        (int) page.lignes(evaluee.valeur()).stream()
                                .filter(ligne ->
                                        incompletes.contains(ligne.lot().finess()))
                                .count(),
                        page.numero() == folio.numero()))
                .toList();
    }

    private static Message etendue(Folio page, Valeur tableau) {
        var debut = (page.numero() - 1) * TableauEntites.LIGNES_PAR_PAGE;
        return new Message(
                "etape.tableau-entites.etendue",
                debut + 1,
                debut + page.lignes(tableau).size(),
                tableau.lignes().size());
    }

    TableauPage divergent(List<Conflit> conflits) {
        return new TableauPage(
                colonnes,
                lignes.stream()
                        .map(ligne -> new LigneDuTableau(
                                ligne.lot(),
                                ligne.id(),
                                ligne.cellules().stream()
                                        .map(cellule -> cellule.divergente(conflits))
                                        .toList(),
                                ligne.correction()))
                        .toList(),
                etendue,
                synthese);
    }

    void noter(Erreurs envoi) {
        lignes.forEach(ligne -> ligne.cellules().forEach(cellule -> cellule.noter(envoi)));
    }
}
