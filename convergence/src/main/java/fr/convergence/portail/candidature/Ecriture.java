package fr.convergence.portail.candidature;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.formulaire.Enregistrement;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.journal.Journal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Écrit une réponse d'une saisie prise, avec sa ligne de journal. */
@Component
final class Ecriture {

    private final ReponsesDesEtapes reponses;
    private final Journal journal;

    Ecriture(ReponsesDesEtapes reponses, Journal journal) {
        this.reponses = reponses;
        this.journal = journal;
    }

    /** @param parametres ceux du formulaire : la question, et « r.{question} », la révision que l'on avait sous les yeux */
    Enregistrement ecrire(Connecte qui, Saisie saisie, Question question, Map<String, List<String>> parametres) {
        var valeur = question.type().lire(fr.convergence.portail.question.Saisie.de(question.id(), parametres));
        var depart = revision(parametres.getOrDefault("r." + question.id(), List.of()));
        var resultat = saisie.reponses()
                .enregistrer(
                        question.id(),
                        valeur,
                        depart,
                        saisie.lue(),
                        qui.compte().toString());
        if (resultat instanceof Enregistrement.Enregistre(var toutes, var reponse)) {
            reponses.ecrire(saisie.etape().id(), question.id(), reponse);
            tracer(qui, saisie, question, reponse);
        }
        return resultat;
    }

    /** Le journal retient l'empreinte de la valeur, pas la valeur : elle se purge, lui non. */
    private void tracer(Connecte qui, Saisie saisie, Question question, Reponse reponse) {
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

    private static int revision(List<String> valeurs) {
        try {
            return valeurs.isEmpty() ? 0 : Integer.parseInt(valeurs.getFirst());
        } catch (NumberFormatException e) {
            return -1; // une révision forgée ne correspond à aucune : la réponse sera dite divergente
        }
    }
}
