package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.convention.CartesDesConventions;
import fr.convergence.portail.dossier.DemandePassee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Ouverture;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.instruction.DecisionController.Nature;
import fr.convergence.portail.instruction.InstructionDossierPage.Action;
import fr.convergence.portail.instruction.InstructionDossierPage.Contenu;
import fr.convergence.portail.instruction.InstructionDossierPage.Decisions;
import fr.convergence.portail.instruction.InstructionDossierPage.Demande;
import fr.convergence.portail.instruction.InstructionDossierPage.Envoi;
import fr.convergence.portail.instruction.InstructionDossierPage.EtapeDuDossier;
import fr.convergence.portail.instruction.InstructionDossierPage.Histoire;
import fr.convergence.portail.instruction.ListeDeTravail.Suite;
import fr.convergence.portail.paiement.CartesDesPaiements;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.piece.Pieces;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.rib.AvisDuRib;
import fr.convergence.portail.rib.RibsLus;
import fr.convergence.portail.rib.RibsLus.Avis;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.Editions.Transmise;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Réunit ce qu'un vérificateur lit d'un dossier : la dernière édition transmise, l'établissement, l'historique. */
@Component
final class LectureDuDossier {

    private static final int DERNIERS_PASSAGES = 5;

    private final GuichetsPublies guichets;
    private final Editions editions;
    private final FicheDuDossier fiche;
    private final Pieces pieces;
    private final HistoriqueDuDossier historique;
    private final PagesDeDecision pages;
    private final Ouverture ouverture;
    private final Dossiers dossiers;
    private final CartesDesConventions conventions;
    private final CartesDesPaiements paiements;
    private final AvisDuRib ribs;

    LectureDuDossier(
            GuichetsPublies guichets,
            Dossiers dossiers,
            Editions editions,
            FicheDuDossier fiche,
            Pieces pieces,
            HistoriqueDuDossier historique,
            PagesDeDecision pages,
            Ouverture ouverture,
            CartesDesConventions conventions,
            CartesDesPaiements paiements,
            AvisDuRib ribs) {
        this.ribs = ribs;
        this.paiements = paiements;
        this.conventions = conventions;
        this.ouverture = ouverture;
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.editions = editions;
        this.fiche = fiche;
        this.pieces = pieces;
        this.historique = historique;
        this.pages = pages;
    }

    /**
     * @param depuis le numéro de la transmission à laquelle comparer la dernière ; la précédente s'il n'en dit aucune
     * @param suite ce qui le suit dans la liste d'où l'on vient
     */
    InstructionDossierPage page(
            Connecte qui, Dossier dossier, Etape etape, Optional<String> depuis, Optional<Suite> suite) {
        var position = suite.map(Suite::position).orElse("");
        var envois = editions.toutes(etape.id());
        var passages = historique.pourUnVerificateur(dossier);
        return new InstructionDossierPage(
                pages.enTete(dossier, etape, position),
                suite,
                dossier.etapes().stream()
                        .map(autre -> etapeDuDossier(dossier, autre, etape, position))
                        .toList(),
                decisions(qui, dossier, etape, position),
                contenu(qui, dossier, etape, envois, depuis),
                fiche.de(qui, dossier, etape, position),
                conventions.pourUnVerificateur(dossier),
                paiements.de(qui, dossier),
                new Histoire(
                        passages.subList(0, Math.min(DERNIERS_PASSAGES, passages.size())), titresDesEtapes(dossier)));
    }

    /** Le titre de chaque étape, par code. */
    Map<String, String> titresDesEtapes(Dossier dossier) {
        return dossier.etapes().stream()
                .collect(Collectors.toMap(
                        Etape::code, etape -> pages.enTete(dossier, etape, "").etape()));
    }

    private EtapeDuDossier etapeDuDossier(Dossier dossier, Etape etape, Etape courante, String position) {
        var enTete = pages.enTete(dossier, etape, position);
        return new EtapeDuDossier(
                etape.rang(),
                enTete.etape(),
                enTete.statut(),
                enTete.dossier(),
                etape.code().equals(courante.code()),
                etape.etat().transmise(),
                ouverture.de(dossier, etape));
    }

