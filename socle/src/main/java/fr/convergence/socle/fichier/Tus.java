package fr.convergence.socle.fichier;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.fichier.Reception.Coupe;
import fr.convergence.socle.fichier.Reception.Decale;
import fr.convergence.socle.fichier.Reception.Expire;
import fr.convergence.socle.fichier.Reception.Inconnu;
import fr.convergence.socle.fichier.Reception.Occupe;
import fr.convergence.socle.fichier.Reception.Trop;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Le protocole d'envoi reprenable tus 1.0 (tus.io/protocols/resumable-upload) : noyau, création (avec premier morceau),
 * annulation, expiration.
 *
 * <p>Le contrôleur décide qui peut ouvrir un fichier et où il se range ; cette classe ne parle que HTTP. Elle écrit toute la
 * réponse : le contrôleur rend {@code void}.
 */
public final class Tus {

    public static final String VERSION = "1.0.0";

    private static final String MORCEAU = "application/offset+octet-stream";
    private static final String EXTENSIONS = "creation,creation-with-upload,termination,expiration";
    private static final int METADONNEES_MAX = 4096;

    /** Le temps qu'un morceau en cours finisse. */
    private static final Duration PLUS_TARD = Duration.ofSeconds(5);

    private final Receveur receveur;
    private final Magasin magasin;

    /**
     * Ce que dit une création du fichier à venir, tel que reçu.
     *
     * @param modifie date du fichier sur le poste, en millisecondes ; nulle si elle n'est pas jointe
     */
    public record Creation(
            String nom, long taille, @Nullable Long modifie) {}

    Tus(Receveur receveur, Magasin magasin) {
        this.receveur = receveur;
        this.magasin = magasin;
    }

    /** OPTIONS : ce que le serveur sait faire. */
    public void capacites(HttpServletResponse reponse) {
        entetes(reponse, HttpServletResponse.SC_NO_CONTENT);
        reponse.setHeader("Tus-Version", VERSION);
        reponse.setHeader("Tus-Extension", EXTENSIONS);
    }

    /** Vrai d'une requête qui apporte des octets d'un fichier. */
    public static boolean apporte(HttpServletRequest requete) {
        return MORCEAU.equals(requete.getContentType());
    }

