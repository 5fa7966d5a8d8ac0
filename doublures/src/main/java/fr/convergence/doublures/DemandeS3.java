package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Une demande au magasin S3 : qui signe, quel seau, quelle clé, quel corps, quelle somme. */
record DemandeS3(
        String methode,
        String seau,
        String cle,
        Map<String, String> parametres,
        Map<String, String> entetes,
        byte[] corps) {

    private static final Pattern SIGNATURE = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/[a-z0-9-]+/s3/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=[0-9a-f]{64}");

    /** Le corps n'est couvert que par sa somme. */
    private static final String SANS_SIGNATURE = "UNSIGNED-PAYLOAD";

    static DemandeS3 lire(HttpExchange echange) throws IOException {
        var chemin = echange.getRequestURI().getPath().substring(1).split("/", 2);
        var entetes = new HashMap<String, String>();
        echange.getRequestHeaders()
                .forEach((nom, valeurs) -> entetes.put(nom.toLowerCase(java.util.Locale.ROOT), valeurs.getFirst()));
        return new DemandeS3(
                echange.getRequestMethod(),
                chemin[0],
                chemin.length > 1 ? chemin[1] : "",
                parametres(echange.getRequestURI().getRawQuery()),
                entetes,
                echange.getRequestBody().readAllBytes());
    }

    /** Ce que S3 refuse avant de regarder ce qu'on lui demande. */
    Optional<ReponseS3> refus(String seauConnu, String cleConnue) {
        var signature = SIGNATURE.matcher(entete("authorization"));
        if (!signature.matches() || !signature.group(1).equals(cleConnue)) {
            return Optional.of(ReponseS3.erreur(403, "InvalidAccessKeyId"));
        }
        var signes = ";" + signature.group(2) + ";";
        if (!signes.contains(";host;")
                || !signes.contains(";x-amz-content-sha256;")
                || entete("x-amz-date").isEmpty()) {
            return Optional.of(ReponseS3.erreur(403, "SignatureDoesNotMatch"));
        }
        var contenu = entete("x-amz-content-sha256");
        if (!contenu.equals(SANS_SIGNATURE) && !contenu.equals(HexFormat.of().formatHex(sha256(corps)))) {
            return Optional.of(ReponseS3.erreur(400, "XAmzContentSHA256Mismatch"));
        }
        var somme = entete("x-amz-checksum-sha256");
        if (!somme.isEmpty() && !somme.equals(somme())) {
            return Optional.of(ReponseS3.erreur(400, "BadDigest"));
        }
        return seau.equals(seauConnu) ? Optional.empty() : Optional.of(ReponseS3.erreur(404, "NoSuchBucket"));
    }

    boolean demande(String parametre) {
        return parametres.containsKey(parametre);
    }

    String parametre(String nom) {
        return parametres.getOrDefault(nom, "");
    }

    String entete(String nom) {
        return entetes.getOrDefault(nom, "");
    }

    /** La somme du corps, telle que S3 l'écrit. */
    String somme() {
        return Base64.getEncoder().encodeToString(sha256(corps));
    }

    static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> parametres(String requete) {
        var parametres = new HashMap<String, String>();
        for (var couple : (requete == null ? "" : requete).split("&")) {
            var egal = couple.indexOf('=');
            parametres.put(
                    egal < 0 ? couple : couple.substring(0, egal),
                    egal < 0 ? "" : URLDecoder.decode(couple.substring(egal + 1), StandardCharsets.UTF_8));
        }
        return parametres;
    }
}
