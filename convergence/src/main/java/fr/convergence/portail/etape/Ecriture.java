package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.formulaire.Depart;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.SortDeLaReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.Saisi;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Écrit une réponse d'une saisie prise, avec sa ligne de journal. */
@Component
final class Ecriture {

    /** Le compte des envois d'une page (apparence/src/questions.js). */
    private static final String RANG = "rang";

    private static final Pattern RANG_ECRIT = Pattern.compile("[1-9]\\d{0,15}");
    private static final Pattern CLE = Pattern.compile("[\\w-]{1,36}");

    private final ReponsesSaisies reponses;
    private final Journal journal;

    Ecriture(ReponsesSaisies reponses, Journal journal) {
        this.reponses = reponses;
        this.journal = journal;
    }

    /**
     * @param parametres ceux du formulaire : la question ; « r.{question} », la révision que l'on avait sous les yeux ;
     *     la clé du formulaire, qui dit de quelle page elle part ; et le choix entre deux onglets, « remplacer.{question} », la révision de l'autre
     *     réponse que l'on remplace, ou « garder.{question} »
     */
    SortDeLaReponse ecrire(
            Connecte qui, SaisieDeLEtape saisie, Question question, Map<String, List<String>> parametres) {
        if (parametres.containsKey("garder." + question.id())) {
            return new SortDeLaReponse.Inchange(saisie.reponses().revision(question.id()));
        }
        var valeur = question.type().lire(Saisie.de(question.id(), parametres));
        var resultat = saisie.reponses()
                .enregistrer(
                        question.id(),
                        valeur,
                        depart(question.id(), parametres),
                        saisie.lue(),
                        qui.compte().toString());
        if (resultat instanceof SortDeLaReponse.Enregistre(var toutes, var reponse)) {
            reponses.ecrire(saisie.etape().id(), question.id(), reponse);
            tracer(qui, saisie, question, reponse);
        }
        return resultat instanceof SortDeLaReponse.Divergent divergent && intouchee(saisie, question, divergent)
                ? new SortDeLaReponse.Inchange(divergent.actuelle().revision())
                : resultat;
    }

    /**
     * Les questions dont la page a déjà envoyé une réponse plus récente : celle-ci, servie après elle, n'est plus à écrire.
     * Le rang de l'envoi se retient même quand la réponse ne change rien, et pour une question sans réponse.
     *
     * @param parametres ceux du formulaire : sa clé, qui dit de quelle page il part, et « rang », que la page compte ; sans
     *     JavaScript il n'y en a pas, et rien n'est dépassé
     */
    Set<String> depassees(SaisieDeLEtape saisie, Collection<Question> questions, Map<String, List<String>> parametres) {
        var page = page(parametres);
        var rang = rang(parametres);
        return page.isEmpty() || rang == 0 || questions.isEmpty()
                ? Set.of()
                : reponses.depassees(
                        saisie.etape().id(),
                        page,
                        rang,
                        questions.stream().map(Question::id).toList(),
                        saisie.lue());
    }

    /**
     * Ce que la page envoyée dit de ces questions et qu'elle ne montrait pas quand elle s'est ouverte : on ne l'écrit pas, on le
     * rend.
     */
    List<Saisi> rendre(SaisieDeLEtape saisie, Collection<Question> questions, Map<String, List<String>> parametres) {
        return questions.stream()
                .flatMap(question -> rendre(saisie, question, parametres).stream())
                .toList();
    }

    private List<Saisi> rendre(SaisieDeLEtape saisie, Question question, Map<String, List<String>> parametres) {
        var envoyee = question.type().lire(Saisie.de(question.id(), parametres));
        var revision = revision(parametres.getOrDefault("r." + question.id(), List.of()));
        var intouchee = reponses.valeur(saisie.etape().id(), question.id(), revision)
                .orElse(Valeur.VIDE)
                .memeQue(envoyee);
        return intouchee ? List.of() : question.ecrit(envoyee, saisie.reponses().valeur(question.id()));
    }

    /** La page envoyée montre une réponse dépassée, mais personne n'y a touché : rien à choisir, l'autre reste. */
    private boolean intouchee(SaisieDeLEtape saisie, Question question, SortDeLaReponse.Divergent divergent) {
        var montree = reponses.valeur(
                saisie.etape().id(), question.id(), divergent.depart().revision());
        return montree.map(divergent.proposee()::equals)
                .orElse(divergent.depart().revision() == 0
                        && divergent.proposee().estVide());
    }

    /** Le journal retient l'empreinte de la valeur, pas la valeur : elle se purge, lui non. */
    private void tracer(Connecte qui, SaisieDeLEtape saisie, Question question, Reponse reponse) {
        journal.ecrire(
                saisie.dossier().reference().valeur(),
                qui.compte().toString(),
                "reponse-enregistree",
                Map.of(
                        "etape", saisie.etape().code(),
                        "question", question.id(),
                        "revision", String.valueOf(reponse.revision()),
                        "empreinte",
                                JsonCanonique.empreinte(
                                        JsonCanonique.ecrire(reponse.valeur().json()))));
    }

    private static Depart depart(String question, Map<String, List<String>> parametres) {
        var revision =
                parametres.getOrDefault("remplacer." + question, parametres.getOrDefault("r." + question, List.of()));
        return new Depart(revision(revision), page(parametres));
    }

    /** La clé du formulaire ; forgée, elle n'en est pas une. */
    private static String page(Map<String, List<String>> parametres) {
        return premier(Cadre.CLE_D_ENVOI, parametres)
                .filter(cle -> CLE.matcher(cle).matches())
                .orElse("");
    }

    private static long rang(Map<String, List<String>> parametres) {
        return premier(RANG, parametres)
                .filter(ecrit -> RANG_ECRIT.matcher(ecrit).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Optional<String> premier(String nom, Map<String, List<String>> parametres) {
        return parametres.getOrDefault(nom, List.of()).stream().findFirst();
    }

    private static int revision(List<String> valeurs) {
        try {
            return valeurs.isEmpty() ? 0 : Integer.parseInt(valeurs.getFirst());
        } catch (NumberFormatException e) {
            return -1; // une révision forgée ne correspond à aucune : la réponse sera dite divergente
        }
    }
}
