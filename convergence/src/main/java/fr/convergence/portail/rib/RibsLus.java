package fr.convergence.portail.rib;

import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.rib.LecturesDeRib.Lecture;
import fr.convergence.socle.chiffrement.Empreintes;
import fr.convergence.socle.identifiant.Bic;
import fr.convergence.socle.identifiant.Iban;
import fr.convergence.socle.page.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ce qui s'est lu des RIB d'une réponse, à comparer à l'IBAN saisi autant de fois qu'il change. */
public final class RibsLus {

    /** Une question de ce nom, dans une section qui demande un IBAN. */
    private static final String RIB = "rib";

    private static final String IBAN = "iban";

    private static final String BIC = "bic";

    /** @param reserve vrai s'il y a à vérifier */
    public record Avis(Message message, boolean reserve) {}

    private final List<Lecture> lectures;
    private final Empreintes empreintes;

    RibsLus(List<Lecture> lectures, Empreintes empreintes) {
        this.lectures = List.copyOf(lectures);
        this.empreintes = empreintes;
    }

    /** L'espace où se dépose le RIB ; vide d'un formulaire qui n'en demande pas, ou pas d'IBAN avec lui. */
    public static Optional<Question> question(DefinitionFormulaire formulaire) {
        return formulaire
                .question(RIB)
                .filter(rib -> rib.type() instanceof Piece)
                .filter(rib -> iban(formulaire, rib).isPresent());
    }

    private static Optional<Question> iban(DefinitionFormulaire formulaire, Question rib) {
        return aCote(formulaire, rib, IBAN);
    }

    private static Optional<Question> aCote(DefinitionFormulaire formulaire, Question rib, String type) {
        return formulaire.section(rib).stream()
                .flatMap(section -> section.questions().stream())
                .filter(question -> question.type().code().equals(type))
                .findFirst();
    }

    /**
     * Ce qu'il y a à dire à côté de cette question : de l'IBAN et du BIC, s'ils sont ceux du RIB ; du RIB, s'il se lit et de qui
     * il est.
     */
    public List<Avis> avis(DefinitionFormulaire formulaire, Question question, Valeur reponse) {
        if (lectures.isEmpty()) {
            return List.of();
        }
        if (question.id().equals(RIB)) {
            return lectures.stream().flatMap(RibsLus::duDocument).distinct().toList();
        }
        return question(formulaire)
                .flatMap(rib -> aCote(formulaire, rib, question.type().code()))
                .filter(question::equals)
                .flatMap(trouvee -> switch (trouvee.type().code()) {
                    case IBAN -> Iban.lire(reponse.texte()).siLue().flatMap(this::duCompte);
                    case BIC -> Bic.lire(reponse.texte()).siLue().flatMap(this::deLaBanque);
                    default -> Optional.empty();
                })
                .stream()
                .toList();
    }

    private static Stream<Avis> duDocument(Lecture lecture) {
        return switch (lecture.etat()) {
            case A_LIRE -> Stream.of(new Avis(new Message("rib.en-cours"), false));
            case ILLISIBLE -> Stream.of(new Avis(new Message("rib.illisible"), false));
            case LU -> lecture.titulaire() ? Stream.empty() : Stream.of(new Avis(new Message("rib.titulaire"), true));
        };
    }

    /** De plusieurs documents, il suffit que l'un le porte. */
    private Optional<Avis> duCompte(Iban saisi) {
        var lus = lectures.stream()
                .filter(lecture -> lecture.etat() == LecturesDeRib.Etat.LU)
                .toList();
        if (lus.isEmpty()) {
            return Optional.empty();
        }
        var possibles = empreintes.possibles(saisi.valeur());
        var porte = lus.stream()
                .flatMap(lecture -> lecture.ibans().stream())
                .anyMatch(lu -> Arrays.stream(possibles).anyMatch(possible -> Arrays.equals(lu, possible)));
        return Optional.of(
                porte
                        ? new Avis(new Message("rib.concorde"), false)
                        : new Avis(new Message("rib.differe", masques(lus)), true));
    }

    /** Rien d'un RIB où aucun BIC ne s'est lu. */
    private Optional<Avis> deLaBanque(Bic saisi) {
        var lus = lectures.stream()
                .flatMap(lecture -> lecture.bics().stream())
                .distinct()
                .toList();
        if (lus.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                lus.stream().anyMatch(lu -> BicsDuTexte.memeBanque(lu, saisi.valeur()))
                        ? new Avis(new Message("rib.bic.concorde"), false)
                        : new Avis(new Message("rib.bic.differe", String.join(", ", lus)), true));
    }

    private static String masques(List<Lecture> lus) {
        return lus.stream()
                .flatMap(lecture -> lecture.masques().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
