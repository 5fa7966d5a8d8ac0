package fr.convergence.portail.etape;

import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.acces.ChampsConnus;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Les questions d'un formulaire publié, nommées d'après leurs seuls champs : celui des formulaires en vigueur qui en connaît le
 * plus. Aucun dossier n'est lu : qui les envoie n'est peut-être plus connecté.
 */
@Component
final class ChampsDesQuestions implements ChampsConnus {

    private static final Pattern D_UN_DOSSIER = Pattern.compile("/dossiers/[A-Z]{10}/[^/]+/.+");
    private static final Pattern D_UNE_DECISION = Pattern.compile("/instruction/[A-Z]{10}/.+");
    private static final String CORRECTION = "correction.";

    private final GuichetsPublies guichets;

    ChampsDesQuestions(GuichetsPublies guichets) {
        this.guichets = guichets;
    }

    @Override
    public List<Saisi> lire(String chemin, Map<String, List<String>> champs) {
        if (D_UN_DOSSIER.matcher(chemin).matches()) {
            return reponses(champs);
        }
        return D_UNE_DECISION.matcher(chemin).matches() ? corrections(champs) : List.of();
    }

    @Override
    public Optional<DeFichiers> fichiers(String chemin, String champ) {
        return D_UN_DOSSIER.matcher(chemin).matches()
                ? connues(Set.of(champ))
                        .filter(question -> question.id().equals(champ))
                        .flatMap(question -> question.type() instanceof Piece piece
                                ? Stream.of(
                                        new DeFichiers(Message.brut(question.libelle()), piece.nombreMax() > 1, true))
                                : Stream.empty())
                        .findFirst()
                : Optional.empty();
    }

    private List<Saisi> reponses(Map<String, List<String>> champs) {
        var ids = champs.keySet().stream()
                .map(champ -> champ.replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        return connues(ids)
                .filter(question -> !(question.type() instanceof Piece))
                .flatMap(question ->
                        question.ecrit(question.type().lire(Saisie.de(question.id(), champs)), Valeur.VIDE).stream())
                .toList();
    }

    private List<Saisi> corrections(Map<String, List<String>> champs) {
        var places = champs.keySet().stream()
                .filter(champ -> champ.startsWith(CORRECTION))
                .map(champ -> Emplacement.lire(champ.substring(CORRECTION.length())))
                .toList();
        return connues(places.stream().map(Emplacement::question).collect(Collectors.toSet()))
                .flatMap(question -> places.stream()
                        .filter(place -> place.question().equals(question.id()))
                        .flatMap(place -> correction(question, place, champs)))
                .toList();
    }

    /** La ligne d'un tableau se dit par le FINESS de son entité. */
    private static Stream<Saisi> correction(Question question, Emplacement place, Map<String, List<String>> champs) {
        var libelle = place.lot().map(entite -> entite.valeur() + " – ").orElse("") + question.libelle();
        return champs.getOrDefault(CORRECTION + place.cle(), List.of()).stream()
                .filter(motif -> !FormeNormale.vide(motif))
                .map(motif -> new Saisi(new Message("etape.rendue.correction", libelle), motif));
    }

    /** Dans l'ordre du formulaire. */
    private Stream<Question> connues(Set<String> ids) {
        return guichets.formulairesConnus().stream()
                .map(formulaire -> questions(formulaire, ids))
                .max(Comparator.comparingInt(List::size))
                .stream()
                .flatMap(List::stream);
    }

    private static List<Question> questions(Formulaire formulaire, Set<String> ids) {
        return formulaire
                .definition()
                .questions()
                .flatMap(question -> Stream.concat(
                        Stream.of(question).filter(posee -> ids.contains(posee.id())),
                        question.cellules(ids.stream(), Finess::valeur)))
                .toList();
    }
}
