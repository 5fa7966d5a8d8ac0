package fr.convergence.doublures;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** Ce que garde le magasin S3 : les objets finis, et les envois en morceaux. */
public final class ObjetsS3 {

    /** S3 refuse un morceau plus petit, le dernier excepté. */
    private static final int MORCEAU_MIN = 5 * 1024 * 1024;

    /** Bien moins que les mille de S3, pour que les pages se suivent. */
    private static final int PAR_PAGE = 3;

    private static final Pattern MORCEAU = Pattern.compile("<Part>(.*?)</Part>", Pattern.DOTALL);
    private static final Pattern NUMERO = Pattern.compile("<PartNumber>(\\d+)</PartNumber>");
    private static final Pattern SOMME = Pattern.compile("<ChecksumSHA256>([^<]+)</ChecksumSHA256>");

    private record Objet(byte[] octets, String somme) {}

    private record Envoi(String cle, Map<Integer, Objet> morceaux) {}

    private final ConcurrentSkipListMap<String, Objet> objets = new ConcurrentSkipListMap<>();
    private final Map<String, Envoi> envois = new ConcurrentHashMap<>();

    public List<String> cles() {
        return List.copyOf(objets.keySet());
    }

    public int envoisEnCours() {
        return envois.size();
    }

    /** Ôte un objet, comme le ferait une panne. */
    public void perdre(String cle) {
        objets.remove(cle);
    }

    /** Change un octet d'un objet, sans rien dire. */
    public void alterer(String cle) {
        objets.computeIfPresent(cle, (_, objet) -> new Objet(change(objet.octets()), objet.somme()));
    }

    ReponseS3 repondre(DemandeS3 demande, MagasinS3.Humeur humeur) {
        return switch (demande.methode()) {
            case "PUT" -> demande.demande("uploadId") ? morceau(demande) : ecrire(demande, humeur);
            case "POST" -> demande.demande("uploads") ? commencer(demande) : finir(demande, humeur);
            case "DELETE" -> effacer(demande);
            case "HEAD", "GET" -> demande.cle().isEmpty() ? lister(demande) : lire(demande);
            default -> ReponseS3.erreur(405, "MethodNotAllowed");
        };
    }

    private ReponseS3 ecrire(DemandeS3 demande, MagasinS3.Humeur humeur) {
        if (demande.entete("if-none-match").equals("*") && objets.containsKey(demande.cle())) {
            return ReponseS3.erreur(412, "PreconditionFailed");
        }
        garder(demande.cle(), new Objet(demande.corps(), demande.somme()), humeur);
        return new ReponseS3(200, Map.of("ETag", etiquette(demande.somme())), new byte[0]);
    }

    private void garder(String cle, Objet objet, MagasinS3.Humeur humeur) {
        switch (humeur) {
            case MENTEUR -> {}
            case FAUSSAIRE -> {
                var change = change(objet.octets());
                objets.put(cle, new Objet(change, Base64.getEncoder().encodeToString(DemandeS3.sha256(change))));
            }
            case BIEN, INDISPONIBLE, RACCROCHE, MUET, COUPEUR -> objets.put(cle, objet);
        }
    }

    private static byte[] change(byte[] octets) {
        var autres = octets.clone();
        autres[autres.length / 2] ^= 1;
        return autres;
    }

    private ReponseS3 commencer(DemandeS3 demande) {
        var envoi = UUID.randomUUID().toString();
        envois.put(envoi, new Envoi(demande.cle(), new ConcurrentHashMap<>()));
        return ReponseS3.xml("<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>"
                .formatted(envoi));
    }

    private ReponseS3 morceau(DemandeS3 demande) {
        var envoi = envois.get(demande.parametre("uploadId"));
        if (envoi == null) {
            return ReponseS3.erreur(404, "NoSuchUpload");
        }
        envoi.morceaux()
                .put(Integer.valueOf(demande.parametre("partNumber")), new Objet(demande.corps(), demande.somme()));
        return new ReponseS3(200, Map.of("ETag", etiquette(demande.somme())), new byte[0]);
    }

