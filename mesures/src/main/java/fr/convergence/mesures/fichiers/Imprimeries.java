package fr.convergence.mesures.fichiers;

import fr.convergence.socle.contenu.Raison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ce qui écrit, réécrit et imprime des PDF : Chromium, Cairo, Ghostscript, qpdf, Poppler. */
final class Imprimeries {

    private static final Optional<Raison> ADMIS = Optional.empty();
    private static final int MODELES = 6;

    private final Atelier atelier;
    private int rang;

    Imprimeries(Atelier atelier) {
        this.atelier = atelier;
    }

    void produire() throws IOException, InterruptedException {
        var salle = atelier.salle("imprimeries");
        chromium(salle);
        cairo(salle);
        var modeles = atelier.produits().stream()
                .filter(produit -> produit.attendue().isEmpty()
                        && produit.fichier().toString().endsWith(".pdf"))
                .map(Produit::fichier)
                .toList();
        var choisis = new ArrayList<Path>();
        for (var i = 0; i < modeles.size(); i += Math.max(1, modeles.size() / MODELES)) {
            choisis.add(modeles.get(i));
        }
        for (var modele : choisis) {
            ghostscript(salle, modele);
            qpdf(salle, modele);
            poppler(salle, modele);
        }
    }

    private void chromium(Path salle) throws IOException, InterruptedException {
        var navigateur = atelier.outil("chromium-headless-shell", "chromium");
        if (navigateur.isEmpty()) {
            return;
        }
        var corps = List.of(
                "<p>Bonjour",
                "<h1>Titre</h1>" + "<p>Texte. ".repeat(500),
                "<table border>" + "<tr><td>1<td>2".repeat(80),
                "<a href='https://exemple.invalid/'>lien</a><script>1</script>");
        for (var texte : corps) {
            var page = Files.writeString(
                    salle.resolve("page" + ++rang + ".html"), "<!DOCTYPE html><meta charset=utf-8>" + texte);
            faire(
                    "Chromium",
                    salle,
                    ADMIS,
                    navigateur.get(),
                    "--no-sandbox",
                    "--disable-gpu",
                    "--print-to-pdf=" + prochain(salle),
                    page.toUri().toString());
            faire(
                    "Chromium balisé",
                    salle,
                    ADMIS,
                    navigateur.get(),
                    "--no-sandbox",
                    "--disable-gpu",
                    "--export-tagged-pdf",
                    "--generate-pdf-document-outline",
                    "--print-to-pdf=" + prochain(salle),
                    page.toUri().toString());
        }
    }

    private void cairo(Path salle) throws IOException, InterruptedException {
        var python = Files.isExecutable(Path.of("/usr/bin/python3"))
                ? Optional.of("/usr/bin/python3")
                : atelier.outil("python3");
        if (python.isEmpty() || !atelier.lancer(salle, List.of(python.get(), "-c", "import cairo"))) {
            atelier.absents().add("python3-cairo");
            return;
        }
        for (var version : List.of("PDF_VERSION_1_4", "PDF_VERSION_1_5")) {
            for (var pages : List.of(1, 20)) {
                var programme =
                        "import cairo,sys\ns=cairo.PDFSurface(sys.argv[1],595,842)\ns.restrict_to_version(cairo.PDFVersion."
                                + version + " if hasattr(cairo,'PDFVersion') else cairo." + version
                                + ")\nc=cairo.Context(s)\nfor i in range("
                                + pages + "):\n c.move_to(50,50)\n c.show_text('Page')\n c.show_page()\ns.finish()\n";
                faire(
                        "Cairo",
                        salle,
                        ADMIS,
                        python.get(),
                        "-c",
                        programme,
                        prochain(salle).toString());
            }
        }
    }

