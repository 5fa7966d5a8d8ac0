package fr.convergence.portail.etape;

import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/** Un tableau par entité : une ligne par entité, une question par cellule, et ce qui s'en calcule. */
public record TableauPage(List<Question> colonnes, List<LigneDuTableau> lignes, Synthese synthese) {

    public record LigneDuTableau(Lot lot, List<QuestionPage> cellules) {}

    /**
     * Les totaux et les parts, et ce que l'on reproche au tableau entier.
     *
     * @param id celui de la question
     */
    public record Synthese(String id, List<LigneDeReponse> lignes, Optional<Message> erreur) {}

    static Optional<TableauPage> de(SaisieDeLEtape saisie, QuestionEvaluee evaluee) {
        if (!(evaluee.question().type() instanceof TableauEntites type)) {
            return Optional.empty();
        }
        var largeur = type.colonnes().size();
        var cellules = evaluee.question().places(evaluee.valeur()).stream()
                .map(place -> QuestionPage.cellule(saisie, evaluee, place))
                .toList();
        var rang = 0;
        var lignes = new java.util.ArrayList<LigneDuTableau>();
        for (var ligne : evaluee.valeur().lignes()) {
            lignes.add(new LigneDuTableau(ligne.lot(), cellules.subList(rang, rang + largeur)));
            rang += largeur;
        }
        return Optional.of(new TableauPage(type.colonnes(), lignes, synthese(evaluee)));
    }

    /** @param evaluee un tableau */
    static Synthese synthese(QuestionEvaluee evaluee) {
        var type = (TableauEntites) evaluee.question().type();
        return new Synthese(evaluee.question().id(), type.syntheses(evaluee.valeur()), evaluee.erreur(""));
    }

    TableauPage divergent(List<Conflit> conflits) {
        return new TableauPage(
                colonnes,
                lignes.stream()
                        .map(ligne -> new LigneDuTableau(
                                ligne.lot(),
                                ligne.cellules().stream()
                                        .map(cellule -> cellule.divergente(conflits))
                                        .toList()))
                        .toList(),
                synthese);
    }

    void noter(Erreurs envoi) {
        lignes.forEach(ligne -> ligne.cellules().forEach(cellule -> cellule.noter(envoi)));
    }
}
