package fr.convergence.portail.piece;

import fr.convergence.portail.formulaire.Trame;
import fr.convergence.socle.contenu.ContenuActif;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un fichier déposé à une question.
 *
 * @param taille en octets
 * @param sha256 empreinte du contenu, en hexadécimal ; nulle tant qu'il n'est pas entier
 * @param delaissee son envoi, commencé il y a longtemps, n'a pas été fini
 * @param copie ce qu'il en est d'un fichier repris d'un ancien dossier
 */
public record PieceDeposee(
        UUID fichier,
        String question,
        String nom,
        Format format,
        long taille,
        @Nullable String sha256,
        boolean delaissee,
        EtatFichier etat,
        Optional<Copie> copie) {

    /** Entier, ni refusé ni supprimé : il compte comme réponse. */
    public boolean recevable() {
        return switch (etat) {
            case EtatFichier.Recu _, EtatFichier.Sain _, EtatFichier.NonAnalyse _ -> true;
            case EtatFichier.EnCours _, EtatFichier.Refuse _, EtatFichier.Supprime _ -> false;
        };
    }

    public boolean enAnalyse() {
        return etat instanceof EtatFichier.Recu;
    }

    /** Repris d'un ancien dossier, et pas encore arrivé. */
    public boolean enCopie() {
        return etat instanceof EtatFichier.EnCours
                && copie.filter(Copie.Attendue.class::isInstance).isPresent();
    }

    /** Ce qu'il en est changera de soi-même, bientôt. */
    boolean enAttente() {
        return enAnalyse() || enCopie();
    }

    /** L'empreinte de ce qui est là, ou de ce qui arrive d'un ancien dossier. */
    public Optional<String> contenu() {
        if (recevable()) {
            return Optional.ofNullable(sha256);
        }
        return enCopie() && copie.orElseThrow() instanceof Copie.Attendue(var attendu)
                ? Optional.of(attendu)
                : Optional.empty();
    }

    /** Prend une place dans son espace : entier ou en train d'arriver. */
    boolean compte() {
        return recevable() || etat instanceof EtatFichier.EnCours;
    }

    /** Se télécharge : entier, analysé, accepté. */
    public boolean lisible() {
        return etat.lisible();
    }

    /** Se montre dans le navigateur sans être enregistré. */
    public boolean montrable() {
        return lisible() && Telechargement.montrable(format, etat);
    }

    /** Ce qu'il contient d'actif et que qui l'ouvre doit savoir. */
    public List<Message> marques() {
        return etat.marquesVues().stream().map(ContenuActif::marque).toList();
    }

    /** La trame telle qu'on la télécharge : elle se dépose remplie. */
    public boolean trameVierge() {
        return recevable() && sha256 != null && Trame.vierge(sha256);
    }

    /** Rien à en dire à qui l'ouvre. */
    public boolean sansReserve() {
        return etat instanceof EtatFichier.Sain && marques().isEmpty();
    }

    /** Le même, d'après le seul nom d'un fichier transmis : son contenu y répondait à la réception. */
    public static boolean montrable(String nom) {
        return Format.deExtension(NomDeFichier.lire(nom).extension())
                .filter(Telechargement::montrable)
                .isPresent();
    }

    /** Vrai d'un PDF, d'après son nom ; il se montre par la visionneuse du navigateur. */
    public static boolean enPages(String nom) {
        return Format.deExtension(NomDeFichier.lire(nom).extension())
                .filter(format -> format == Format.PDF)
                .isPresent();
    }

    /** Un envoi qui avance se montre là où il se fait, pas parmi les fichiers déposés. */
    boolean montree() {
        return delaissee || enCopie() || !(etat instanceof EtatFichier.EnCours);
    }

    /** Clé du texte de l'état. */
    public String mot() {
        return switch (etat) {
            case EtatFichier.EnCours _ -> enCopie() ? "piece.etat.copie" : "piece.etat.en-cours";
            case EtatFichier.Recu _ -> "piece.etat.analyse";
            case EtatFichier.Sain _ -> "piece.etat.recu";
            case EtatFichier.NonAnalyse _ -> "piece.etat.non-analyse";
            case EtatFichier.Refuse _ -> "piece.etat.refuse";
            case EtatFichier.Supprime _ -> refus().isPresent() ? "piece.etat.non-repris" : "piece.etat.supprime";
        };
    }

    /** Le même pour qui le dépose et pour qui l'ouvrira : ce qu'un fichier a d'actif se signale aux deux. */
    public Ton ton() {
        return switch (etat) {
            case EtatFichier.EnCours _ -> enCopie() ? Ton.INFORMATION : Ton.NEUTRE;
            case EtatFichier.Recu _ -> Ton.INFORMATION;
            case EtatFichier.Sain _ -> marques().isEmpty() ? Ton.SUCCES : Ton.ATTENTION;
            case EtatFichier.NonAnalyse _ -> marques().isEmpty() ? Ton.INFORMATION : Ton.ATTENTION;
            case EtatFichier.Refuse _, EtatFichier.Supprime _ -> Ton.ERREUR;
        };
    }

    /** Pourquoi il est refusé, ou n'a pas pu être repris d'un ancien dossier. */
    public Optional<Message> refus() {
        return switch (etat) {
            case EtatFichier.Refuse refuse -> Optional.of(refuse.refus().message());
            case EtatFichier.Supprime _ ->
                copie.filter(Copie.Manquee.class::isInstance)
                        .map(Copie.Manquee.class::cast)
                        .map(manquee -> manquee.cause().message());
            case EtatFichier.EnCours _, EtatFichier.Recu _, EtatFichier.Sain _, EtatFichier.NonAnalyse _ ->
                Optional.empty();
        };
    }
}
