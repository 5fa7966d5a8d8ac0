package fr.convergence.portail.etape;

import fr.convergence.portail.question.Question;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Où mène une page prise. */
final class Suites {

    static final String PRECEDENT = "precedent";

    private Suites() {}

    static Vue de(
            @Nullable String suite, SaisieDeLEtape saisie, String section, Folio folio, Optional<Question> parue) {
        return switch (suite) {
            case "suivant" -> suivante(saisie, section, folio, parue);
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
    private static Vue suivante(SaisieDeLEtape saisie, String section, Folio folio, Optional<Question> parue) {
        return parue.map(question -> new Redirection(saisie.adresse() + "/" + section + "#question-" + question.id())
                        .avec(new Annonce(
                                Annonce.Genre.INFORMATION, new Message("etape.question-parue", question.libelle()))))
                .orElseGet(() -> new Redirection(SectionPage.suivante(saisie, section, folio)));
    }

    /** Un autre onglet l'a retiré, ou sa question n'est pas rouverte : le reste de la page est enregistré. */
    static Redirection fichierGarde(SaisieDeLEtape saisie, String section, Folio folio) {
        return new Redirection(folio.adresse(saisie.adresse() + "/" + section))
                .avec(new Annonce(Annonce.Genre.ERREUR, new Message("etape.fichier.non-retire")));
    }
}
