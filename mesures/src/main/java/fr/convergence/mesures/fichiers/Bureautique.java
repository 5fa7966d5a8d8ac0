package fr.convergence.mesures.fichiers;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.contenu.Raison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LibreOffice, dans chaque format et chaque option d'export. */
final class Bureautique {

    private static final String MOT_DE_PASSE = "\"value\":\"secret\"";

    private final Atelier atelier;
    private final String libreoffice;

    Bureautique(Atelier atelier, String libreoffice) {
        this.atelier = atelier;
        this.libreoffice = libreoffice;
    }

    void produire() throws IOException, InterruptedException {
        var sources = atelier.salle("sources");
        var textes = ecrire(sources, "fodt", DocumentsDeDepart.textes());
        var classeurs = ecrire(sources, "fods", DocumentsDeDepart.classeurs());
        var diaporamas = ecrire(sources, "fodp", DocumentsDeDepart.diaporamas());
        convertir(textes, Map.of("doc", "doc:MS Word 97", "docx", "docx:MS Word 2007 XML", "odt", "odt:writer8"));
        convertir(textes, Map.of("docx", "docx:Office Open XML Text"));
        convertir(
                classeurs, Map.of("xls", "xls:MS Excel 97", "xlsx", "xlsx:Calc MS Excel 2007 XML", "ods", "ods:calc8"));
        convertir(classeurs, Map.of("xlsx", "xlsx:Calc Office Open XML"));
        convertir(diaporamas, Map.of("ppt", "ppt:MS PowerPoint 97", "odp", "odp:impress8"));
        convertir(diaporamas, Map.of("pptx", "pptx:Impress MS PowerPoint 2007 XML"));
        allersRetours();
        macros(sources);
        pdf(textes, "writer_pdf_Export");
        pdf(classeurs.subList(0, 3), "calc_pdf_Export");
        pdf(diaporamas.subList(0, 1), "impress_pdf_Export");
    }

    private static List<Path> ecrire(Path salle, String sorte, Map<String, String> modeles) throws IOException {
        var ecrits = new ArrayList<Path>();
        for (var modele : modeles.entrySet()) {
            ecrits.add(DocumentsDeDepart.ecrire(salle, modele.getKey(), sorte, modele.getValue(), false));
        }
        return ecrits;
    }

    private void convertir(List<Path> sources, Map<String, String> formats) throws IOException, InterruptedException {
        for (var format : formats.entrySet()) {
            convertir(sources, format.getKey(), format.getValue(), Optional.empty());
        }
    }

    private List<Path> convertir(List<Path> sources, String extension, String filtre, Optional<Raison> attendue)
            throws IOException, InterruptedException {
        var salle = atelier.salle("bureautique-" + atelier.produits().size());
        var commande = new ArrayList<>(List.of(
                libreoffice,
                "-env:UserInstallation=" + atelier.salle("profil").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                filtre,
                "--outdir",
                salle.toString()));
        sources.forEach(source -> commande.add(source.toString()));
        if (atelier.lancer(salle, commande)) {
            for (var fait : Atelier.de(salle, "." + extension)) {
                atelier.garder("LibreOffice " + filtre.replaceFirst("^[a-z]+:", ""), fait, attendue);
            }
        }
        return Atelier.de(salle, "." + extension);
    }

    /** Ce qu'un logiciel d'Office 97 a écrit, réécrit au format récent, et l'inverse. */
    private void allersRetours() throws IOException, InterruptedException {
        var faits = List.copyOf(atelier.produits());
        convertir(parmi(faits, ".docx"), Map.of("doc", "doc:MS Word 97"));
        convertir(parmi(faits, ".doc"), Map.of("docx", "docx:MS Word 2007 XML"));
        convertir(parmi(faits, ".xlsx"), Map.of("xls", "xls:MS Excel 97"));
        convertir(parmi(faits, ".xls"), Map.of("xlsx", "xlsx:Calc MS Excel 2007 XML"));
        convertir(parmi(faits, ".ppt"), Map.of("pptx", "pptx:Impress MS PowerPoint 2007 XML"));
    }

    private static List<Path> parmi(List<Produit> faits, String extension) {
        var vus = new LinkedHashMap<String, Path>();
        faits.stream()
                .map(Produit::fichier)
                .filter(fichier -> fichier.toString().endsWith(extension))
                .forEach(fichier -> vus.putIfAbsent(fichier.getFileName().toString(), fichier));
        return List.copyOf(vus.values());
    }

    /** Gardées en OpenDocument et dans un classeur VBA, perdues dans les autres formats. */
    private void macros(Path sources) throws IOException, InterruptedException {
        var texte = List.of(DocumentsDeDepart.ecrire(
                sources,
                "macros",
                "fodt",
                requireNonNull(DocumentsDeDepart.textes().get("court")),
                true));
        var classeur = List.of(DocumentsDeDepart.ecrire(
                sources,
                "macros",
                "fods",
                requireNonNull(DocumentsDeDepart.classeurs().get("simple")),
                true));
        convertir(texte, "odt", "odt:writer8", Optional.of(Raison.MACROS));
        convertir(classeur, "ods", "ods:calc8", Optional.of(Raison.MACROS));
        convertir(texte, Map.of("doc", "doc:MS Word 97", "docx", "docx:MS Word 2007 XML"));
        convertir(classeur, Map.of("xls", "xls:MS Excel 97", "xlsx", "xlsx:Calc MS Excel 2007 XML"));
    }

    private void pdf(List<Path> sources, String filtre) throws IOException, InterruptedException {
        var options = new LinkedHashMap<String, String>();
        for (var version : List.of(0, 1, 2, 3, 15, 16, 17)) {
            options.put("version " + version, nombre("SelectPdfVersion", version));
        }
        options.put("balisé", vrai("UseTaggedPDF"));
        options.put("accessible", vrai("PDFUACompliance"));
        options.put("champs", vrai("ExportFormFields") + "," + nombre("FormsType", 0));
        options.put("notes", vrai("ExportNotes") + "," + vrai("ExportBookmarks"));
        options.put("sans perte", vrai("UseLosslessCompression"));
        options.put("document joint", vrai("IsAddStream"));
        options.put("filigrane", "\"Watermark\":{\"type\":\"string\",\"value\":\"BROUILLON\"}");
        for (var option : options.entrySet()) {
            var choisies =
                    option.getKey().startsWith("version") ? sources : sources.subList(0, Math.min(4, sources.size()));
            convertir(choisies, "pdf", "pdf:" + filtre + ":{" + option.getValue() + "}", Optional.empty());
        }
        var une = sources.subList(0, 1);
        convertir(
                une,
                "pdf",
                "pdf:" + filtre + ":{" + vrai("EncryptFile") + ",\"DocumentOpenPassword\":{\"type\":\"string\","
                        + MOT_DE_PASSE + "}}",
                Optional.of(Raison.PROTEGE));
        convertir(
                une,
                "pdf",
                "pdf:" + filtre + ":{" + vrai("RestrictPermissions") + ",\"PermissionPassword\":{\"type\":\"string\","
                        + MOT_DE_PASSE + "}," + nombre("Printing", 0) + "}",
                Optional.of(Raison.RESTREINT));
    }

    private static String vrai(String option) {
        return "\"" + option + "\":{\"type\":\"boolean\",\"value\":\"true\"}";
    }

    private static String nombre(String option, int valeur) {
        return "\"" + option + "\":{\"type\":\"long\",\"value\":\"" + valeur + "\"}";
    }
}