    private ReponseS3 finir(DemandeS3 demande, MagasinS3.Humeur humeur) {
        var envoi = envois.get(demande.parametre("uploadId"));
        if (envoi == null) {
            return ReponseS3.erreur(404, "NoSuchUpload");
        }
        var tout = new ByteArrayOutputStream();
        var sommes = new ByteArrayOutputStream();
        var annonces = annonces(new String(demande.corps(), java.nio.charset.StandardCharsets.UTF_8));
        for (var rang = 0; rang < annonces.size(); rang++) {
            var morceau = envoi.morceaux().get(rang + 1);
            if (morceau == null || !morceau.somme().equals(annonces.get(rang))) {
                return ReponseS3.erreur(400, "InvalidPart");
            }
            if (rang < annonces.size() - 1 && morceau.octets().length < MORCEAU_MIN) {
                return ReponseS3.erreur(400, "EntityTooSmall");
            }
            tout.writeBytes(morceau.octets());
            sommes.writeBytes(DemandeS3.sha256(morceau.octets()));
        }
        envois.remove(demande.parametre("uploadId"));
        var somme = Base64.getEncoder().encodeToString(DemandeS3.sha256(sommes.toByteArray())) + "-" + annonces.size();
        garder(envoi.cle(), new Objet(tout.toByteArray(), somme), humeur);
        return ReponseS3.xml("<CompleteMultipartUploadResult><ETag>%s</ETag></CompleteMultipartUploadResult>"
                .formatted(etiquette(somme)));
    }

    /** Les sommes annoncées, dans l'ordre de leur numéro. */
    private static List<String> annonces(String xml) {
        var parNumero = new TreeMap<Integer, String>();
        MORCEAU.matcher(xml).results().forEach(trouve -> {
            var numero = NUMERO.matcher(trouve.group(1));
            var somme = SOMME.matcher(trouve.group(1));
            if (numero.find() && somme.find()) {
                parNumero.put(Integer.valueOf(numero.group(1)), somme.group(1));
            }
        });
        return new ArrayList<>(parNumero.values());
    }

    private ReponseS3 effacer(DemandeS3 demande) {
        if (demande.demande("uploadId")) {
            envois.remove(demande.parametre("uploadId"));
        } else {
            objets.remove(demande.cle());
        }
        return ReponseS3.vide(204);
    }

    private ReponseS3 lire(DemandeS3 demande) {
        var objet = objets.get(demande.cle());
        if (objet == null) {
            return ReponseS3.erreur(404, "NoSuchKey");
        }
        var entetes = new TreeMap<String, String>();
        entetes.put("ETag", etiquette(objet.somme()));
        if (demande.entete("x-amz-checksum-mode").equals("ENABLED")) {
            entetes.put("x-amz-checksum-sha256", objet.somme());
        }
        var depuis = demande.entete("range").replaceAll("bytes=(\\d+)-.*", "$1");
        if (depuis.isEmpty()) {
            return new ReponseS3(200, entetes, objet.octets());
        }
        var debut = Integer.parseInt(depuis);
        var taille = objet.octets().length;
        if (debut >= taille) {
            return ReponseS3.erreur(416, "InvalidRange");
        }
        entetes.put("Content-Range", "bytes %d-%d/%d".formatted(debut, taille - 1, taille));
        return new ReponseS3(206, entetes, java.util.Arrays.copyOfRange(objet.octets(), debut, taille));
    }

    private ReponseS3 lister(DemandeS3 demande) {
        var prefixe = demande.parametre("prefix");
        return demande.demande("uploads") ? listerLesEnvois(prefixe) : listerLesObjets(demande, prefixe);
    }

    private ReponseS3 listerLesEnvois(String prefixe) {
        var xml = new StringBuilder("<ListMultipartUploadsResult>");
        envois.forEach((id, envoi) -> {
            if (envoi.cle().startsWith(prefixe)) {
                xml.append("<Upload><Key>%s</Key><UploadId>%s</UploadId></Upload>".formatted(envoi.cle(), id));
            }
        });
        return ReponseS3.xml(xml + "</ListMultipartUploadsResult>");
    }

    private ReponseS3 listerLesObjets(DemandeS3 demande, String prefixe) {
        var apres = demande.parametre("continuation-token");
        var suivants = objets.tailMap(apres, false).entrySet().stream()
                .filter(objet -> objet.getKey().startsWith(prefixe))
                .limit(PAR_PAGE + 1L)
                .toList();
        var coupee = suivants.size() > PAR_PAGE;
        var page = coupee ? suivants.subList(0, PAR_PAGE) : suivants;
        var xml = new StringBuilder("<ListBucketResult><IsTruncated>%s</IsTruncated>".formatted(coupee));
        page.forEach(objet -> xml.append("<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                .formatted(objet.getKey(), objet.getValue().octets().length)));
        if (coupee) {
            xml.append("<NextContinuationToken>%s</NextContinuationToken>"
                    .formatted(page.getLast().getKey()));
        }
        return ReponseS3.xml(xml + "</ListBucketResult>");
    }

    private static String etiquette(String somme) {
        return "\"" + Integer.toHexString(somme.hashCode()) + "\"";
    }
}
