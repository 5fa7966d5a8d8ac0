package fr.convergence.portail.avis;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.avis.Avis.Consultation;
import fr.convergence.portail.avis.Avis.Etat;
import fr.convergence.portail.concertation.RetourALaListe;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Message;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ce que les autres pages disent des avis ; qui le demande a jugé de l'accès au dossier. */
@Component
public final class CartesDAvis {

    private final Avis avis;

    CartesDAvis(Avis avis) {
        this.avis = avis;
    }

    /** @param retour où l'on en est du dossier */
    public CarteDAvis de(Connecte qui, Dossier dossier, RetourALaListe retour) {
        var consultations = avis.du(dossier.reference());
        return new CarteDAvis(
                retour.vers("/instruction/" + dossier.reference() + "/avis"),
                consultations.size(),
                issues(consultations),
                consultations.stream()
                        .anyMatch(demande ->
                                demande.attendue() && demande.consulte().equals(qui.compte())));
    }

    /** Ce que ceux demandés sur cette étape sont devenus, comptés. */
    public List<Message> issues(ReferenceDeDossier reference, String etape) {
        return issues(avis.du(reference).stream()
                .filter(consultation -> consultation.etape().equals(etape))
                .toList());
    }

    private static List<Message> issues(List<Consultation> consultations) {
        var nombres = consultations.stream()
                .collect(Collectors.groupingBy(
                        consultation -> issue(consultation.etat()), TreeMap::new, Collectors.counting()));
        return nombres.entrySet().stream()
                .map(issue -> new Message(
                        "avis.issue." + issue.getKey().name().toLowerCase(Locale.ROOT)
                                + (issue.getValue() == 1 ? ".un" : ".plusieurs"),
                        issue.getValue()))
                .toList();
    }

    private static IssueDAvis issue(Etat etat) {
        return switch (etat) {
            case Etat.Demande() -> IssueDAvis.ATTENDU;
            case Etat.Rendu(var sens, var _, var _) -> IssueDAvis.valueOf(sens.name());
            case Etat.Retire(var _) -> IssueDAvis.RETIRE;
            case Etat.SansObjet(var _) -> IssueDAvis.SANS_OBJET;
        };
    }

    /** Dans l'ordre où cela se dit. */
    private enum IssueDAvis {
        DEFAVORABLE,
        RESERVE,
        FAVORABLE,
        ATTENDU,
        RETIRE,
        SANS_OBJET
    }

    /** Combien n'ont pas encore de réponse, sur cette étape. */
    public int attendus(ReferenceDeDossier reference, String etape) {
        return avis.attendus(reference, etape);
    }

    /** Les étapes de ces dossiers où l'un est attendu : « référence/étape ». */
    public Set<String> attendus(Collection<ReferenceDeDossier> references) {
        return avis.attendus(references.stream().map(ReferenceDeDossier::valeur).toList());
    }
}
