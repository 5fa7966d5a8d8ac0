package fr.convergence.portail.acces;

import fr.convergence.socle.acces.ChampsConnus;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import fr.convergence.socle.page.Textes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les champs des formulaires, hors des questions d'un formulaire publié : ils se nomment pareil d'une page à l'autre. */
@Component
final class ChampsOrdinaires implements ChampsConnus {

    /** Ils ne se rendent ni ne se renvoient : mots de passe, codes, contrôle de sécurité, réponse d'une clé d'accès. */
    static final Set<String> SECRETS =
            Set.of("motDePasse", "confirmation", "actuel", "code", "codeRefus", "captcha", "controle", "reponse");

    private static final Set<String> JOURS = Set.of("retour", "jour");

    /** Chacun a son texte, « acces.champ.nom ». */
    static final Set<String> ECRITS = Set.of(
            "identifiant",
            "nomUtilisateur",
            "nom",
            "prenom",
            "courriel",
            "telephone",
            "motif",
            "motifRefus",
            "retour",
            "retenu",
            "avance",
            "jour",
            "objet",
            "corps",
            "message",
            "question",
            "texte",
            "q");

    /** Une case seule : cochée, elle se dit « Oui ». */
    static final Set<String> CASES =
            Set.of("limitee", "acceptation", "accord", "memorise", "accord-conteneur", "dispenser");

    /** Ceux où l'on choisit, et dont la valeur se dit en mots. */
    static final Set<String> CHOIX = Set.of("civilite", "role", "region", "dossier", "sens", "rythme", "decision");

    /** Les textes de ceux dont la page a les mots, par le début de leur clé. */
    private static final Map<String, String> MOTS =
            Map.of("sens", "avis.sens.", "rythme", "notification.rythme.", "decision", "reprise.decision.");

    /** Un message part avec ou sans pièces ; un fichier de définition remplace un texte ; un import n'est que ses fichiers. */
    static final Map<String, DeFichiers> FICHIERS = Map.of(
            "pieces", deFichiers("pieces", true, true),
            "fichiers", deFichiers("fichiers", true, false),
            "fichier", deFichiers("fichier", false, false));

    private static final Pattern D_UN_CONTENEUR = Pattern.compile("/dossiers/[A-Z]{10}/[^/]+/conteneurs/.+");
    private static final String DEFINITIONS = "/administration/definitions/";

    private final Textes textes;

    ChampsOrdinaires(Textes textes) {
        this.textes = textes;
    }

    static boolean secret(String chemin, String champ) {
        return !desQuestions(chemin) && SECRETS.contains(champ);
    }

    @Override
    public boolean tait(String chemin, String champ) {
        return secret(chemin, champ);
    }

    /** Les champs d'un dossier sont des questions, qui peuvent porter ces noms ; sauf dans sa messagerie et pour ses conteneurs. */
    private static boolean desQuestions(String chemin) {
        return chemin.startsWith("/dossiers/")
                && !chemin.endsWith("/messages")
                && !D_UN_CONTENEUR.matcher(chemin).matches();
    }

    @Override
    public List<Saisi> lire(String chemin, Map<String, List<String>> champs) {
        return champs.entrySet().stream()
                .filter(_ -> !desQuestions(chemin))
                .flatMap(champ -> lus(chemin, champ.getKey(), champ.getValue()))
                .toList();
    }

    @Override
    public Optional<DeFichiers> fichiers(String chemin, String champ) {
        return desQuestions(chemin)
                ? Optional.empty()
                : Optional.ofNullable(FICHIERS.get(champ))
                        .map(connu ->
                                chemin.startsWith(DEFINITIONS) ? deFichiers(champ, connu.plusieurs(), true) : connu);
    }

    private static DeFichiers deFichiers(String champ, boolean plusieurs, boolean facultatif) {
        return new DeFichiers(new Message("acces.champ." + champ), plusieurs, facultatif);
    }

    private Stream<Saisi> lus(String chemin, String nom, List<String> valeurs) {
        var dits = valeurs.stream()
                .filter(valeur -> !FormeNormale.vide(valeur))
                .map(valeur -> dit(nom, valeur))
                .toList();
        if (dits.isEmpty()) {
            return Stream.empty();
        }
        var libelle = new Message("acces.champ." + libelle(chemin, nom));
        if (ECRITS.contains(nom)) {
            return dits.stream().map(dit -> new Saisi(libelle, dit));
        }
        return CASES.contains(nom) || CHOIX.contains(nom)
                ? Stream.of(new Saisi(libelle, dits.stream().distinct().collect(Collectors.joining("\n"))))
                : Stream.empty();
    }

    private static String libelle(String chemin, String nom) {
        return nom.equals("texte") && chemin.startsWith("/instruction/") ? "note" : nom;
    }

    private String dit(String nom, String valeur) {
        if (CASES.contains(nom)) {
            return textes.de("acces.champ.oui");
        }
        return switch (nom) {
            case "civilite" ->
                Civilite.lire(valeur).siLue().map(Civilite::libelle).orElse(valeur);
            case "region" -> Region.lire(valeur).siLue().map(Region::nom).orElse(valeur);
            case "role" -> role(valeur);
            case "sens", "rythme", "decision" -> mot(MOTS.get(nom) + valeur.toLowerCase(Locale.ROOT), valeur);
            default ->
                JOURS.contains(nom) ? ChampSaisi.jour(valeur).map(Formats::date).orElse(valeur) : valeur;
        };
    }

    private String mot(String cle, String valeur) {
        return textes.connait(cle) ? textes.de(cle) : valeur;
    }

    private String role(String valeur) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(valeur))
                .findFirst()
                .map(role -> textes.de(role.cle()))
                .orElse(valeur);
    }
}
