package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.conteneur.Conteneurs;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.fichier.AnnonceDeFichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.OuvertureDEnvoi;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * Le fichier qu'on veut déposer, tel qu'annoncé.
     *
     * @param taille en octets
     * @param modifie sa date sur le poste, en millisecondes ; sans elle, rien ne dit que deux demandes n'en font qu'une
     */
    record Demande(String nom, long taille, @Nullable Long modifie) {

        boolean annonce(PieceDeposee piece) {
            return piece.taille() == taille
                    && piece.nom().equals(NomDeFichier.lire(nom).valeur());
        }
    }

    private final EspacesDeDepot espaces;
    private final Pieces pieces;
    private final Fichiers fichiers;
    private final ReglagesDesPieces reglages;
    private final Conteneurs conteneurs;

    DeposerPiece(
            EspacesDeDepot espaces,
            Pieces pieces,
            Fichiers fichiers,
            ReglagesDesPieces reglages,
            Conteneurs conteneurs) {
        this.conteneurs = conteneurs;
        this.espaces = espaces;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.reglages = reglages;
    }

    /** La même demande, répétée de près (deux onglets, réponse perdue), rend le même fichier. */
    @Transactional
    public Depot executer(Connecte qui, Cible cible, Demande demande) {
        var vu = espaces.duReferent(qui, cible);
        if (vu.isEmpty()) {
            return new Depot.Inconnu();
        }
        pieces.prendre(vu.get().etape().id());
        // L'étape se relit une fois ses pièces tenues : une transmission a pu passer entre-temps.
        return espaces.duReferent(qui, cible)
                .map(espace -> deposer(qui, espace, demande))
                .orElseGet(Depot.Inconnu::new);
    }

    private Depot deposer(Connecte qui, Espace espace, Demande demande) {
        if (!espace.modifiable()) {
            return new Depot.Refuse(new Message("piece.refus.fige"));
        }
        var autre = conteneurRefuse(espace, demande);
        if (autre.isPresent()) {
            return new Depot.Refuse(autre.get());
        }
        var duDossier = pieces.duDossier(espace.dossier().id());
        var ici = duDossier.stream()
                .filter(piece -> piece.question().equals(espace.question().id()))
                .toList();
        var deja = deja(qui, espace, ici, demande);
        if (deja.isPresent()) {
            return new Depot.Ouvert(deja.get());
        }
        if (ici.stream().filter(PieceDeposee::compte).count() >= espace.regle().nombreMax()) {
            return new Depot.Refuse(tropDeFichiers(espace.regle().nombreMax()));
        }
        var occupe = duDossier.stream()
                .filter(PieceDeposee::compte)
                .mapToLong(PieceDeposee::taille)
                .sum();
        var reste = reglages.placeParDossier().toBytes() - occupe;
        var annonce = new AnnonceDeFichier(qui.getName(), demande.nom(), demande.taille(), espace.limites(), reste);
        return switch (fichiers.ouvrir(annonce)) {
            case OuvertureDEnvoi.NonOuvert(var refus) -> new Depot.Refuse(refus.message());
            case OuvertureDEnvoi.Ouvert(var fichier, var nomPropre) -> {
                pieces.ajouter(espace, fichier, qui.compte(), demande.modifie());
                remplacerLesRefuses(espace, ici, nomPropre);
                yield new Depot.Ouvert(fichier);
            }
        };
    }

    /** D'un conteneur : il faut l'avoir reçu, accepter qu'on le lise, et rendre le dernier remis (ZED-3). */
    private Optional<Message> conteneurRefuse(Espace espace, Demande demande) {
        if (!espace.regle().confidentielle()) {
            return Optional.empty();
        }
        var etat = conteneurs.etat(espace.etape().id(), espace.question().id());
        if (!etat.ouvert()) {
            return Optional.of(new Message(etat.remis() ? "piece.refus.accord" : "piece.refus.sans-conteneur"));
        }
        var remis = etat.conteneur().orElseThrow();
        var nom = NomDeFichier.lire(demande.nom());
        if (!nom.extension().equals(remis.espece().format())) {
            return Optional.of(new Message("piece.refus.espece", remis.espece().format()));
        }
        return remis.remplace(espace.dossier().reference().valeur(), nom.valeur())
                ? Optional.of(new Message("piece.refus.conteneur-remplace"))
                : Optional.empty();
    }

    /** Le fichier que cette demande a déjà ouvert ; l'étape étant tenue, deux demandes simultanées ne se manquent pas. */
    private Optional<UUID> deja(Connecte qui, Espace espace, List<PieceDeposee> ici, Demande demande) {
        if (demande.modifie() == null) {
            return Optional.empty();
        }
        var recentes = pieces.recentes(espace, qui.compte(), demande.modifie());
        return ici.stream()
                .filter(piece -> piece.compte() && demande.annonce(piece) && recentes.contains(piece.fichier()))
                .map(PieceDeposee::fichier)
                .findFirst();
    }

    /** Qui redépose un fichier corrigé n'a pas à retirer celui qui avait été refusé, ni, où il n'en va qu'un, à garder son nom. */
    private void remplacerLesRefuses(Espace espace, List<PieceDeposee> ici, String nom) {
        var unSeul = espace.regle().nombreMax() == 1;
        ici.stream()
                .filter(piece ->
                        piece.refus().isPresent() && (unSeul || piece.nom().equals(nom)))
                .flatMap(piece -> pieces.rangement(piece.fichier()).stream())
                .forEach(pieces::retirer);
    }

    private static Message tropDeFichiers(int nombreMax) {
        return nombreMax == 1
                ? new Message("piece.refus.nombre.un")
                : new Message("piece.refus.nombre.plusieurs", nombreMax);
    }
}
