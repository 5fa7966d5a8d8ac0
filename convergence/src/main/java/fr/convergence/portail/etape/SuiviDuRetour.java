package fr.convergence.portail.etape;

import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Finess;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ce qu'une demande de modification fait reprendre, et ce qui en a changé depuis ; rien d'une autre étape.
 *
 * <p>Le tour de la page le demande à chaque question et à chaque cellule, et un vérificateur peut désigner toutes les lignes
 * d'un tableau : chaque place n'est jugée qu'une fois.
 */
final class SuiviDuRetour {

    private final Optional<AModifier> demande;
    private final Formulaire formulaire;
    private final Reponses reponses;
    private final Reponses rendues;
    private final Map<String, Instant> piecesChangees;
    private final Map<String, QuestionEvaluee> visibles;
    private final Map<Emplacement, Valeur.Ligne> lignes;
    private final List<Correction> designees;
    private final List<Correction> intouchees;
    private final Set<Correction> corrigees;
    private final Set<String> aReprendre;
    private final Map<String, Boolean> obligees = new HashMap<>();
    private final Map<String, Set<Finess>> incompletes = new HashMap<>();

    /**
     * @param rendues les réponses telles qu'elles étaient quand l'étape a été rendue : remise comme elle était, aucune n'a changé
     * @param piecesChangees quand les fichiers de chaque question ont changé
     */
    SuiviDuRetour(
            Etape etape,
            Formulaire formulaire,
            Evaluation evaluation,
            Reponses reponses,
            Reponses rendues,
            Map<String, Instant> piecesChangees) {
        this.demande = etape.etat() instanceof AModifier retour ? Optional.of(retour) : Optional.empty();
        this.formulaire = formulaire;
        this.reponses = reponses;
        this.rendues = rendues;
        this.piecesChangees = piecesChangees;
        this.visibles = demande.stream()
                .flatMap(_ -> evaluation.questions())
                .collect(Collectors.toMap(evaluee -> evaluee.question().id(), evaluee -> evaluee));
        this.lignes = new HashMap<>();
        visibles.forEach((question, evaluee) -> evaluee.valeur()
                .lignes()
                .forEach(ligne -> lignes.put(Emplacement.dans(ligne.lot().finess(), question), ligne)));
        this.designees = demande.stream()
                .flatMap(retour -> retour.corrections().stream())
                .filter(correction -> demandee(correction.place()))
                .toList();
        this.intouchees = designees.stream()
                .filter(correction -> !changee(correction.place()))
                .toList();
        var restent = Set.copyOf(intouchees);
        this.corrigees = designees.stream()
                .filter(correction -> !restent.contains(correction) && juste(correction.place()))
                .collect(Collectors.toSet());
        this.aReprendre = intouchees.stream()
                .map(correction -> correction.place().question())
                .collect(Collectors.toSet());
    }

    /** Le même retour, d'autres réponses. */
    SuiviDuRetour avec(Etape etape, Evaluation evaluation, Reponses nouvelles) {
        return new SuiviDuRetour(etape, formulaire, evaluation, nouvelles, rendues, piecesChangees);
    }

    /**
     * Un retour limité ne rouvre que ce que le vérificateur désigne (INSTR-3), fût-ce une ligne d'un tableau, et ce que le
     * corriger oblige à compléter : une question qui en paraît, ou qu'un contrôle ne trouve plus juste.
     */
    boolean laisse(String question) {
        return demande.filter(retour -> !retour.touche(question) && !oblige(retour, question))
                .isEmpty();
    }

    /** @param place une de celles de cette question : d'un tableau, la ligne seule peut être rouverte */
    boolean laisse(Question porteuse, Emplacement place) {
        return demande.filter(retour -> !retour.rouvre(porteuse.designations(place)) && !oblige(retour, porteuse.id()))
                .isEmpty();
    }

    private boolean oblige(AModifier retour, String question) {
        return obligees.computeIfAbsent(
                question,
                id -> formulaire.amont(id).stream().anyMatch(retour::touche)
                        && (!juste(Emplacement.de(id)) || changee(Emplacement.de(id))));
    }

    /** Les questions que le vérificateur fait reprendre et qui n'ont pas changé depuis. */
    List<Correction> intouchees() {
        return intouchees;
    }

    /** Ce qu'elle désigne a changé depuis, et rien n'y manque. */
    boolean corrigee(Correction correction) {
        return corrigees.contains(correction);
    }

    boolean aReprendre(String question) {
        return aReprendre.contains(question);
    }

    /** Vide quand rien n'est désigné. */
    Optional<Reprise> reprise() {
        return demande.filter(_ -> !designees.isEmpty())
                .map(retour -> new Reprise(designees.size(), corrigees.size(), retour.limitee()));
    }

    /** Vrai d'une étape à modifier dont rien n'a changé depuis la demande. */
    boolean inchangee() {
        return demande.isPresent()
                && visibles.keySet().stream().map(Emplacement::de).noneMatch(this::changee);
    }

    /** Elle se demande encore : corriger une question peut en cacher une autre, et une entité quitter le registre. */
    boolean demandee(Emplacement designee) {
        return designee.lot().isEmpty() ? visibles.containsKey(designee.question()) : lignes.containsKey(designee);
    }

    private boolean juste(Emplacement designee) {
        return Optional.ofNullable(visibles.get(designee.question()))
                .filter(evaluee -> designee.lot()
                        .map(entite -> !incompletes
                                .computeIfAbsent(designee.question(), _ -> evaluee.incompletes())
                                .contains(entite))
                        .orElseGet(evaluee::juste))
                .isPresent();
    }

    /** Une cellule touchée change son tableau, et sa ligne. */
    private boolean changee(Emplacement designee) {
        return demande.filter(retour -> places(designee)
                        .map(Question::id)
                        .anyMatch(place -> reponseChangee(place, retour.le())
                                || Optional.ofNullable(piecesChangees.get(place))
                                        .filter(le -> le.isAfter(retour.le()))
                                        .isPresent()))
                .isPresent();
    }

    private boolean reponseChangee(String place, Instant retour) {
        return reponses.reponse(place)
                .filter(reponse -> reponse.le().isAfter(retour))
                .filter(reponse -> !reponse.valeur().memeQue(rendues.valeur(place)))
                .isPresent();
    }

    /** D'une ligne, ses cellules seules : bâtir celles de tout le tableau à chacune coûterait des secondes. */
    private Stream<Question> places(Emplacement designee) {
        return Stream.ofNullable(visibles.get(designee.question()))
                .flatMap(evaluee -> evaluee
                        .question()
                        .places(Optional.ofNullable(lignes.get(designee))
                                .<Valeur>map(ligne -> new Valeur.Tableau(List.of(ligne)))
                                .orElse(evaluee.valeur()))
                        .stream());
    }
}
