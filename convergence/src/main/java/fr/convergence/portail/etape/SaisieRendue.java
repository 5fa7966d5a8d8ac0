package fr.convergence.portail.etape;

import fr.convergence.portail.etape.EnregistrerSection.Issue.Impossible;
import fr.convergence.portail.piece.SansScript;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Saisi;
import fr.convergence.socle.page.SaisieRenduePage;
import fr.convergence.socle.page.SaisieRenduePage.Vers;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;

/** Une page envoyée quand elle ne s'écrit plus (transmise ailleurs, délai passé) : ce qui y était tapé et choisi est rendu. */
final class SaisieRendue {

    private SaisieRendue() {}

    /** @param fichiers ceux qu'elle apportait, par question */
    static Vue de(Impossible envoi, Map<String, List<MultipartFile>> fichiers) {
        var saisie = envoi.saisie();
        var suite = saisie.modifiable()
                ? new Vers(new Message("etape.rendue.continuer"), saisie.adresse())
                : new Vers(new Message("etape.rendue.recapitulatif"), saisie.adresse() + "/recapitulatif");
        var rendu = Stream.concat(envoi.rendues().stream(), choisis(saisie, fichiers))
                .toList();
        return rendu.isEmpty()
                ? new Redirection(suite.adresse()).avec(new Annonce(Annonce.Genre.ERREUR, envoi.pourquoi()))
                : new SaisieRenduePage(new Message("etape.rendue"), envoi.pourquoi(), rendu, ariane(saisie), suite);
    }

    private static List<Vers> ariane(SaisieDeLEtape saisie) {
        return List.of(
                new Vers(new Message("etape.tableau"), "/tableau-de-bord"),
                new Vers(
                        Message.brut(saisie.guichet().definition().titre()),
                        "/dossiers/" + saisie.dossier().reference()),
                new Vers(Message.brut(saisie.titre()), saisie.adresse()));
    }

    private static Stream<Saisi> choisis(SaisieDeLEtape saisie, Map<String, List<MultipartFile>> fichiers) {
        return saisie.formulaire()
                .definition()
                .questions()
                .flatMap(question -> espaces(saisie, question, fichiers))
                .flatMap(espace -> Stream.ofNullable(fichiers.get(espace.id()))
                        .map(choisis -> new Saisi(
                                new Message("etape.rendue.fichiers", espace.libelle()),
                                choisis.stream().map(SansScript::nom).collect(Collectors.joining("\n")))));
    }

    /** Une question, ou les cellules d'un tableau que l'envoi nomme, que leur ligne y soit encore ou non. */
    private static Stream<Question> espaces(
            SaisieDeLEtape saisie, Question question, Map<String, List<MultipartFile>> fichiers) {
        var noms = saisie.formulaire().lots(question, saisie.faits());
        return question.type().colonnes().isEmpty()
                ? Stream.of(question)
                : question.cellules(fichiers.keySet().stream(), entite -> noms.getOrDefault(entite, entite.valeur()));
    }
}
