package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.DemandePassee;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Difference;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.formulaire.Section;
import fr.convergence.portail.instruction.SectionLue.Apercu;
import fr.convergence.portail.instruction.SectionLue.FichierLu;
import fr.convergence.portail.instruction.SectionLue.QuestionLue;
import fr.convergence.portail.instruction.SectionLue.Vers;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.saisie.Editions.Transmise;
import fr.convergence.socle.page.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Met en sections la dernière édition transmise, avec ce qui a changé depuis la précédente (INSTR-2, DOS-6). */
final class LectureDeLEdition {

    private final DefinitionFormulaire formulaire;
    private final EditionScellee edition;
    private final Map<String, Difference> differences;
    private final Map<String, String> corrections;
    private final Map<String, PieceDeposee> pieces;
    private final Optional<String> conteneurs;

    /**
     * @param transmissions au moins une, de la première à la dernière
     * @param demande la dernière faite, répondue ou non
     * @param pieces l'état d'aujourd'hui de leurs fichiers
     * @param conteneurs où se lisent les identifiants des conteneurs ; vide pour qui ne les ouvre pas (ZED-4)
     */
    LectureDeLEdition(
            DefinitionFormulaire formulaire,
            List<Transmise> transmissions,
            Optional<DemandePassee> demande,
            Map<String, PieceDeposee> pieces,
            Optional<String> conteneurs) {
        this.conteneurs = conteneurs;
        this.pieces = pieces;
        this.formulaire = formulaire;
        this.edition = transmissions.getLast().contenu();
        this.differences = differences(formulaire, transmissions);
        this.corrections = demande.stream()
                .flatMap(faite -> faite.corrections().stream())
                .collect(Collectors.toMap(
                        correction -> correction.place().question(),
                        correction -> correction.ligne() == null
                                ? correction.motif()
                                : correction.ligne() + " : " + correction.motif(),
                        (une, autre) -> une + "\n" + autre,
                        LinkedHashMap::new));
    }

    /** Les sections qui ont quelque chose à lire. */
    List<SectionLue> sections() {
        return formulaire.sections().stream()
                .map(this::section)
                .filter(section -> !section.questions().isEmpty())
                .toList();
    }

    private SectionLue section(Section section) {
        return new SectionLue(
                section.id(),
                section.titre(),
                section.questions().stream()
                        .filter(this::aLire)
                        .map(this::question)
                        .toList());
    }

    /** Répondue, retirée depuis la transmission précédente, ou désignée par un vérificateur. */
    private boolean aLire(Question question) {
        return edition.reponses().containsKey(question.id())
                || differences.containsKey(question.id())
                || corrections.containsKey(question.id());
    }

    private QuestionLue question(Question question) {
        var preuves = edition.preuves().getOrDefault(question.id(), List.of());
        var confidentielle = question.type() instanceof Piece piece && piece.confidentielle();
        if (confidentielle && conteneurs.isEmpty()) {
            return scellee(question, preuves.size());
        }
        return new QuestionLue(
                question.id(),
                question.libelle(),
                question.type() instanceof Piece ? List.of() : edition.lignes(question),
                edition.tableau(question),
                preuves.stream().map(this::fichier).toList(),
                Optional.ofNullable(differences.get(question.id()))
                        .map(Difference::ecarts)
                        .orElse(List.of()),
                Optional.ofNullable(corrections.get(question.id())),
                conteneurs
                        .filter(_ -> confidentielle)
                        .map(vers -> new Vers(new Message("instruction.conteneurs"), vers + "/" + question.id())),
                Optional.empty());
    }

    /** Qui ne l'ouvre pas sait seulement que quelque chose y est déposé : ni nom, ni taille. */
    private QuestionLue scellee(Question question, int nombre) {
        return new QuestionLue(
                question.id(),
                question.libelle(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.ofNullable(corrections.get(question.id())),
                Optional.empty(),
                Optional.of(nombre));
    }

    private FichierLu fichier(Preuve preuve) {
        var piece = Optional.ofNullable(pieces.get(preuve.fichier()));
        var adresse = piece.filter(connue -> !connue.lisible()).isPresent()
                ? Optional.<String>empty()
                : Optional.of("/pieces/" + preuve.fichier());
        return new FichierLu(
                preuve.nom(),
                preuve.taille(),
                preuve.sha256(),
                adresse,
                adresse.filter(_ -> piece.map(PieceDeposee::montrable)
                                .orElseGet(() -> PieceDeposee.montrable(preuve.nom())))
                        .map(lue -> apercu(preuve, lue)),
                piece.filter(connue -> !connue.sansReserve()));
    }

    private static Apercu apercu(Preuve preuve, String adresse) {
        return new Apercu("apercu-" + preuve.fichier(), adresse + "?apercu", !PieceDeposee.enPages(preuve.nom()));
    }

    private static Map<String, Difference> differences(DefinitionFormulaire formulaire, List<Transmise> transmissions) {
        if (transmissions.size() < 2) {
            return Map.of();
        }
        var precedente = transmissions.get(transmissions.size() - 2).contenu();
        return transmissions.getLast().contenu().depuis(precedente, formulaire).stream()
                .collect(Collectors.toMap(difference -> difference.question().id(), Function.identity()));
    }
}
