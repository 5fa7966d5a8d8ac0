package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.fichier.Annonce;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Ouverture;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ouvre une place à un fichier dans l'espace d'une question, si elle lui revient (PCE-2) ; ses octets viennent après. */
@Component
class DeposerPiece {

    /** Ce qu'il advient de la demande. */
    sealed interface Depot {
        record Ouvert(UUID fichier) implements Depot {}

        record Refuse(Message pourquoi) implements Depot {}

        record Inconnu() implements Depot {}
    }

    private final Espaces espaces;
    private final Pieces pieces;
    private final Fichiers fichiers;
    private final ReglagesDesPieces reglages;

    DeposerPiece(Espaces espaces, Pieces pieces, Fichiers fichiers, ReglagesDesPieces reglages) {
        this.espaces = espaces;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.reglages = reglages;
    }

    /** @param taille annoncée, en octets */
    @Transactional
    public Depot executer(Connecte qui, Cible cible, String nom, long taille) {
        var vu = espaces.duReferent(qui, cible);
        if (vu.isEmpty()) {
            return new Depot.Inconnu();
        }
        pieces.prendre(vu.get().etape().id());
        // L'étape se relit une fois ses pièces tenues : une transmission a pu passer entre-temps.
        return espaces.duReferent(qui, cible)
                .map(espace -> deposer(qui, espace, nom, taille))
                .orElseGet(Depot.Inconnu::new);
    }

    private Depot deposer(Connecte qui, Espace espace, String nom, long taille) {
        if (!espace.modifiable()) {
            return new Depot.Refuse(new Message("piece.refus.fige"));
        }
        var duDossier = pieces.duDossier(espace.dossier().id());
        var ici = duDossier.stream()
                .filter(piece -> piece.question().equals(espace.question().id()))
                .toList();
        if (ici.stream().filter(PieceDeposee::compte).count() >= espace.regle().nombreMax()) {
            return new Depot.Refuse(tropDeFichiers(espace.regle().nombreMax()));
        }
        var occupe = duDossier.stream()
                .filter(PieceDeposee::compte)
                .mapToLong(PieceDeposee::taille)
                .sum();
        var limites = Limites.de(espace.regle().formats(), espace.regle().tailleMax());
        var reste = reglages.placeParDossier().toBytes() - occupe;
        var annonce = new Annonce(qui.getName(), nom, taille, limites, reste);
        return switch (fichiers.ouvrir(annonce)) {
            case Ouverture.NonOuvert(var refus) -> new Depot.Refuse(refus.message());
            case Ouverture.Ouvert(var fichier, var nomPropre) -> {
                pieces.ajouter(espace, fichier, qui.compte());
                remplacerLesRefuses(ici, nomPropre);
                yield new Depot.Ouvert(fichier);
            }
        };
    }

    /** Qui redépose un fichier corrigé n'a pas à retirer celui qui avait été refusé. */
    private void remplacerLesRefuses(List<PieceDeposee> ici, String nom) {
        ici.stream()
                .filter(piece -> piece.etat() instanceof EtatFichier.Refuse
                        && piece.nom().equals(nom))
                .flatMap(piece -> pieces.rangement(piece.fichier()).stream())
                .forEach(pieces::retirer);
    }

    private static Message tropDeFichiers(int nombreMax) {
        return nombreMax == 1
                ? new Message("piece.refus.nombre.un")
                : new Message("piece.refus.nombre.plusieurs", nombreMax);
    }
}
