package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Tag;

/** Un fichier abîmé de quelques coups : un constat, jamais une exception ni une attente. Ce qui tombe se réduit à ses coups. */
@Tag("PCE-2")
final class ControlesAlteresTest {

    private static final int TIRAGES = 500;

    /** Large : la machine d'essai est partagée, et un fichier sain se lit en moins d'une milliseconde. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private static Path dossier;

    /** Un modèle, et les coups qu'il a reçus. */
    private record Abime(Modele modele, List<Coup> coups, int gardes) {

        byte[] octets() {
            var octets = modele.octets();
            for (var coup : coups) {
                octets = coup.porter(octets);
            }
            return gardes < octets.length ? Arrays.copyOf(octets, gardes) : octets;
        }
    }

    private record Modele(Format format, byte[] octets) {}

    private sealed interface Coup {

        byte[] porter(byte[] octets);

        record Changer(int ou, byte octet) implements Coup {
            @Override
            public byte[] porter(byte[] octets) {
                var change = octets.clone();
                change[ou % change.length] = octet;
                return change;
            }
        }

        record Glisser(int ou, String morceau) implements Coup {
            @Override
            public byte[] porter(byte[] octets) {
                var place = ou % octets.length;
                return Echantillons.colle(
                        Arrays.copyOf(octets, place),
                        morceau.getBytes(ISO_8859_1),
                        Arrays.copyOfRange(octets, place, octets.length));
            }
        }

        /** Recouvre, comme le fait une taille ou une adresse fausse. */
        record Recouvrir(int ou, String morceau) implements Coup {
            @Override
            public byte[] porter(byte[] octets) {
                var change = octets.clone();
                var place = ou % octets.length;
                var neufs = morceau.getBytes(ISO_8859_1);
                System.arraycopy(neufs, 0, change, place, Math.min(neufs.length, change.length - place));
                return change;
            }
        }
    }

    @BeforeContainer
    static void creer() throws IOException {
        dossier = Files.createTempDirectory("abimes");
    }

    @AfterContainer
    static void effacer() throws IOException {
        Files.deleteIfExists(dossier.resolve("essai"));
        Files.deleteIfExists(dossier);
    }

    @Property(tries = TIRAGES, edgeCases = EdgeCasesMode.NONE)
    void un_pdf(@ForAll("pdf") Abime abime) throws IOException {
        examiner(abime);
    }

    @Property(tries = TIRAGES, edgeCases = EdgeCasesMode.NONE)
    void un_fichier_compose(@ForAll("composes") Abime abime) throws IOException {
        examiner(abime);
    }

    @Property(tries = TIRAGES, edgeCases = EdgeCasesMode.NONE)
    void un_classeur(@ForAll("classeurs") Abime abime) throws IOException {
        examiner(abime);
    }

    @Property(tries = TIRAGES, edgeCases = EdgeCasesMode.NONE)
    void une_archive_ou_un_document_qui_en_est_une(@ForAll("archives") Abime abime) throws IOException {
        examiner(abime);
    }

    @Property(tries = TIRAGES, edgeCases = EdgeCasesMode.NONE)
    void une_image(@ForAll("images") Abime abime) throws IOException {
        examiner(abime);
    }

    /** Un constat, et le même si on le redemande : rien ne reste d'une lecture à l'autre. */
    private static void examiner(Abime abime) throws IOException {
        var fichier = Files.write(dossier.resolve("essai"), abime.octets());
        var debut = System.nanoTime();
        var constat = constat(fichier, abime.modele().format());
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(LONG);
        assertThat(constat(fichier, abime.modele().format())).isEqualTo(constat);
    }

    private static Constat constat(Path fichier, Format format) throws IOException {
        try (var canal = Files.newByteChannel(fichier)) {
            return Controles.examiner(canal, format, Regle.sansMention());
        }
    }

    @Provide
    Arbitrary<Abime> pdf() {
        return abimes(
                List.of(
                        "obj\n",
                        "endobj",
                        "<<",
                        ">>",
                        "[",
                        "]",
                        "(",
                        ")",
                        "\\",
                        "<",
                        ">",
                        "stream\r\n",
                        "endstream",
                        "/JS",
                        "/OpenAction 1 0 R",
                        "/Length 99999999999",
                        "/Filter/FlateDecode",
                        "/Prev 0",
                        "/Type/ObjStm",
                        "/Encrypt",
                        "%%EOF",
                        "startxref\n9",
                        "xref\n0 9999999",
                        "#00",
                        "/F(\u00fe\u00ffa.exe)",
                        "/UF<feff",
                        "%"),
                new Modele(Format.PDF, Echantillons.pdf()),
                new Modele(Format.PDF, Echantillons.pdf("/Encrypt 5 0 R")),
                new Modele(Format.PDF, Echantillons.colle(Echantillons.pdf(), Echantillons.pdf("/Prev 107"))));
    }

