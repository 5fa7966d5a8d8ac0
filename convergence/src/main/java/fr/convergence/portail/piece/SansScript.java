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
import org.jspecify.annotations.Nullable;
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
     * <p>La page qui les porte peut se refaire, et s'enregistre à nouveau sans rien changer. Chaque fichier, lui, n'a sa place
     * qu'une fois : c'est elle que la clé de l'envoi retient. Ses octets arrivent hors de cette transaction, et le même envoi,
     * s'il revient, finit ce qui manquait.
     *
     * @return ce qui a été refusé, fichier par fichier ; rien si tous sont passés
     */
    public Optional<Message> deposer(Connecte qui, Cible cible, List<MultipartFile> envoyes, HttpServletRequest requete)
            throws Exception {
        var choisis = envoyes.stream().filter(envoye -> !nom(envoye).isEmpty()).toList();
        if (choisis.isEmpty()) {
            return Optional.of(new Message("piece.refus.aucun"));
        }
        var refus = new ArrayList<String>();
        for (var rang = 0; rang < choisis.size(); rang++) {
            var envoye = choisis.get(rang);
            var place = envois.partie(
                    requete,
                    "pieces/" + cible.question() + "/" + rang,
                    Place.class,
                    () -> place(deposer.executer(qui, cible, new Demande(nom(envoye), envoye.getSize(), null))));
            recevoir(qui, place, envoye)
                    .map(pourquoi -> textes.de("piece.refus.un", nom(envoye), pourquoi))
                    .ifPresent(refus::add);
        }
        return refus.isEmpty() ? Optional.empty() : Optional.of(Message.brut(String.join("\n", refus)));
    }

    /** Celle qu'un fichier a obtenue, ou, en toutes lettres, pourquoi il n'en a pas. */
    private record Place(@Nullable UUID fichier, @Nullable String refus) {}

    private Place place(Depot depot) {
        return switch (depot) {
            case Depot.Ouvert(var fichier) -> new Place(fichier, null);
            case Depot.Refuse(var pourquoi) -> new Place(null, textes.de(pourquoi));
            case Depot.Inconnu() -> new Place(null, textes.de("piece.refus.fige"));
        };
    }

    private Optional<String> recevoir(Connecte qui, Place place, MultipartFile envoye) throws IOException {
        if (place.fichier() == null) {
            return Optional.ofNullable(place.refus());
        }
        try (var octets = envoye.getInputStream()) {
            var reception = fichiers.recevoir(place.fichier(), qui.getName(), octets);
            return reception instanceof Avance avance && avance.entier()
                    ? Optional.empty()
                    : Optional.of(textes.de("piece.refus.coupe"));
        }
    }

    /**
     * Retire un fichier, une fois : le même envoi rend la même question.
     *
     * @return la question d'où le fichier a été retiré ; vide s'il ne pouvait pas l'être
     */
    public Optional<String> retirer(
            Connecte qui, String reference, String etape, UUID fichier, HttpServletRequest requete) throws Exception {
        return Optional.ofNullable(
                envois.partie(requete, "retrait/" + fichier, Retire.class, () -> retire(qui, reference, etape, fichier))
                        .question());
    }

    private record Retire(@Nullable String question) {}

    private Retire retire(Connecte qui, String reference, String etape, UUID fichier) {
        return new Retire(pieces.rangement(fichier)
                .map(Rangement::question)
                .filter(question -> retirer.executer(qui, new Cible(reference, etape, question), fichier)
                        instanceof RetirerPiece.Retrait.Fait)
                .orElse(null));
    }

    /** Le nom d'un fichier envoyé, tel que le poste le dit ; vide quand rien n'est choisi. */
    public static String nom(MultipartFile envoye) {
        var nom = envoye.getOriginalFilename();
        return nom == null ? "" : nom;
    }
}
