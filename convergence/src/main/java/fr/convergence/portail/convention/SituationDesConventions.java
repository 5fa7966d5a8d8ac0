package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.socle.courriel.Lettre;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Où en est la convention d'un dossier, pour ce qui en dépend : l'ouverture d'une étape, la reprise d'une décision. */
@Component
public final class SituationDesConventions {

    private final Conventions conventions;
    private final LettresDeConvention lettres;

    SituationDesConventions(Conventions conventions, LettresDeConvention lettres) {
        this.lettres = lettres;
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

    /** Le nom de qui doit encore signer celle qu'une reprise de l'acceptation annulerait. */
    public Optional<String> aSigner(UUID dossier) {
        return conventions
                .courante(dossier)
                .filter(Convention::attendue)
                .map(convention -> convention.contenu().signataire().nomComplet());
    }

    /** Ce que son signataire apprendrait de cette annulation, s'il en a reçu le lien. */
    public Optional<Lettre> annulation(UUID dossier) {
        return conventions.courante(dossier).flatMap(lettres::annulation);
    }

    /** Les fichiers de celle qui est signée : le document, puis la preuve de sa signature. */
    public List<UUID> signes(UUID dossier) {
        return conventions
                .courante(dossier)
                .map(Convention::etat)
                .map(etat -> etat instanceof Signee signee ? List.of(signee.signe(), signee.preuve()) : List.<UUID>of())
                .orElse(List.of());
    }

    public boolean signee(UUID dossier) {
        return de(dossier).filter(CodeDeConvention.SIGNEE::equals).isPresent();
    }
}
