package fr.convergence.portail.saisie;

import fr.convergence.portail.acte.ActeDuDossier.ReponseEnregistree;
import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.SortDeLaReponse;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Saisi;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Écrit une réponse d'une édition tenue, avec sa ligne de journal. Qui peut l'écrire a été jugé par qui demande. */
@Component
public final class Ecriture {

    private final ReponsesSaisies reponses;
    private final Journal journal;

    Ecriture(ReponsesSaisies reponses, Journal journal) {
        this.reponses = reponses;
        this.journal = journal;
    }

    public SortDeLaReponse ecrire(EditionOuverte edition, Question question, ReponsesEnvoyees envoi) {
        if (envoi.garde(question)) {
            return new SortDeLaReponse.Inchange(edition.reponses().revision(question.id()));
        }
        var resultat = edition.reponses()
                .enregistrer(
                        question.id(),
                        envoi.valeur(question),
                        envoi.depart(question),
                        envoi.le(),
                        envoi.par().toString());
        if (resultat instanceof SortDeLaReponse.Enregistre(var _, var reponse)) {
            reponses.ecrire(edition.lieu(question.emplacement()), reponse);
            tracer(edition, question.emplacement(), reponse);
        }
        return resultat instanceof SortDeLaReponse.Divergent divergent && intouchee(edition, question, divergent)
                ? new SortDeLaReponse.Inchange(divergent.actuelle().revision())
                : resultat;
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
        return questions.stream()
                .flatMap(question -> rendre(edition, question, envoi).stream())
                .toList();
    }

    private List<Saisi> rendre(EditionOuverte edition, Question question, ReponsesEnvoyees envoi) {
        var envoyee = envoi.valeur(question);
        var intouchee = reponses.valeur(edition.lieu(question.emplacement()), envoi.revision(question))
                .orElse(Valeur.VIDE)
                .memeQue(envoyee);
        return intouchee
                ? List.of()
                : question.ecrit(envoyee, edition.reponses().valeur(question.id()));
    }

    /** La page envoyée montre une réponse dépassée, mais personne n'y a touché : rien à choisir, l'autre reste. */
    private boolean intouchee(EditionOuverte edition, Question question, SortDeLaReponse.Divergent divergent) {
        var montree = reponses.valeur(
                edition.lieu(question.emplacement()), divergent.depart().revision());
        return montree.map(divergent.proposee()::equals)
                .orElse(divergent.depart().revision() == 0
                        && divergent.proposee().estVide());
    }

    /** Le journal retient l'empreinte de la valeur, pas la valeur : elle se purge, lui non. */
    private void tracer(EditionOuverte edition, Emplacement emplacement, Reponse reponse) {
        journal.ecrire(
                edition.sujet(),
                reponse.par(),
                new ReponseEnregistree(
                        edition.nom(),
                        emplacement.cle(),
                        reponse.revision(),
                        JsonCanonique.empreinte(
                                JsonCanonique.ecrire(reponse.valeur().json()))));
    }
}
