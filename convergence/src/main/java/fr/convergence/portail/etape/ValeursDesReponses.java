package fr.convergence.portail.etape;

import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.ReponseEnregistree;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Difference.Ecart;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.ReponsesSaisies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ce que chaque enregistrement et chaque transmission ont changé aux réponses. */
@Component
final class ValeursDesReponses implements ValeursDeLHistoire {

    private final GuichetsPublies guichets;
    private final ReponsesSaisies reponses;
    private final Editions editions;

    ValeursDesReponses(GuichetsPublies guichets, ReponsesSaisies reponses, Editions editions) {
        this.guichets = guichets;
        this.reponses = reponses;
        this.editions = editions;
    }

    @Override
    public Lecteur de(Dossier dossier) {
        var guichet = dossier.guichet();
        var revisions =
                reponses.revisions(dossier.etapes().stream().map(Etape::id).toList());
        Map<UUID, List<Editions.Transmise>> transmises = dossier.etapes().stream()
                .filter(etape -> etape.etat().transmise())
                .collect(Collectors.toMap(Etape::id, etape -> editions.toutes(etape.id())));
        return actes -> {
            var etape = actes.getFirst().etapeNommee().flatMap(dossier::etape);
            var formulaire = etape.flatMap(connue -> guichets.formulaire(guichet, connue.code()));
            if (formulaire.isEmpty()) {
                return List.of();
            }
            var definition = formulaire.get().definition();
            return switch (actes.getFirst()) {
                case ReponseEnregistree _ ->
                    saisies(definition, revisions.getOrDefault(etape.get().id(), Map.of()), actes);
                case EtapeTransmise transmission ->
                    transmission(
                            definition, transmises.getOrDefault(etape.get().id(), List.of()), transmission.edition());
                default -> List.of();
            };
        };
    }

    /** Plusieurs enregistrements d'une même question n'en font qu'un : la valeur d'avant le premier, celle du dernier. */
    private static List<Changement> saisies(
            DefinitionFormulaire formulaire,
            Map<Emplacement, Map<Integer, Valeur>> revisions,
            List<ActeDuDossier> actes) {
        var bornes = new LinkedHashMap<String, int[]>();
        for (var acte : actes) {
            if (acte instanceof ReponseEnregistree(var _, var question, var revision, var _)) {
                bornes.merge(
                        question, new int[] {revision - 1, revision}, (debut, fin) -> new int[] {debut[0], fin[1]});
            }
        }
        return bornes.entrySet().stream()
                .flatMap(borne -> formulaire.question(borne.getKey()).stream().flatMap(question -> {
                    var valeurs = revisions.getOrDefault(question.emplacement(), Map.of());
                    return entre(
                            question,
                            valeurs.getOrDefault(borne.getValue()[0], Valeur.VIDE),
                            valeurs.getOrDefault(borne.getValue()[1], Valeur.VIDE));
                }))
                .toList();
    }

    private static Stream<Changement> entre(Question question, Valeur avant, Valeur apres) {
        var anciennes = question.type().lignes(question.libelle(), avant);
        var nouvelles = question.type().lignes(question.libelle(), apres);
        var plusieurs = nouvelles.size() > 1;
        return IntStream.range(0, nouvelles.size())
                .filter(i -> !anciennes.get(i).textes().equals(nouvelles.get(i).textes()))
                .mapToObj(i -> new Changement(
                        question.libelle(),
                        plusieurs ? Optional.of(nouvelles.get(i).libelle()) : Optional.empty(),
                        String.join(", ", anciennes.get(i).textes()),
                        String.join(", ", nouvelles.get(i).textes())));
    }

    private static List<Changement> transmission(
            DefinitionFormulaire formulaire, List<Editions.Transmise> editions, int rang) {
        if (rang < 2 || rang > editions.size()) {
            return List.of(); // la première n'a rien à quoi se comparer
        }
        return editions.get(rang - 1).contenu().depuis(editions.get(rang - 2).contenu(), formulaire).stream()
                .flatMap(difference ->
                        difference.ecarts().stream().map(ecart -> changement(difference.question(), ecart)))
                .toList();
    }

    private static Changement changement(Question question, Ecart ecart) {
        return new Changement(
                question.libelle(),
                question.type().parties().isEmpty() ? Optional.empty() : Optional.of(ecart.libelle()),
                String.join(", ", ecart.retires()),
                String.join(", ", ecart.ajoutes()));
    }
}
