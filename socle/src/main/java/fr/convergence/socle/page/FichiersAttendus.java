package fr.convergence.socle.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * Les fichiers qu'un formulaire rendu avait apportés : le navigateur ne les remet pas dans leur champ. Le champ les nomme, et
 * l'envoi suivant ne s'en passe pas en silence.
 *
 * @param noms vides quand rien n'est à choisir de nouveau
 * @param sans vrai quand on a dit de s'en passer
 */
public record FichiersAttendus(List<String> noms, boolean sans) {

    public static final FichiersAttendus AUCUN = new FichiersAttendus(List.of(), false);

    private static final String ATTENDUS = "_attendus.";
    private static final String SANS = "_sans.";

    public FichiersAttendus {
        noms = List.copyOf(noms);
    }

    /** Le champ caché qui les nomme. */
    public static String champ(String fichiers) {
        return ATTENDUS + fichiers;
    }

    /** La case qui dit de s'en passer. */
    public static String champSans(String fichiers) {
        return SANS + fichiers;
    }

    /** Le champ de fichiers dont celui-ci nomme les attendus. */
    public static Optional<String> desFichiers(String champ) {
        return champ.startsWith(ATTENDUS) ? Optional.of(champ.substring(ATTENDUS.length())) : Optional.empty();
    }

    /** Vrai de nos champs cachés, qui ne sont pas d'un formulaire mais de ce qu'il attend. */
    public static boolean est(String champ) {
        return champ.startsWith(ATTENDUS) || champ.startsWith(SANS);
    }

    /** Ceux que cet envoi apportait, et ceux qu'il devait encore apporter. */
    static FichiersAttendus aRechoisir(HttpServletRequest requete, String champ) {
        var sans = requete.getParameter(champSans(champ)) != null;
        return new FichiersAttendus(
                Stream.concat(choisis(requete, champ).stream(), oublies(requete, champ).stream())
                        .toList(),
                sans);
    }

    /** L'erreur de chaque champ d'où manquent des fichiers attendus, sans que rien ne dise de s'en passer. */
    public static Erreurs manquants(HttpServletRequest requete) {
        return manquants(requete, "page.fichiers.rechoisir");
    }

    /** La même, d'une page où un fichier se dépose sans case pour s'en passer. */
    public static Erreurs aDeposer(HttpServletRequest requete) {
        return manquants(requete, "page.fichiers.redeposer");
    }

    private static Erreurs manquants(HttpServletRequest requete, String cle) {
        var erreurs = Erreurs.aucune();
        Collections.list(requete.getParameterNames()).stream()
                .flatMap(nom -> desFichiers(nom).stream())
                .filter(champ -> requete.getParameter(champSans(champ)) == null)
                .forEach(champ -> manquer(erreurs, champ, oublies(requete, champ), cle));
        return erreurs;
    }

    private static void manquer(Erreurs erreurs, String champ, List<String> noms, String cle) {
        if (!noms.isEmpty()) {
            erreurs.ajouter(champ, cle + (noms.size() == 1 ? ".un" : ".plusieurs"), String.join(", ", noms));
        }
    }

    /** Les attendus que cet envoi n'apporte pas ; en choisir autant d'autres, c'est les remplacer. */
    private static List<String> oublies(HttpServletRequest requete, String champ) {
        var choisis = choisis(requete, champ);
        var attendus = attendus(requete, champ);
        return choisis.size() < attendus.size()
                ? attendus.stream().filter(nom -> !choisis.contains(nom)).toList()
                : List.of();
    }

    private static List<String> attendus(HttpServletRequest requete, String champ) {
        var noms = requete.getParameterValues(champ(champ));
        return noms == null ? List.of() : nommes(Stream.of(noms));
    }

    private static List<String> choisis(HttpServletRequest requete, String champ) {
        var envoi = WebUtils.getNativeRequest(requete, MultipartRequest.class);
        return envoi == null
                ? List.of()
                : nommes(envoi.getFiles(champ).stream()
                        .map(MultipartFile::getOriginalFilename)
                        .map(String::valueOf));
    }

    private static List<String> nommes(Stream<String> noms) {
        return noms.filter(nom -> !nom.isEmpty()).toList();
    }
}
