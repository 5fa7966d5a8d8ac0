package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Où en est la convention d'un dossier, pour ce qui en dépend : l'ouverture d'une étape, la reprise d'une décision. */
@Component
public final class SituationDesConventions {

    private final Conventions conventions;

    SituationDesConventions(Conventions conventions) {
        this.conventions = conventions;
    }

    /** Celle de la convention courante ; vide si le dossier n'en a pas. */
    public Optional<CodeDeConvention> de(UUID dossier) {
        return conventions.courante(dossier).map(convention -> convention.etat().code());
    }

    /** Vrai si celle que l'acceptation de cette étape a fait établir est signée. */
    public boolean signee(UUID dossier, String etape) {
        return conventions
                .courante(dossier)
                .filter(convention -> convention.etape().equals(etape))
                .filter(convention -> convention.etat().code() == CodeDeConvention.SIGNEE)
                .isPresent();
    }

    public boolean signee(UUID dossier) {
        return de(dossier).filter(CodeDeConvention.SIGNEE::equals).isPresent();
    }
}
