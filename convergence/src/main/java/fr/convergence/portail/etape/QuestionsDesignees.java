package fr.convergence.portail.etape;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.QuestionDesignee;
import java.util.List;
import org.springframework.stereotype.Component;

/** Les questions qu'une demande de modification désigne, et ce que chacune est devenue depuis (INSTR-3). */
@Component
public final class QuestionsDesignees {

    private final Saisies saisies;

    QuestionsDesignees(Saisies saisies) {
        this.saisies = saisies;
    }

    /** Aucune hors d'une demande ; l'accès au dossier a été jugé par qui demande. */
    public List<QuestionDesignee> de(Dossier dossier, Etape etape) {
        return saisies.de(dossier, etape)
                .map(SaisieDeLEtape::questionsDesignees)
                .orElseGet(List::of);
    }
}
