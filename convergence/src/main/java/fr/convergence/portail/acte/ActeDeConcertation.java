package fr.convergence.portail.acte;

import fr.convergence.portail.guichet.Niveau;
import java.util.Optional;
import java.util.UUID;

/** Comment les vérificateurs travaillent ensemble sur un dossier. */
public sealed interface ActeDeConcertation extends ActeDuDossier.Interne {

    /** Ce qui se dit d'une étape. */
    sealed interface DEtape extends ActeDeConcertation {

        String etape();
    }

    /** Qui se charge du dossier à un niveau ; vide pour personne. */
    record DossierAssigne(Niveau niveau, Optional<UUID> ancien, Optional<UUID> nouveau) implements ActeDeConcertation {}

    /** @param sha256 l'empreinte de son texte */
    record NoteEcrite(int numero, int revision, String sha256) implements ActeDeConcertation {}

    /**
     * Des points de la liste de contrôle, vérifiés par un niveau.
     *
     * @param edition le numéro de la transmission dont ils parlent
     * @param points chacun et la révision qu'il a prise, un par ligne
     * @param sha256 l'empreinte de ce qui en est dit : les remarques se purgent, le journal non
     */
    record PointsVerifies(String etape, int edition, Niveau niveau, String points, String sha256) implements DEtape {}

    /**
     * @param numero son rang parmi ceux du dossier
     * @param sha256 l'empreinte de la question
     */
    record AvisDemande(String etape, int numero, UUID consulte, String sha256) implements DEtape {}

    /** @param sha256 l'empreinte de ce qui en est dit */
    record AvisRendu(String etape, int numero, String sens, String sha256) implements DEtape {}

    record AvisRetire(String etape, int numero) implements DEtape {}
}