    /** Le morceau n'est pas pris, faute de place : le même repart dans un instant. */
    public void plusTard(HttpServletResponse reponse) {
        entetes(reponse, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        reponse.setHeader("Retry-After", String.valueOf(PLUS_TARD.toSeconds()));
    }

    /** POST de création : ce qui est annoncé ; vide si la requête est fautive, et la réponse est alors écrite. */
    public Optional<Creation> annonce(HttpServletRequest requete, HttpServletResponse reponse) {
        if (versionRefusee(requete, reponse)) {
            return Optional.empty();
        }
        var taille = nombre(requete.getHeader("Upload-Length"));
        var metadonnees = requete.getHeader("Upload-Metadata");
        var nom = metadonnee(metadonnees, "filename");
        if (taille.isEmpty() || nom.isEmpty()) {
            entetes(reponse, HttpServletResponse.SC_BAD_REQUEST);
            return Optional.empty();
        }
        var modifie = nombre(metadonnee(metadonnees, "modifie").orElse(null));
        return Optional.of(
                new Creation(nom.get(), taille.getAsLong(), modifie.isPresent() ? modifie.getAsLong() : null));
    }

    /** Achève une création une fois le fichier ouvert ({@link Fichiers#ouvrir}) : dit où l'envoyer, prend ce qui est joint. */
    public void cree(
            HttpServletRequest requete, HttpServletResponse reponse, UUID fichier, String proprietaire, String adresse)
            throws IOException {
        entetes(reponse, HttpServletResponse.SC_CREATED);
        reponse.setHeader("Location", adresse);
        if (apporte(requete)) {
            var reception = receveur.recevoir(fichier, proprietaire, 0, requete.getInputStream());
            if (reception instanceof Avance avance) {
                position(reponse, avance.position(), avance.expireLe());
            } else {
                repondre(reception, reponse);
            }
            return;
        }
        magasin.televersements
                .avancement(fichier, proprietaire)
                .ifPresent(avancement -> expiration(reponse, avancement.expireLe()));
    }

    /** HEAD, PATCH, DELETE d'un envoi, ou un POST qui dit en tenir lieu (X-HTTP-Method-Override). */
    public void servir(HttpServletRequest requete, HttpServletResponse reponse, UUID fichier, String proprietaire)
            throws IOException {
        if (versionRefusee(requete, reponse)) {
            return;
        }
        var substitut = requete.getHeader("X-HTTP-Method-Override");
        switch (substitut == null ? requete.getMethod() : substitut) {
            case "HEAD" -> tete(reponse, fichier, proprietaire);
            case "PATCH" -> morceau(requete, reponse, fichier, proprietaire);
            case "DELETE" -> annuler(reponse, fichier, proprietaire);
            default -> entetes(reponse, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void tete(HttpServletResponse reponse, UUID fichier, String proprietaire) {
        var connu = magasin.televersements.avancement(fichier, proprietaire);
        if (connu.isEmpty() || connu.get().etat().equals("SUPPRIME")) {
            entetes(reponse, connu.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_GONE);
            return;
        }
        entetes(reponse, HttpServletResponse.SC_OK);
        reponse.setHeader("Upload-Length", String.valueOf(connu.get().taille()));
        position(reponse, connu.get().position(), connu.get().expireLe());
    }

    private void morceau(HttpServletRequest requete, HttpServletResponse reponse, UUID fichier, String proprietaire)
            throws IOException {
        var depuis = nombre(requete.getHeader("Upload-Offset"));
        if (!apporte(requete)) {
            entetes(reponse, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (depuis.isEmpty()) {
            entetes(reponse, HttpServletResponse.SC_BAD_REQUEST);
        } else if (depasse(requete, depuis.getAsLong(), fichier, proprietaire)) {
            repondre(new Trop(), reponse);
        } else {
            var reception = receveur.recevoir(fichier, proprietaire, depuis.getAsLong(), requete.getInputStream());
            // Une ligne coupée n'est pas une panne du site : Tomcat y aurait laissé de quoi remplir les traces.
            requete.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            repondre(reception, reponse);
        }
    }

    /** Un morceau qui se sait trop long n'est pas lu. */
    private boolean depasse(HttpServletRequest requete, long depuis, UUID fichier, String proprietaire) {
        return magasin.televersements
                .avancement(fichier, proprietaire)
                .filter(avancement -> requete.getContentLengthLong() > avancement.taille() - depuis)
                .isPresent();
    }

    private void annuler(HttpServletResponse reponse, UUID fichier, String proprietaire) {
        var connu = magasin.televersements.avancement(fichier, proprietaire);
        if (connu.isEmpty()) {
            entetes(reponse, HttpServletResponse.SC_NOT_FOUND);
        } else if (connu.get().enCours()) {
            magasin.supprimer(fichier);
            entetes(reponse, HttpServletResponse.SC_NO_CONTENT);
        } else {
            // Un fichier entier appartient déjà à un dossier : c'est lui qui dit s'il peut encore s'effacer.
            entetes(
                    reponse,
                    connu.get().etat().equals("SUPPRIME")
                            ? HttpServletResponse.SC_GONE
                            : HttpServletResponse.SC_CONFLICT);
        }
    }

    private static void repondre(Reception reception, HttpServletResponse reponse) {
        switch (reception) {
            case Avance avance -> {
                entetes(reponse, HttpServletResponse.SC_NO_CONTENT);
                position(reponse, avance.position(), avance.expireLe());
            }
            case Coupe(var position) -> {
                entetes(reponse, HttpServletResponse.SC_REQUEST_TIMEOUT);
                position(reponse, position, null);
            }
            case Decale(var position) -> {
                entetes(reponse, HttpServletResponse.SC_CONFLICT);
                position(reponse, position, null);
            }
            case Inconnu() -> entetes(reponse, HttpServletResponse.SC_NOT_FOUND);
            case Expire() -> entetes(reponse, HttpServletResponse.SC_GONE);
            case Occupe() -> entetes(reponse, 423);
            case Trop() -> entetes(reponse, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static boolean versionRefusee(HttpServletRequest requete, HttpServletResponse reponse) {
        if (VERSION.equals(requete.getHeader("Tus-Resumable"))) {
            return false;
        }
        entetes(reponse, HttpServletResponse.SC_PRECONDITION_FAILED);
        reponse.setHeader("Tus-Version", VERSION);
        return true;
    }

    private static void entetes(HttpServletResponse reponse, int statut) {
        reponse.setStatus(statut);
        reponse.setHeader("Tus-Resumable", VERSION);
        reponse.setHeader("Cache-Control", "no-store");
    }

    private static void position(HttpServletResponse reponse, long position, @Nullable Instant expireLe) {
        reponse.setHeader("Upload-Offset", String.valueOf(position));
        expiration(reponse, expireLe);
    }

    private static void expiration(HttpServletResponse reponse, @Nullable Instant expireLe) {
        if (expireLe != null) {
            reponse.setHeader(
                    "Upload-Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(expireLe.atOffset(ZoneOffset.UTC)));
        }
    }

    private static OptionalLong nombre(@Nullable String entete) {
        return entete != null && entete.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(entete))
                : OptionalLong.empty();
    }

    /** « filename bm90ZS5wZGY=,filetype … » : seuls le nom et la date nous servent. */
    private static Optional<String> metadonnee(@Nullable String metadonnees, String laquelle) {
        if (metadonnees == null || metadonnees.length() > METADONNEES_MAX) {
            return Optional.empty();
        }
        return Arrays.stream(metadonnees.split(","))
                .map(paire -> paire.strip().split(" "))
                .filter(paire -> paire.length == 2 && paire[0].equals(laquelle))
                .findFirst()
                .flatMap(paire -> decode(paire[1]));
    }

    private static Optional<String> decode(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
