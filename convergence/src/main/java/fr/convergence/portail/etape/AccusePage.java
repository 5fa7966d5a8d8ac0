package fr.convergence.portail.etape;

import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.saisie.CodeDeVerification;
import fr.convergence.portail.saisie.Editions.Transmise;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * L'accusé de dépôt d'une transmission, à l'écran et en PDF (DOS-8).
 *
 * @param destinataire le niveau de vérification où elle est allée
 * @param pieces dans l'ordre du formulaire
 */
public record AccusePage(
        Volet volet,
        int numero,
        Instant le,
        String empreinte,
        Message destinataire,
        List<PieceTransmise> pieces,
        String pdf)
        implements Page {

    /** Un fichier transmis, et la question à laquelle il répond. */
    public record PieceTransmise(String question, Preuve preuve) {}

    static AccusePage de(SaisieDeLEtape saisie, Volet volet, Transmise edition, Niveau niveau) {
        return new AccusePage(
                volet,
                edition.numero(),
                edition.le(),
                edition.empreinte(),
                niveau == Niveau.ANS
                        ? new Message("etape.accuse.ans")
                        : Message.brut(saisie.dossier().region().ars()),
                pieces(saisie.formulaire().definition(), edition),
                saisie.adresse() + "/accuses/" + edition.numero() + ".pdf");
    }

    /** Le code à taper pour le vérifier, par groupes de cinq (NEW-14). */
    public String code() {
        return verification().imprime();
    }

    /** Où il se vérifie. */
    public String verifier() {
        return "/verification/" + volet.reference() + "/" + verification().valeur();
    }

    private CodeDeVerification verification() {
        return CodeDeVerification.de(numero, empreinte);
    }

    private static List<PieceTransmise> pieces(DefinitionFormulaire definition, Transmise edition) {
        var ordre = definition.questions().map(Question::id).toList();
        return edition.contenu().preuves().entrySet().stream()
                .sorted(Comparator.comparingInt(preuves -> definition
                        .porteuse(preuves.getKey())
                        .map(question -> ordre.indexOf(question.id()))
                        .orElse(ordre.size())))
                .flatMap(preuves -> pieces(definition, preuves.getKey(), preuves.getValue()))
                .toList();
    }

    private static Stream<PieceTransmise> pieces(DefinitionFormulaire definition, String cle, List<Preuve> preuves) {
        var question = definition.porteuse(cle).map(Question::libelle).orElse(cle);
        return preuves.stream().map(preuve -> new PieceTransmise(question, preuve));
    }
}