    @Provide
    Arbitrary<Abime> composes() {
        return abimes(
                entiers(),
                new Modele(Format.DOC, Echantillons.doc()),
                new Modele(Format.ZED, Echantillons.zed()),
                new Modele(
                        Format.DOC,
                        Composes.de("WordDocument", new byte[600])
                                .et("1Table", new byte[5_000])
                                .et("ObjectPool/_1/CONTENTS", new byte[70])
                                .octets()));
    }

    /** Les enregistrements d'un classeur : un début, une feuille, un lien, une fin. */
    @Provide
    Arbitrary<Abime> classeurs() {
        var enregistrements = Echantillons.colle(
                enregistrement(0x809, new byte[16]),
                enregistrement(0x85, new byte[] {0, 0, 0, 0, 0, 0, 2, 0, 'F', '1'}),
                enregistrement(0x1AE, Echantillons.colle(new byte[] {1, 0, 5, 0, 1}, "x.xls".getBytes(UTF_16LE))),
                enregistrement(0x0A, new byte[0]));
        return abimes(
                entiers(),
                new Modele(Format.XLS, Composes.de("Workbook", enregistrements).octets()),
                new Modele(Format.XLS, Composes.de("Book", enregistrements).octets()),
                new Modele(
                        Format.XLS,
                        Composes.de("Workbook", Echantillons.colle(enregistrements, new byte[5_000]))
                                .octets()),
                new Modele(Format.XLSX, Echantillons.xlsx()));
    }

    @Provide
    Arbitrary<Abime> archives() {
        return abimes(
                List.of(
                        "PK\3\4",
                        "PK\1\2",
                        "PK\5\6",
                        "PK\7\b",
                        "\0\0",
                        "\u00ff\u00ff\u00ff\u00ff",
                        "../",
                        "a.zip",
                        "<?xml",
                        "<!DOCTYPE",
                        "&lol;",
                        "vbaProject.bin",
                        "<Override ",
                        "\"/>"),
                new Modele(
                        Format.ZIP,
                        Echantillons.zip(new Entree("a.zip", Echantillons.docx()), new Entree("b.txt", "contenu"))),
                new Modele(Format.ZIP, Echantillons.zipChiffre()),
                new Modele(Format.DOCX, Echantillons.docx()),
                new Modele(Format.DOCX, Echantillons.docm()),
                new Modele(Format.XLSX, Echantillons.xlsx(new Entree("xl/externalLinks/a.xml", "<a/>"))));
    }

    @Provide
    Arbitrary<Abime> images() {
        return abimes(
                List.of(
                        "IHDR",
                        "IDAT",
                        "IEND",
                        "\u00ff\u00d8",
                        "\u00ff\u00da",
                        "\u00ff\u00d9",
                        "\u00ff\u00ff",
                        "\0\0\0\0"),
                new Modele(Format.PNG, Echantillons.png(640, 480)),
                new Modele(Format.JPG, Echantillons.jpeg(640, 480)));
    }

    /** Des adresses et des tailles : zéro, la dernière, une au-delà, une négative, celles que le format se réserve. */
    private static List<String> entiers() {
        return List.of(0, 1, 2, 511, 512, 4_096, 65_535, Integer.MAX_VALUE, -1, -2, -3, -4, Integer.MIN_VALUE).stream()
                .map(ControlesAlteresTest::entier)
                .toList();
    }

    private static String entier(int valeur) {
        return new String(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(valeur)
                        .array(),
                ISO_8859_1);
    }

    private static byte[] enregistrement(int sorte, byte[] donnees) {
        return Echantillons.colle(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) sorte)
                        .putShort((short) donnees.length)
                        .array(),
                donnees);
    }

    private static Arbitrary<Abime> abimes(List<String> morceaux, Modele... modeles) {
        var places = Arbitraries.integers().between(0, 20_000);
        var coup = Arbitraries.<Coup>oneOf(
                Combinators.combine(places, Arbitraries.bytes()).as(Coup.Changer::new),
                Combinators.combine(places, Arbitraries.of(morceaux)).as(Coup.Glisser::new),
                Combinators.combine(places, Arbitraries.of(morceaux)).as(Coup.Recouvrir::new));
        var gardes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Integer.MAX_VALUE)),
                Tuple.of(1, Arbitraries.integers().between(0, 6_000)));
        return Combinators.combine(
                        Arbitraries.of(modeles), coup.list().ofMinSize(1).ofMaxSize(8), gardes)
                .as(Abime::new);
    }
}
