package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Un espace de dépôt. La réponse est la liste des fichiers reçus, par identifiant : leur format et leur taille ont été
 * contrôlés à la réception, sur leur contenu.
 *
 * @param formats extensions admises, sans point
 * @param tailleMax d'un fichier, en octets
 * @param trame modèle à télécharger, par son nom dans les trames du guichet
 */
public record Piece(List<String> formats, long tailleMax, int nombreMax, Optional<String> trame)
        implements TypeSimple.Multiple {

    private static final Pattern FORMAT = Pattern.compile("[a-z0-9]{1,5}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final Pattern TRAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    public Piece {
        formats = List.copyOf(formats);
    }

    Piece(Fiche fiche) {
        this(
                fiche.obligatoire("formats", Genres.liste(Genres.motif("une extension comme pdf", FORMAT), 1, 20)),
                fiche.sinon("taille_max", Genres.taille(), 10_000_000L),
                fiche.sinon("nombre_max", Genres.entier(1, 100), 1),
                fiche.facultatif("trame", Genres.motif("le nom d’une trame", TRAME)));
    }

    @Override
    public String code() {
        return "piece";
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        if (!valeur.elements().stream().allMatch(id -> UUID.matcher(id).matches())) {
            return Optional.of(new Message("question.piece.inconnue"));
        }
        return valeur.elements().size() > nombreMax
                ? Optional.of(new Message("question.piece.trop", nombreMax))
                : Optional.empty();
    }

    @Override
    public int reponses() {
        return nombreMax;
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return valeur.elements();
    }

    @Override
    public boolean recoitDesFichiers() {
        return true;
    }

    @Override
    public List<String> fichiers(Valeur valeur) {
        return valeur.elements();
    }
}
