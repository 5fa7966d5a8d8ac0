package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.page.Cadre;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Un formulaire reçu, tel qu'on le reconnaît s'il revient.
 *
 * @param cle celle que portait la page
 * @param chemin adresse de la demande, hachée
 * @param dit qui l'envoie et tout ce qu'il contient, dans un ordre qui ne varie pas
 */
record EnvoiSigne(UUID cle, String chemin, byte[] dit) {

    /** Chaque partie d'un envoi le relit : ses fichiers ne se déchiffrent et ne se hachent qu'une fois. */
    private static final String ATTRIBUT = EnvoiSigne.class.getName();

    /** Ce que la page ajoute à ce qui est dit : le jeton change, et qui l'envoie se juge à part. */
    private static final Set<String> DE_LA_PAGE = Set.of("_csrf", Cadre.AUTEUR);

    /** Rien pour une demande sans clé, ou dont la clé n'en est pas une : ce n'est pas un de nos formulaires. */
    static Optional<EnvoiSigne> lire(HttpServletRequest requete) throws IOException {
        if (requete.getAttribute(ATTRIBUT) instanceof EnvoiSigne lu) {
            return Optional.of(lu);
        }
        var cle = requete.getParameter(Cadre.CLE_D_ENVOI);
        if (cle == null) {
            return Optional.empty();
        }
        try {
            var envoi = new EnvoiSigne(
                    UUID.fromString(cle),
                    chemin(requete.getRequestURI()),
                    contenu(requete, String.valueOf(requete.getRemoteUser())));
            requete.setAttribute(ATTRIBUT, envoi);
            return Optional.of(envoi);
        } catch (IllegalArgumentException forgee) {
            return Optional.empty();
        }
    }

    /**
     * Le même formulaire, que la session change ou non en l'envoyant : qui l'envoie n'y est pas, et ce qu'il contient entre dans sa clé.
     * Corrigé, c'en est un autre, qui se fait à son tour.
     *
     * @param lieu ce qui s'en retient, et de quelle session
     */
    static Optional<EnvoiSigne> deSession(HttpServletRequest requete, String lieu, Sceau sceau) throws IOException {
        if (requete.getParameter(Cadre.CLE_D_ENVOI) == null) {
            return Optional.empty();
        }
        var dit = contenu(requete, lieu);
        return Optional.of(
                new EnvoiSigne(UUID.nameUUIDFromBytes(sceau.hmac(dit)), chemin(requete.getRequestURI()), dit));
    }

    /** Une partie de cet envoi, qui se retient à part : le reste de la page peut se refaire. */
    EnvoiSigne partie(String nom) {
        return new EnvoiSigne(UUID.nameUUIDFromBytes((cle + "/" + nom).getBytes(UTF_8)), chemin, dit);
    }

    static String chemin(String adresse) {
        return Sha256.hexa(adresse);
    }

    private static byte[] contenu(HttpServletRequest requete, String qui) throws IOException {
        var octets = new ByteArrayOutputStream();
        var sortie = new DataOutputStream(octets);
        ecrire(sortie, qui);
        ecrire(sortie, requete.getMethod() + " " + requete.getRequestURI());
        for (var champ : new TreeMap<>(requete.getParameterMap()).entrySet()) {
            if (!DE_LA_PAGE.contains(champ.getKey())) {
                ecrire(sortie, champ.getKey());
                sortie.writeInt(champ.getValue().length);
                for (var valeur : champ.getValue()) {
                    ecrire(sortie, valeur);
                }
            }
        }
        var fichiers = WebUtils.getNativeRequest(requete, MultipartHttpServletRequest.class);
        if (fichiers != null) {
            for (var champ : new TreeMap<>(fichiers.getMultiFileMap()).entrySet()) {
                for (var fichier : champ.getValue()) {
                    ecrire(sortie, champ.getKey());
                    ecrire(sortie, String.valueOf(fichier.getOriginalFilename()));
                    sortie.write(empreinte(fichier));
                }
            }
        }
        return octets.toByteArray();
    }

    private static void ecrire(DataOutputStream sortie, String texte) throws IOException {
        var octets = texte.getBytes(UTF_8);
        sortie.writeInt(octets.length);
        sortie.write(octets);
    }

    private static byte[] empreinte(MultipartFile fichier) throws IOException {
        try (var octets = new DigestInputStream(fichier.getInputStream(), Sha256.calcul())) {
            octets.transferTo(OutputStream.nullOutputStream());
            return octets.getMessageDigest().digest();
        }
    }
}
