package fr.convergence.portail.reconduction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.dossier.DossiersDuReferent.EnCours;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.base.Arrivees;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** L'étape que l'on commence, et les anciens dossiers dont on peut la commencer : les siens, du même candidat. */
@Component
final class Chantiers {

    /** @param etape la première qui s'écrit et n'a jamais été transmise */
    record Chantier(Dossier dossier, Etape etape, Instant lue) {}

    private final Dossiers dossiers;
    private final DossiersDuReferent siens;
    private final GuichetsPublies guichets;
    private final Arrivees arrivees;

    Chantiers(Dossiers dossiers, DossiersDuReferent siens, GuichetsPublies guichets, Arrivees arrivees) {
        this.dossiers = dossiers;
        this.siens = siens;
        this.guichets = guichets;
        this.arrivees = arrivees;
    }

    Optional<Chantier> de(Dossier dossier) {
        var lue = arrivees.instant();
        return dossier.etapes().stream()
                .filter(etape -> etape.etat() instanceof EtatEtape.Brouillon)
                .filter(etape ->
                        guichets.formulaire(dossier.guichet(), etape.code()).isPresent())
                .filter(etape -> Obstacle.de(etape, guichets.fenetre(dossier.guichet(), etape.code()), lue)
                        .isEmpty())
                .findFirst()
                .map(etape -> new Chantier(dossier, etape, lue));
    }

    /** Le même, ses étapes tenues jusqu'à la fin de la transaction. */
    Optional<Chantier> pris(Connecte qui, ReferenceDeDossier reference) {
        return dossiers.prendre(qui, reference).flatMap(this::de);
    }

    List<EnCours> anciens(Connecte qui, Dossier dossier) {
        return siens.de(qui).stream()
                .filter(sien -> sien.candidat().cle().equals(dossier.candidat().cle()))
                .filter(sien -> !sien.reference().equals(dossier.reference()))
                .toList();
    }

    /** Vide s'il n'est pas à lui, ou d'un autre candidat. */
    Optional<Dossier> ancien(Connecte qui, Dossier dossier, String reference) {
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .filter(lue -> !lue.equals(dossier.reference()))
                .flatMap(lue -> dossiers.duReferent(qui, lue))
                .filter(ancien ->
                        ancien.candidat().cle().equals(dossier.candidat().cle()));
    }
}
