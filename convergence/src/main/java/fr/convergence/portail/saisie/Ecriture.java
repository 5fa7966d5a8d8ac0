package fr.convergence.portail.saisie;

import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.formulaire.SortDeLaReponse.Divergent;
import fr.convergence.portail.formulaire.SortDeLaReponse.Enregistre;
import fr.convergence.portail.formulaire.SortDeLaReponse.Inchange;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Saisi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Écrit les réponses d'une édition tenue, avec leur ligne de journal : une par envoi, quel que soit le nombre de réponses. Qui
 * peut les écrire a été jugé par qui demande.
 */
@Component
public final class Ecriture {

    private final ReponsesSaisies reponses;
    private final Journal journal;

    Ecriture(ReponsesSaisies reponses, Journal journal) {
        this.reponses = reponses;
        this.journal = journal;
    }

    /**
     * Ce qu'il en est d'un envoi.
     *
     * @param reponses celles de l'édition, ce qui pouvait l'être écrit
     * @param conflits celles qu'un autre onglet a changées : rien n'en est écrit
     * @param etrangeres ce qu'aucun champ ne propose, et qui n'a donc rien remplacé
     */
    public record Ecrites(Reponses reponses, List<Conflit> conflits, Erreurs etrangeres) {}

    /** Une réponse que l'envoi ne change pas ne s'écrit pas. */
    public Ecrites ecrire(EditionOuverte edition, Collection<Question> questions, ReponsesEnvoyees envoi) {
        var courantes = edition.reponses();
        var ecrites = new TreeMap<Emplacement, Reponse>();
        var conflits = new ArrayList<Conflit>();
        var etrangeres = Erreurs.aucune();
        for (var question : questions) {
            if (envoi.garde(question)) {
                continue;
            }
            var envoyee = envoi.valeur(question);
            etrangeres.ajouter(question.etrangeres(envoyee));
            var sort = courantes.enregistrer(
                    question.id(),
                    question.sansEtrangeres(envoyee, courantes.valeur(question.id())),
                    envoi.depart(question),
                    envoi.le(),
                    envoi.par().toString());
            switch (sort) {
                case Inchange _ -> {}
                case Enregistre(var nouvelles, var reponse) -> {
                    courantes = nouvelles;
                    ecrites.put(question.emplacement(), reponse);
                }
                case Divergent divergent -> conflits.add(new Conflit(question, divergent));
            }
        }
        if (!ecrites.isEmpty()) {
            reponses.ecrire(edition.id(), ecrites);
            tracer(edition, envoi.par(), ecrites);
        }
        return new Ecrites(courantes, aChoisir(edition, conflits), etrangeres);
    }

    /**
     * Pose des réponses reprises d'un autre dossier, là où il n'y en a pas : chacune sera à vérifier.
     *
     * @return combien
     */
    public int reconduire(EditionOuverte edition, Map<Question, Valeur> valeurs, Instant le, UUID par) {
        var ecrites = new TreeMap<Emplacement, Reponse>();
        valeurs.forEach((question, valeur) -> {
            var actuelle = edition.reponses();
            if (actuelle.valeur(question.id()).estVide()) {
                ecrites.put(
                        question.emplacement(),
                        Reponse.reconduite(valeur, actuelle.revision(question.id()) + 1, le, par.toString()));
            }
        });
        if (!ecrites.isEmpty()) {
            reponses.ecrire(edition.id(), ecrites);
            tracer(edition, par, ecrites);
        }
        return ecrites.size();
    }

    /**
     * Les places dont la page a déjà envoyé une réponse plus récente : celle-ci, servie après elle, n'est plus à écrire. Le
     * rang de l'envoi se retient même quand la réponse ne change rien, et pour une question sans réponse.
     */
    public Set<Emplacement> depassees(EditionOuverte edition, Collection<Question> questions, ReponsesEnvoyees envoi) {
        return envoi.page().isEmpty() || envoi.rang() == 0 || questions.isEmpty()
                ? Set.of()
                : reponses.depassees(
                        edition.id(),
                        envoi,
                        questions.stream().map(Question::emplacement).toList());
    }

    /**
     * Ce que la page envoyée dit de ces questions et qu'elle ne montrait pas quand elle s'est ouverte : on ne l'écrit pas, on le
     * rend.
     */
    public List<Saisi> rendre(EditionOuverte edition, Collection<Question> questions, ReponsesEnvoyees envoi) {
        var montrees = reponses.valeurs(
                edition.id(), questions.stream().collect(Collectors.toMap(Question::emplacement, envoi::revision)));
        return questions.stream()
                .filter(question -> !montrees.getOrDefault(question.emplacement(), Valeur.VIDE)
                        .memeQue(envoi.valeur(question)))
                .flatMap(question ->
                        question
                                .ecrit(
                                        envoi.valeur(question),
                                        edition.reponses().valeur(question.id()))
                                .stream())
                .toList();
    }

    /** Une page qui montre une réponse dépassée à laquelle personne n'a touché n'a rien à choisir : l'autre reste. */
    private List<Conflit> aChoisir(EditionOuverte edition, List<Conflit> conflits) {
        var montrees = reponses.valeurs(
                edition.id(),
                conflits.stream()
                        .collect(Collectors.toMap(
                                conflit -> conflit.question().emplacement(),
                                conflit -> conflit.divergent().depart().revision())));
        return conflits.stream()
                .filter(conflit -> !intouchee(
                        conflit.divergent(), montrees.get(conflit.question().emplacement())))
                .toList();
    }

    private static boolean intouchee(Divergent divergent, @Nullable Valeur montree) {
        return montree == null
                ? divergent.depart().revision() == 0 && divergent.proposee().estVide()
                : montree.equals(divergent.proposee());
    }

    /** Le journal retient l'empreinte des valeurs, pas les valeurs : elles se purgent, lui non. */
    private void tracer(EditionOuverte edition, UUID par, SortedMap<Emplacement, Reponse> ecrites) {
        var empreinte = empreinte(
                ecrites.size() == 1 ? ecrites.firstEntry().getValue().valeur().json() : valeurs(ecrites));
        journal.ecrire(edition.sujet(), par.toString(), edition.acte().de(revisions(ecrites), empreinte));
    }

    private static SortedMap<String, Integer> revisions(SortedMap<Emplacement, Reponse> ecrites) {
        var revisions = new TreeMap<String, Integer>();
        ecrites.forEach((place, reponse) -> revisions.put(place.cle(), reponse.revision()));
        return revisions;
    }

    private static JsonNode valeurs(SortedMap<Emplacement, Reponse> ecrites) {
        var valeurs = JsonNodeFactory.instance.objectNode();
        ecrites.forEach(
                (place, reponse) -> valeurs.set(place.cle(), reponse.valeur().json()));
        return valeurs;
    }

    private static String empreinte(JsonNode valeur) {
        return JsonCanonique.empreinte(JsonCanonique.ecrire(valeur));
    }
}
