package fr.convergence.portail.publication;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.Acte;
import fr.convergence.portail.acte.ActeDuSupport.FormulairePublie;
import fr.convergence.portail.acte.ActeDuSupport.GuichetPublie;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.guichet.Examen;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.socle.journal.Journal;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur publie une version d'un guichet ou d'un formulaire (FRM-1). */
@Component
class PublierDefinition {

    /** Les défauts se disent ligne à ligne dans la page : ils n'ont pas à nommer un fichier. */
    static final String FICHIER = "définition";

    private final GuichetsPublies guichets;
    private final Journal journal;

    PublierDefinition(GuichetsPublies guichets, Journal journal) {
        this.guichets = guichets;
        this.journal = journal;
    }

    /** @param adresse où se lit la version */
    record Publiee(Publication publication, String adresse) {}

    @Transactional
    public Publiee executer(String texte, Connecte operateur) {
        var examen = guichets.examiner(FICHIER, texte);
        var publication = guichets.publier(FICHIER, texte);
        return switch (examen) {
            case Examen.Refuse _ -> new Publiee(publication, PublicationController.CHEMIN);
            case Examen.UnGuichet(var guichet, var _) -> {
                tracer(
                        Sorte.GUICHET,
                        publication,
                        version -> new GuichetPublie(version, guichet.empreinte()),
                        operateur);
                yield new Publiee(
                        publication,
                        PublicationController.guichet(guichet.definition().reference()));
            }
            case Examen.UnFormulaire(var formulaire, var _) -> {
                tracer(
                        Sorte.FORMULAIRE,
                        publication,
                        version -> new FormulairePublie(version, formulaire.empreinte()),
                        operateur);
                yield new Publiee(
                        publication,
                        PublicationController.formulaire(formulaire.definition().reference()));
            }
        };
    }

    private void tracer(Sorte sorte, Publication publication, IntFunction<Acte> acte, Connecte operateur) {
        if (publication instanceof Publication.Publiee(var reference)) {
            journal.ecrire(sorte.chaine(reference.code()), operateur.getName(), acte.apply(reference.version()));
        }
    }
}
