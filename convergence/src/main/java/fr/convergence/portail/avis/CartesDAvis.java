package fr.convergence.portail.avis;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.avis.Avis.Consultation;
import fr.convergence.portail.concertation.RetourALaListe;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.Collection;
import java.util.Set;
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
                (int) consultations.stream().filter(Consultation::attendue).count(),
                consultations.stream()
                        .anyMatch(demande ->
                                demande.attendue() && demande.consulte().equals(qui.compte())));
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
