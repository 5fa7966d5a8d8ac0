package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.piece.DeposerPiece.Demande;
import fr.convergence.portail.piece.DeposerPiece.Depot;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Les pièces d'un formulaire envoyé sans JavaScript : elles arrivent et se retirent avec le reste de la page. */
@Component
public final class SansScript {

    private final DeposerPiece deposer;
    private final RetirerPiece retirer;
    private final Pieces pieces;
    private final Fichiers fichiers;
    private final Textes textes;
    private final EnvoisUniques envois;

    SansScript(
            DeposerPiece deposer,
            RetirerPiece retirer,
            Pieces pieces,
            Fichiers fichiers,
            Textes textes,
            EnvoisUniques envois) {
        this.envois = envois;
        this.deposer = deposer;
        this.retirer = retirer;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.textes = textes;
    }

    /** Les fichiers de l'envoi, par question ; celles où rien n'est choisi n'y sont pas. */
    public Map<String, List<MultipartFile>> choisis(Map<String, List<MultipartFile>> envoyes) {
        var choisis = new LinkedHashMap<String, List<MultipartFile>>();
        envoyes.forEach((question, fichiers) -> {
            var nommes = fichiers.stream().filter(f -> !nom(f).isEmpty()).toList();
            if (!nommes.isEmpty()) {
                choisis.put(question, nommes);
            }
        });
        return choisis;
    }

    /**
     * Dépose ce que l'envoi contient pour une question ; un fichier refusé n'empêche pas les autres.
     *
     * <p>La page qui les porte peut se refaire, et s'enregistre à nouveau sans rien changer ; les fichiers, eux, ne se
     * déposent qu'une fois, et le même envoi rend les mêmes refus.
     *
     * @return ce qui a été refusé, fichier par fichier ; rien si tous sont passés
     */
    public Optional<Message> deposer(Connecte qui, Cible cible, List<MultipartFile> envoyes, HttpServletRequest requete)
            throws Exception {
        return envois.partie(
                        requete,
                        "pieces/" + cible.question(),
                        Refuses.class,
                        () -> new Refuses(deposes(qui, cible, envoyes)))
                .enMessage();
    }

    /** Un motif par fichier refusé, déjà en toutes lettres ; ou, sans fichier, ce qu'il faut en dire. */
    private record Refuses(List<String> motifs) {

        Optional<Message> enMessage() {
            return motifs.isEmpty() ? Optional.empty() : Optional.of(Message.brut(String.join("\n", motifs)));
        }
    }

    private List<String> deposes(Connecte qui, Cible cible, List<MultipartFile> envoyes) throws IOException {
        var choisis = envoyes.stream().filter(envoye -> !nom(envoye).isEmpty()).toList();
        if (choisis.isEmpty()) {
            return List.of(textes.de("piece.refus.aucun"));
        }
        var refus = new ArrayList<String>();
        for (var envoye : choisis) {
            recevoir(qui, cible, envoye)
                    .map(pourquoi -> new Message("piece.refus.un", nom(envoye), textes.de(pourquoi)))
                    .map(textes::de)
                    .ifPresent(refus::add);
        }
        return refus;
    }

    /** @return la question d'où le fichier a été retiré ; vide s'il ne pouvait pas l'être */
    public Optional<String> retirer(Connecte qui, String reference, String etape, UUID fichier) {
        return pieces.rangement(fichier)
                .map(Rangement::question)
                .filter(question -> retirer.executer(qui, new Cible(reference, etape, question), fichier)
                        instanceof RetirerPiece.Retrait.Fait);
    }

    private Optional<Message> recevoir(Connecte qui, Cible cible, MultipartFile envoye) throws IOException {
        return switch (deposer.executer(qui, cible, new Demande(nom(envoye), envoye.getSize(), null))) {
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