    private Decisions decisions(Connecte qui, Dossier dossier, Etape etape, String position) {
        var enTete = pages.enTete(dossier, etape, position);
        var actions = new ArrayList<Action>();
        if (Competence.decide(qui, etape)) {
            for (var nature : List.of(Nature.VALIDATION, Nature.MODIFICATION, Nature.REFUS)) {
                actions.add(action(enTete, nature, nature == Nature.VALIDATION));
            }
        } else if (pages.seReprend(qui, dossier, etape)) {
            actions.add(action(enTete, Nature.REPRISE, false));
        }
        var enCours = etape.etat() instanceof AModifier retour
                ? Optional.of(new Demande(retour.motif(), retour.retourAvant().minusSeconds(1), retour.limitee()))
                : Optional.<Demande>empty();
        var attente = qui.role() == Role.ANS && paiements.manque(dossier, etape)
                ? Optional.of(new Message("instruction.attente.sans-montant"))
                : attente(actions, enTete.statut());
        return new Decisions(actions, attente, enCours);
    }

    private static Action action(EnTete enTete, Nature nature, boolean principale) {
        return new Action(
                new Message("instruction." + nature.code() + ".lien"), enTete.decision(nature.code()), principale);
    }

    private static Optional<Message> attente(List<Action> actions, Statut statut) {
        return actions.isEmpty()
                ? Optional.of(new Message("instruction.attente." + statut.name().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private Contenu contenu(
            Connecte qui, Dossier dossier, Etape etape, List<Transmise> envois, Optional<String> depuis) {
        if (envois.isEmpty()) {
            return new Contenu(List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());
        }
        var demande = dossiers.derniereDemande(etape);
        var precedente = precedente(envois, depuis);
        var formulaire = guichets.formulaireSIlExiste(envois.getLast().contenu().formulaire());
        return new Contenu(
                envois.stream()
                        .map(envoi -> new Envoi(envoi.numero(), envoi.le()))
                        .toList(),
                formulaire
                        .map(trouve -> new LectureDeLEdition(
                                        trouve.definition(),
                                        Stream.concat(precedente.stream(), Stream.of(envois.getLast()))
                                                .toList(),
                                        demande,
                                        fichiers(envois.getLast()),
                                        identifiants(qui, dossier, etape))
                                .sections())
                        .orElse(List.of()),
                formulaire
                        .map(trouve ->
                                avis(trouve.definition(), envois.getLast().contenu()))
                        .orElse(Map.of()),
                precedente.map(envoi -> new Envoi(envoi.numero(), envoi.le())),
                demande.filter(_ -> !(etape.etat() instanceof AModifier)).map(faite -> repondue(qui, faite)));
    }

    /** Ce qui se lit des RIB transmis, à côté d'eux et de l'IBAN. */
    private Map<String, List<Avis>> avis(DefinitionFormulaire formulaire, EditionScellee transmise) {
        var lus = ribs.lus(RibsLus.question(formulaire).stream()
                .flatMap(rib -> transmise.preuves().getOrDefault(rib.id(), List.of()).stream())
                .map(preuve -> UUID.fromString(preuve.fichier()))
                .toList());
        return formulaire
                .questions()
                .collect(Collectors.toMap(
                        Question::id,
                        question -> lus.avis(
                                formulaire, question, transmise.reponses().getOrDefault(question.id(), Valeur.VIDE))));
    }

    /** Celle que l'on choisit parmi toutes les anciennes, sinon la dernière d'entre elles ; vide quand il n'y en a pas. */
    private static Optional<Transmise> precedente(List<Transmise> envois, Optional<String> depuis) {
        var anciennes = envois.subList(0, envois.size() - 1);
        return anciennes.stream()
                .filter(envoi ->
                        depuis.filter(String.valueOf(envoi.numero())::equals).isPresent())
                .findFirst()
                .or(() -> anciennes.isEmpty() ? Optional.empty() : Optional.of(anciennes.getLast()));
    }

    /** Seuls les vérificateurs de l'ANS ouvrent les conteneurs (ZED-4). */
    private static Optional<String> identifiants(Connecte qui, Dossier dossier, Etape etape) {
        return qui.role() == Role.ANS
                ? Optional.of("/instruction/" + dossier.reference() + "/" + etape.code() + "/conteneurs")
                : Optional.empty();
    }

    private static Message repondue(Connecte qui, DemandePassee demande) {
        var niveau = demande.niveau();
        var cle = niveau == null
                ? "instruction.demandees"
                : Competence.tient(qui, niveau)
                        ? "instruction.demandees.votre"
                        : "instruction.demandees." + niveau.name().toLowerCase(Locale.ROOT);
        return new Message(cle, Formats.dateHeure(demande.le()));
    }

    private Map<String, PieceDeposee> fichiers(Transmise envoi) {
        return pieces.parFichier(envoi.contenu().preuves().values().stream()
                .flatMap(List::stream)
                .map(preuve -> UUID.fromString(preuve.fichier()))
                .toList());
    }
}
