package fr.convergence.portail.etape;

import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.acte.ActeDuDossier.DeReponses;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.Passage.Geste;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Difference.Ecart;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.ChoixMultiple;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.identifiant.Finess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ce que chaque enregistrement et chaque transmission ont changé aux réponses. */
@Component
final class ValeursDesReponses implements ValeursDeLHistoire {

    private final GuichetsPublies guichets;
    private final ReponsesSaisies reponses;
    private final Editions editions;
    private final Etablissements etablissements;

    ValeursDesReponses(
            GuichetsPublies guichets, ReponsesSaisies reponses, Editions editions, Etablissements etablissements) {
        this.etablissements = etablissements;
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
        Function<Finess, String> noms = entite -> etablissements
                .candidat(dossier.candidat().cle())
                .flatMap(candidat -> candidat.nom(entite))
                .orElseGet(entite::valeur);
        return actes -> {
            var etape = actes.getFirst().etapeNommee().flatMap(dossier::etape);
            var formulaire = etape.flatMap(connue -> guichets.formulaire(guichet, connue.code()));
            if (formulaire.isEmpty()) {
                return List.of();
            }
            var definition = formulaire.get().definition();
            return switch (actes.getFirst()) {
                case DeReponses _ ->
                    saisies(definition, noms, revisions.getOrDefault(etape.get().id(), Map.of()), actes);
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
            Function<Finess, String> noms,
            Map<Emplacement, Map<Integer, Valeur>> revisions,
            List<ActeDuDossier> actes) {
        var bornes = new LinkedHashMap<String, int[]>();
        for (var acte : actes) {
            if (acte instanceof DeReponses reponses) {
                reponses.revisions()
                        .forEach((question, revision) ->
                                bornes.merge(question, new int[] {revision - 1, revision}, (debut, fin) ->
                                        new int[] {debut[0], fin[1]}));
            }
        }
        return bornes.entrySet().stream()
                .flatMap(borne -> formulaire.question(Emplacement.lire(borne.getKey()), noms).stream()
                        .flatMap(question -> {
                            var valeurs = revisions.getOrDefault(question.emplacement(), Map.of());
                            return entre(
                                    formulaire.tableau(question.emplacement()).map(Question::libelle),
                                    question,
                                    valeurs.getOrDefault(borne.getValue()[0], Valeur.VIDE),
                                    valeurs.getOrDefault(borne.getValue()[1], Valeur.VIDE));
                        }))
                .toList();
    }

    private static Stream<Changement> entre(Optional<String> tableau, Question question, Valeur avant, Valeur apres) {
        var paires = LigneDeReponse.apparier(
                question.type().lignes(question.libelle(), avant),
                question.type().lignes(question.libelle(), apres));
        return paires.stream()
                .filter(LigneDeReponse.Paire::change)
                .map(paire -> new Changement(
                        tableau,
                        question.libelle(),
                        paires.size() > 1 ? Optional.of(paire.libelle()) : Optional.empty(),
                        String.join(", ", paire.avant().textes()),
                        String.join(", ", paire.apres().textes())));
    }

    private static List<Changement> transmission(
            DefinitionFormulaire formulaire, List<Editions.Transmise> editions, int rang) {
        if (rang < 2 || rang > editions.size()) {
            return List.of(); // la première n'a rien à quoi se comparer
        }
        return editions.get(rang - 1).contenu().depuis(editions.get(rang - 2).contenu(), formulaire).stream()
                .flatMap(difference ->
                        difference.ecarts().stream().flatMap(ecart -> changements(difference.question(), ecart)))
                .toList();
    }

    /** Un écart ne dit d'une liste que ce qui y a changé : le reste y est encore. */
    private static Stream<Changement> changements(Question question, Ecart ecart) {
        if (question.type() instanceof Piece || question.type() instanceof ChoixMultiple) {
            return Stream.concat(
                    ecart.retires().stream().map(retire -> Changement.ote(question.libelle(), Geste.RETIRE, retire)),
                    ecart.ajoutes().stream().map(ajoute -> Changement.ajoute(question.libelle(), ajoute)));
        }
        return Stream.of(new Changement(
                Optional.empty(),
                question.libelle(),
                question.type().informatif() ? Optional.empty() : Optional.of(ecart.libelle()),
                String.join(", ", ecart.retires()),
                String.join(", ", ecart.ajoutes())));
    }
}
