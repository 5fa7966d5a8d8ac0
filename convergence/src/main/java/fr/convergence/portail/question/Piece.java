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
 * @param source d'où vient le conteneur confidentiel qu'il faut y déposer (ZED-1) ; vide d'un espace ordinaire
 */
public record Piece(
        List<String> formats, long tailleMax, int nombreMax, Optional<String> trame, Optional<Source> source)
        implements TypeSimple.Multiple {

    /** Les deux sources de conteneurs (ZED-2), et ce qu'on fait quand la réserve est vide. */
    public enum Source {
        /** Une archive chiffrée, faite à la demande. */
        INTEGRE("zip"),
        /** Un conteneur de la réserve ; quand elle est vide, il faut attendre qu'on la remplisse. */
        ZED("zed"),
        ZED_SINON_INTEGRE("zed", "zip");

        private final List<String> formats;

        Source(String... formats) {
            this.formats = List.of(formats);
        }

        public boolean deLaReserve() {
            return this != INTEGRE;
        }

        public boolean faitALaDemande() {
            return this != ZED;
        }
    }

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
                fiche.facultatif("trame", Genres.motif("le nom d’une trame", TRAME)),
                Optional.empty());
    }

    /** Les preuves confidentielles d'un objectif : seul un conteneur s'y dépose. */
    static Piece conteneur(Fiche fiche) {
        var source = fiche.sinon("source", Genres.parmi(Source.class, true), Source.ZED_SINON_INTEGRE);
        return new Piece(
                source.formats,
                fiche.sinon("taille_max", Genres.taille(), 49_000_000L),
                fiche.sinon("nombre_max", Genres.entier(1, 100), 10),
                Optional.empty(),
                Optional.of(source));
    }

    public boolean confidentielle() {
        return source.isPresent();
    }

    @Override
    public String code() {
        return confidentielle() ? "conteneur" : "piece";
    }

    /** Sa zone n'est pas un champ : la page d'une étape la pose elle-même. */
    @Override
    public String gabarit() {
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
