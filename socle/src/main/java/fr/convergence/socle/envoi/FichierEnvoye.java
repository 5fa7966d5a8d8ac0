package fr.convergence.socle.envoi;

import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.chiffrement.FichierEphemere;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Un fichier d'un formulaire, le temps de la requête. Petit, il reste en mémoire ; plus gros, il attend sur le disque sous
 * une clé que rien ne garde : un arrêt brutal n'y laisse que de l'illisible.
 */
final class FichierEnvoye implements MultipartFile {

    private static final int EN_MEMOIRE = 16 * 1024;

    /** Ce que tient un chiffrement en cours : deux tranches. */
    private static final int CHIFFREMENT = 256 * 1024;

    private static final String CONTEXTE = "envoi";

    private final String champ;
    private final String nom;
    private final @Nullable String type;
    private final byte[] tete;
    private final @Nullable FichierEphemere attente;
    private final long taille;

    FichierEnvoye(FileItemStream partie, InputStream octets, Reserve.Part part, Coffre coffre, Path dossier)
            throws IOException {
        champ = partie.getFieldName();
        nom = partie.getName() == null ? "" : partie.getName();
        type = partie.getContentType();
        part.prendre(EN_MEMOIRE);
        var debut = octets.readNBytes(EN_MEMOIRE);
        if (debut.length < EN_MEMOIRE) {
            part.rendre(EN_MEMOIRE - debut.length);
            tete = debut;
            attente = null;
            taille = debut.length;
        } else {
            tete = new byte[0];
            attente = new FichierEphemere(coffre, dossier, CONTEXTE);
            taille = enAttente(new SequenceInputStream(new ByteArrayInputStream(debut), octets), part, attente);
            part.rendre(EN_MEMOIRE);
        }
    }

    private static long enAttente(InputStream octets, Reserve.Part part, FichierEphemere attente) throws IOException {
        try {
            part.prendre(CHIFFREMENT);
            var ecrits = ecrire(octets, attente);
            part.rendre(CHIFFREMENT);
            return ecrits;
        } catch (IOException | RuntimeException echec) {
            attente.close();
            throw echec;
        }
    }

    private static long ecrire(InputStream octets, FichierEphemere attente) throws IOException {
        try (var sortie = attente.ecrire()) {
            return octets.transferTo(sortie);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return attente == null ? new ByteArrayInputStream(tete) : attente.lire();
    }

    void effacer() throws IOException {
        if (attente != null) {
            attente.close();
        }
    }

    @Override
    public String getName() {
        return champ;
    }

    @Override
    public String getOriginalFilename() {
        return nom;
    }

    @Override
    public @Nullable String getContentType() {
        return type;
    }

    @Override
    public boolean isEmpty() {
        return taille == 0;
    }

    @Override
    public long getSize() {
        return taille;
    }

    @Override
    public byte[] getBytes() throws IOException {
        try (var octets = getInputStream()) {
            return octets.readAllBytes();
        }
    }

    @Override
    public void transferTo(File vers) throws IOException {
        try (var octets = getInputStream()) {
            Files.copy(octets, vers.toPath());
        }
    }
}
