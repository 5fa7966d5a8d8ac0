package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.ActeDeReprise;
import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.acte.ActeDuDossier.ContactModifie;
import fr.convergence.portail.acte.ActeDuDossier.DeConteneur;
import fr.convergence.portail.acte.ActeDuDossier.DeConvention;
import fr.convergence.portail.acte.ActeDuDossier.DePaiement;
import fr.convergence.portail.acte.ActeDuDossier.DePassage;
import fr.convergence.portail.acte.ActeDuDossier.DeReponses;
import fr.convergence.portail.acte.ActeDuDossier.DossierCree;
import fr.convergence.portail.acte.ActeDuDossier.DossierTransfere;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.Interne;
import fr.convergence.portail.acte.ActeDuDossier.MessageEnvoye;
import fr.convergence.portail.acte.ActeDuDossier.PieceDeposee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRefusee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRetiree;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.acte.DossierReconduit;
import fr.convergence.portail.acte.Mouvement;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ce qu'un vérificateur lit de l'histoire d'un dossier : rien de ce que le référent a fait d'une étape avant qu'elle lui soit
 * transmise. Il sait qu'elle s'est ouverte ou close : son dossier lui en dit le statut.
 */
@Component
final class HistoireTransmise {

    private final GuichetsPublies guichets;

    HistoireTransmise(GuichetsPublies guichets) {
        this.guichets = guichets;
    }

    /** @param lignes de la plus ancienne à la plus récente */
    List<Lue> de(Dossier dossier, List<Lue> lignes) {
        var depuis = depuisLaTransmission(lignes);
        var etats = auDebut(dossier, depuis);
        var formulaires = formulaires(dossier);
        var montrees = new ArrayList<Lue>();
        for (var lue : depuis) {
            mouvement(lue).ifPresent(mouvement -> etats.put(mouvement.etape(), mouvement.vers()));
            if (lue.acte().filter(acte -> deBrouillon(acte, etats, formulaires)).isEmpty()) {
                montrees.add(lue);
            }
        }
        return montrees;
    }

    static Optional<Niveau> destinataire(List<Lue> lignes, String etape, int edition) {
        return lignes.stream()
                .flatMap(lue -> lue.acte().stream())
                .filter(EtapeTransmise.class::isInstance)
                .map(EtapeTransmise.class::cast)
                .filter(acte ->
                        acte.edition() == edition && acte.mouvement().etape().equals(etape))
                .findFirst()
                .flatMap(acte -> acte.mouvement().versNiveau());
    }

    /** Toutes quand aucune ne la dit : un dossier repris d'ailleurs a été transmis sans elle. */
    private static List<Lue> depuisLaTransmission(List<Lue> lignes) {
        var depuis = lignes.stream()
                .dropWhile(lue -> !(lue.acte().orElse(null) instanceof EtapeTransmise))
                .toList();
        return depuis.isEmpty() ? lignes : depuis;
    }

    /** L'état de chaque étape avant ces lignes : celui d'où part son premier passage, ou le sien si elle n'en a pas. */
    private static Map<String, CodeDEtat> auDebut(Dossier dossier, List<Lue> lignes) {
        var etats = new HashMap<String, CodeDEtat>();
        lignes.stream()
                .flatMap(lue -> mouvement(lue).stream())
                .forEach(mouvement -> etats.putIfAbsent(mouvement.etape(), mouvement.de()));
        dossier.etapes()
                .forEach(etape -> etats.putIfAbsent(etape.code(), etape.etat().code()));
        return etats;
    }

    private Map<String, DefinitionFormulaire> formulaires(Dossier dossier) {
        return dossier.etapes().stream()
                .flatMap(etape -> guichets.formulaire(dossier.guichet(), etape.code()).stream()
                        .map(formulaire -> Map.entry(etape.code(), formulaire.definition())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Mouvement> mouvement(Lue lue) {
        return lue.acte().orElse(null) instanceof DePassage passage
                ? Optional.of(passage.mouvement())
                : Optional.empty();
    }

    /** @param etats ceux des étapes à l'heure de l'acte */
    private static boolean deBrouillon(
            ActeDuDossier acte, Map<String, CodeDEtat> etats, Map<String, DefinitionFormulaire> formulaires) {
        return switch (acte) {
            case DeReponses reponses ->
                !etats.getOrDefault(reponses.etape(), CodeDEtat.BROUILLON).transmise();
            case DossierReconduit reconduit ->
                !etats.getOrDefault(reconduit.etape(), CodeDEtat.BROUILLON).transmise();
            case PieceDeposee piece -> deBrouillon(piece.question(), etats, formulaires);
            case PieceRetiree piece -> deBrouillon(piece.question(), etats, formulaires);
            case PieceRefusee piece -> deBrouillon(piece.question(), etats, formulaires);
            case DeConteneur conteneur -> deBrouillon(conteneur.question(), etats, formulaires);
            case DossierCree _,
                    ContactModifie _,
                    DossierTransfere _,
                    ActeDeReprise _,
                    MessageEnvoye _,
                    Interne _,
                    DePassage _,
                    DeConvention _,
                    DePaiement _ -> false;
        };
    }

    /**
     * L'acte ne nomme que sa question, que deux étapes peuvent poser : il est de celle qui s'écrivait. Entre deux qui s'écrivaient, il
     * se tait.
     */
    private static boolean deBrouillon(
            String place, Map<String, CodeDEtat> etats, Map<String, DefinitionFormulaire> formulaires) {
        var posent = formulaires.entrySet().stream()
                .filter(formulaire -> formulaire.getValue().porteuse(place).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        var possibles = (posent.isEmpty() ? etats.keySet() : posent)
                .stream().map(etats::get).filter(Objects::nonNull).toList();
        return possibles.contains(CodeDEtat.BROUILLON) || possibles.stream().noneMatch(CodeDEtat::transmise);
    }
}
