package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.piece.DeposerPiece.Depot;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Dépose les fichiers d'un formulaire envoyé sans JavaScript ; ceux qui sont refusés n'empêchent pas les autres. */
@Component
final class DeposerFichiers {

    private final DeposerPiece deposer;
    private final Fichiers fichiers;
    private final Textes textes;

    DeposerFichiers(DeposerPiece deposer, Fichiers fichiers, Textes textes) {
        this.deposer = deposer;
        this.fichiers = fichiers;
        this.textes = textes;
    }

    /** @return ce qui a été refusé, fichier par fichier ; rien si tous sont passés */
    Optional<Message> executer(Connecte qui, Cible cible, List<MultipartFile> envoyes) throws IOException {
        var choisis = envoyes.stream().filter(envoye -> !nom(envoye).isEmpty()).toList();
        if (choisis.isEmpty()) {
            return Optional.of(new Message("piece.refus.aucun"));
        }
        var refus = new ArrayList<String>();
        for (var envoye : choisis) {
            deposer(qui, cible, envoye)
                    .map(pourquoi -> new Message("piece.refus.un", nom(envoye), textes.de(pourquoi)))
                    .map(textes::de)
                    .ifPresent(refus::add);
        }
        return refus.isEmpty() ? Optional.empty() : Optional.of(Message.brut(String.join(" ", refus)));
    }

    private Optional<Message> deposer(Connecte qui, Cible cible, MultipartFile envoye) throws IOException {
        return switch (deposer.executer(qui, cible, nom(envoye), envoye.getSize())) {
            case Depot.Refuse(var pourquoi) -> Optional.of(pourquoi);
            case Depot.Inconnu() -> Optional.of(new Message("piece.refus.fige"));
            case Depot.Ouvert(var fichier) -> {
                try (var octets = envoye.getInputStream()) {
                    var reception = fichiers.recevoir(fichier, qui.getName(), octets);
                    yield reception instanceof Avance avance && avance.entier()
                            ? Optional.empty()
                            : Optional.of(new Message("piece.refus.coupe"));
                }
            }
        };
    }

    private static String nom(MultipartFile envoye) {
        var nom = envoye.getOriginalFilename();
        return nom == null ? "" : nom;
    }
}