    private void ghostscript(Path salle, Path modele) throws IOException, InterruptedException {
        var gs = atelier.outil("gs");
        if (gs.isEmpty()) {
            return;
        }
        for (var option : List.of(
                "-dCompatibilityLevel=1.3",
                "-dCompatibilityLevel=1.4",
                "-dCompatibilityLevel=1.7",
                "-dCompatibilityLevel=2.0",
                "-dPDFSETTINGS=/screen",
                "-dPDFA=2",
                "-dFastWebView=true")) {
            faire(
                    "Ghostscript",
                    salle,
                    ADMIS,
                    gs.get(),
                    "-q",
                    "-dBATCH",
                    "-dNOPAUSE",
                    "-sDEVICE=pdfwrite",
                    option,
                    "-sOutputFile=" + prochain(salle),
                    modele.toString());
        }
        faire(
                "Ghostscript restreint",
                salle,
                Optional.of(Raison.RESTREINT),
                gs.get(),
                "-q",
                "-dBATCH",
                "-dNOPAUSE",
                "-sDEVICE=pdfwrite",
                "-sOwnerPassword=a",
                "-dEncryptionR=3",
                "-dKeyLength=128",
                "-sOutputFile=" + prochain(salle),
                modele.toString());
        faire(
                "Ghostscript protégé",
                salle,
                Optional.of(Raison.PROTEGE),
                gs.get(),
                "-q",
                "-dBATCH",
                "-dNOPAUSE",
                "-sDEVICE=pdfwrite",
                "-sOwnerPassword=a",
                "-sUserPassword=b",
                "-dEncryptionR=3",
                "-dKeyLength=128",
                "-sOutputFile=" + prochain(salle),
                modele.toString());
    }

    private void qpdf(Path salle, Path modele) throws IOException, InterruptedException {
        var qpdf = atelier.outil("qpdf");
        if (qpdf.isEmpty()) {
            return;
        }
        for (var options : List.of(
                List.of("--linearize"),
                List.of("--object-streams=generate"),
                List.of("--object-streams=disable"),
                List.of("--linearize", "--object-streams=generate"),
                List.of("--qdf"),
                List.of("--stream-data=uncompress", "--newline-before-endstream"),
                List.of("--force-version=1.4"),
                List.of("--force-version=2.0"),
                List.of("--coalesce-contents", "--min-version=1.7"))) {
            qpdf(qpdf.get(), salle, modele, ADMIS, options);
        }
        qpdf(qpdf.get(), salle, modele, ADMIS, List.of("--add-attachment", modele.toString(), "--"));
        for (var bits : List.of("40", "128", "256")) {
            var faible = bits.equals("256") ? List.<String>of() : List.of("--allow-weak-crypto");
            qpdf(
                    qpdf.get(),
                    salle,
                    modele,
                    Optional.of(Raison.RESTREINT),
                    avec(faible, "--encrypt", "", "proprietaire", bits, "--"));
            qpdf(
                    qpdf.get(),
                    salle,
                    modele,
                    Optional.of(Raison.PROTEGE),
                    avec(faible, "--encrypt", "usager", "proprietaire", bits, "--"));
        }
    }

    private void qpdf(String qpdf, Path salle, Path modele, Optional<Raison> attendue, List<String> options)
            throws IOException, InterruptedException {
        var commande = new ArrayList<>(List.of(qpdf, "--warning-exit-0", modele.toString()));
        commande.addAll(options);
        commande.add(prochain(salle).toString());
        faire("qpdf " + options.getFirst(), salle, attendue, commande.toArray(String[]::new));
    }

    private void poppler(Path salle, Path modele) throws IOException, InterruptedException {
        var reunir = atelier.outil("pdfunite");
        if (reunir.isPresent()) {
            faire(
                    "Poppler réuni",
                    salle,
                    ADMIS,
                    reunir.get(),
                    modele.toString(),
                    modele.toString(),
                    prochain(salle).toString());
        }
        var dessiner = atelier.outil("pdftocairo");
        if (dessiner.isPresent()) {
            faire(
                    "Poppler et Cairo",
                    salle,
                    ADMIS,
                    dessiner.get(),
                    "-pdf",
                    modele.toString(),
                    prochain(salle).toString());
        }
    }

    private static List<String> avec(List<String> debut, String... suite) {
        var tout = new ArrayList<>(debut);
        tout.addAll(List.of(suite));
        return tout;
    }

    private Path prochain(Path salle) {
        return salle.resolve("f" + ++rang + ".pdf");
    }

    /** Le fichier attendu est le dernier numéroté. */
    private void faire(String producteur, Path salle, Optional<Raison> attendue, String... commande)
            throws IOException, InterruptedException {
        if (atelier.lancer(salle, List.of(commande))) {
            atelier.garder(producteur, salle.resolve("f" + rang + ".pdf"), attendue);
        }
    }
}
