package fr.convergence.socle.contenu;

import fr.convergence.socle.lecture.Compose;
import fr.convergence.socle.lecture.Compose.Rubrique;
import fr.convergence.socle.lecture.Octets;
import fr.convergence.socle.lecture.RechercheDOctets;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Les fichiers composés d'Office 97 et de ZED ([MS-CFB]), reconnus à leurs rubriques. */
final class ControleCfb {

    private static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    static final Set<String> MACROS = Set.of("macros", "vba", "_vba_project", "_vba_project_cur");
    private static final Set<String> CHIFFREMENT = Set.of("encryptedpackage", "encryptioninfo", "\tdrmcontent");
    private static final Set<String> ZED = Set.of("_ctlfile", "_catalog");

    /** Le flux principal de chaque format, le plus récent d'abord. */
    private static final Map<Format, List<String>> PRINCIPAL = Map.of(
            Format.DOC, List.of("worddocument"),
            Format.XLS, List.of("workbook", "book"),
            Format.PPT, List.of("powerpoint document"));

    /** Les champs DDE d'un document Word, le signe 19 les ouvrant. */
    private static final List<String> DDE = List.of("\u0013ddeauto", "\u0013 ddeauto", "\u0013dde ", "\u0013 dde ");

    /** Assez pour l'étiquette et le chemin d'un objet « paquet », et le début de ce qu'il porte. */
    private static final int PAQUET = 2048;

    private ControleCfb() {}

    static boolean commence(byte[] debut) {
        return debut.length >= SIGNATURE.length
                && Arrays.equals(debut, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static void controler(Octets octets, Format format, Trouvailles trouvailles) throws IOException {
        if (!commence(octets.debut(SIGNATURE.length))) {
            throw Controles.different(octets);
        }
        var compose = Compose.lire(octets);
        var archive = RepertoireZip.cacheDans(octets);
        if (archive.isPresent() && (compose.isEmpty() || !compose.get().couvre(archive.getAsLong()))) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        if (compose.isEmpty()) {
            controlerEpars(octets, format);
        } else if (format == Format.ZED) {
            exiger(compose.get().rubriques().stream().map(Rubrique::nom).anyMatch(ZED::contains), octets);
        } else {
            refuser(compose.get(), false);
            exiger(principal(compose.get(), format).isPresent(), octets);
            lireLeContenu(compose.get(), trouvailles);
        }
    }

    /** Un fichier composé rangé dans un autre fichier. */
    static void imbrique(Octets octets, boolean chiffreAdmis, Trouvailles trouvailles) throws IOException {
        var compose = Compose.lire(octets);
        if (compose.isEmpty()) {
            imbrique(octets.flux(), chiffreAdmis);
            return;
        }
        refuser(compose.get(), chiffreAdmis);
        if (!chiffreAdmis) {
            lireLeContenu(compose.get(), trouvailles);
        }
    }

    /** Le même, trop gros pour être relu. */
    static void imbrique(InputStream flux, boolean chiffreAdmis) throws IOException {
        var rubriques = RubriquesEparses.lire(flux, ControleCfb::connue).keySet();
        refuser(rubriques, chiffreAdmis);
    }

    /** Vrai si ce fichier composé, donné pour autre chose, est un document sous mot de passe. */
    static void refuserChiffre(Octets octets) throws IOException {
        var compose = Compose.lire(octets);
        if (compose.isPresent()) {
            refuser(compose.get(), false);
        } else {
            imbrique(octets.flux(), false);
        }
    }

    private static void refuser(Compose compose, boolean chiffreAdmis) throws IOException {
        var noms = compose.rubriques().stream().map(Rubrique::nom).collect(Collectors.toSet());
        if (noms.stream().anyMatch(MACROS::contains) && ProjetVba.sansCode(compose)) {
            noms.removeAll(MACROS);
        }
        refuser(noms, chiffreAdmis);
    }

    private static void refuser(Set<String> noms, boolean chiffreAdmis) throws ContenuRefuse {
        if (!chiffreAdmis && noms.stream().anyMatch(CHIFFREMENT::contains)) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
        if (noms.stream().anyMatch(MACROS::contains)) {
            throw new ContenuRefuse(Raison.MACROS);
        }
    }

    private static void exiger(boolean voulu, Octets octets) throws IOException {
        if (!voulu) {
            throw Controles.different(octets);
        }
    }

    private static Optional<Rubrique> principal(Compose compose, Format format) {
        return PRINCIPAL.getOrDefault(format, List.of()).stream()
                .flatMap(nom -> compose.aLaRacine(nom).stream())
                .findFirst();
    }

    private static void lireLeContenu(Compose compose, Trouvailles trouvailles) throws IOException {
        var document = principal(compose, Format.DOC);
        if (document.isPresent()) {
            if (Classeur97.documentChiffre(compose.debut(document.get(), Classeur97.FIB))) {
                throw new ContenuRefuse(Raison.PROTEGE);
            }
            if (RechercheDOctets.trouve(compose.flux(document.get()), DDE)) {
                trouvailles.voir(ContenuActif.DDE);
            }
        }
        var classeur = principal(compose, Format.XLS);
        if (classeur.isPresent()) {
            Classeur97.controler(compose.flux(classeur.get()), trouvailles);
        }
        for (var rubrique : compose.rubriques()) {
            objet(compose, rubrique, trouvailles);
        }
    }

    private static void objet(Compose compose, Rubrique rubrique, Trouvailles trouvailles) throws IOException {
        var dansUnObjet = rubrique.chemin().startsWith("objectpool/")
                || rubrique.chemin().startsWith("mbd")
                || rubrique.nom().equals("\u0001ole10native");
        if (dansUnObjet) {
            trouvailles.voir(ContenuActif.OBJET);
        }
        if (rubrique.nom().equals("\u0001ole10native")) {
            var programme = Paquet.programme(compose.debut(rubrique, PAQUET));
            if (programme.isPresent()) {
                trouvailles.voir(ContenuActif.PROGRAMME, programme.get());
            }
        }
    }

    /** Les rubriques ne se suivant pas, on les cherche partout ; mieux vaut refuser trop que trop peu. */
    private static void controlerEpars(Octets octets, Format format) throws IOException {
        var rubriques = RubriquesEparses.lire(octets.flux(), ControleCfb::connue);
        if (format == Format.ZED) {
            exiger(rubriques.keySet().stream().anyMatch(ZED::contains), octets);
            return;
        }
        refuser(rubriques.keySet(), false);
        var secteur = PRINCIPAL.getOrDefault(format, List.of()).stream()
                .filter(rubriques::containsKey)
                .map(rubriques::get)
                .findFirst();
        exiger(secteur.isPresent(), octets);
        var debut = RubriquesEparses.debutDe(octets, secteur.orElseThrow(), Classeur97.DEBUT);
        if (format == Format.DOC
                ? Classeur97.documentChiffre(debut)
                : format == Format.XLS && Classeur97.chiffre(debut)) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
    }

    private static boolean connue(String nom) {
        return MACROS.contains(nom)
                || CHIFFREMENT.contains(nom)
                || ZED.contains(nom)
                || PRINCIPAL.values().stream().anyMatch(noms -> noms.contains(nom));
    }
}
