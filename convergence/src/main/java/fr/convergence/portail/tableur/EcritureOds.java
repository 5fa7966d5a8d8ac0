package fr.convergence.portail.tableur;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.portail.tableur.Cellule.Moment;
import fr.convergence.portail.tableur.Cellule.Nombre;
import fr.convergence.portail.tableur.Cellule.Texte;
import fr.convergence.portail.tableur.Cellule.Vide;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.page.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Un classeur OpenDocument (ISO/IEC 26300). Les bibliothèques qui en écrivent le gardent tout entier en mémoire : le peu
 * qu'il faut s'écrit ici, en flux. Un texte y est un texte : rien de ce qu'il dit ne s'y calcule.
 */
final class EcritureOds implements TableauEcrit {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXTE = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static final String NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    private static final String LARGEUR = "4.5cm";
    private static final String MANIFESTE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """.formatted(Format.ODS.typeMime());

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(Formats.PARIS);
    private static final DateTimeFormatter LU =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(Formats.PARIS);
    /** Ce qu'un XML ne peut pas contenir. */
    private static final Pattern HORS_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ZipOutputStream archive;
    private final XMLStreamWriter xml;
    private boolean commencee;

    EcritureOds(OutputStream vers, String feuille) throws IOException {
        archive = new ZipOutputStream(vers, UTF_8);
        nu("mimetype", Format.ODS.typeMime().getBytes(UTF_8));
        archive.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
        archive.write(MANIFESTE.getBytes(UTF_8));
        archive.putNextEntry(new ZipEntry("content.xml"));
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(archive, "UTF-8");
            debut(feuille);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void ligne(List<Cellule> cellules) throws IOException {
        try {
            if (!commencee) {
                xml.writeEmptyElement("table:table-column");
                xml.writeAttribute("table:style-name", "colonne");
                xml.writeAttribute("table:number-columns-repeated", String.valueOf(cellules.size()));
            }
            xml.writeStartElement("table:table-row");
            for (var cellule : cellules) {
                ecrire(cellule);
            }
            xml.writeEndElement();
            commencee = true;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void finir() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        archive.finish();
    }

    /** Sans compression, et le premier : c'est là qu'un système de fichiers reconnaît le format. */
    private void nu(String nom, byte[] octets) throws IOException {
        var somme = new CRC32();
        somme.update(octets);
        var entree = new ZipEntry(nom);
        entree.setMethod(ZipEntry.STORED);
        entree.setSize(octets.length);
        entree.setCrc(somme.getValue());
        archive.putNextEntry(entree);
        archive.write(octets);
    }

    private void debut(String feuille) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("office:document-content");
        xml.writeNamespace("office", OFFICE);
        xml.writeNamespace("table", TABLE);
        xml.writeNamespace("text", TEXTE);
        xml.writeNamespace("style", STYLE);
        xml.writeNamespace("fo", FO);
        xml.writeNamespace("number", NUMBER);
        xml.writeAttribute("office:version", "1.3");
        xml.writeStartElement("office:automatic-styles");
        styles();
        xml.writeEndElement();
        xml.writeStartElement("office:body");
        xml.writeStartElement("office:spreadsheet");
        xml.writeStartElement("table:table");
        xml.writeAttribute("table:name", feuille);
    }

    private void styles() throws XMLStreamException {
        style("colonne", "table-column");
        propriete("style:table-column-properties", "style:column-width", LARGEUR);
        style("titre", "table-cell");
        propriete("style:text-properties", "fo:font-weight", "bold");
        xml.writeStartElement("number:date-style");
        xml.writeAttribute("style:name", "jour-et-heure");
        for (var partie : List.of("day", "/", "month", "/", "year", " ", "hours", ":", "minutes")) {
            if (partie.length() == 1) {
                xml.writeStartElement("number:text");
                xml.writeCharacters(partie);
                xml.writeEndElement();
            } else {
                xml.writeEmptyElement("number:" + partie);
                xml.writeAttribute("number:style", "long");
            }
        }
        xml.writeEndElement();
        xml.writeEmptyElement("style:style");
        xml.writeAttribute("style:name", "moment");
        xml.writeAttribute("style:family", "table-cell");
        xml.writeAttribute("style:data-style-name", "jour-et-heure");
    }

    private void style(String nom, String famille) throws XMLStreamException {
        xml.writeStartElement("style:style");
        xml.writeAttribute("style:name", nom);
        xml.writeAttribute("style:family", famille);
    }

    private void propriete(String element, String nom, String valeur) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute(nom, valeur);
        xml.writeEndElement();
    }

    private void ecrire(Cellule cellule) throws XMLStreamException {
        xml.writeStartElement("table:table-cell");
        switch (cellule) {
            case Texte(var valeur) -> {
                if (!commencee) {
                    xml.writeAttribute("table:style-name", "titre");
                }
                xml.writeAttribute("office:value-type", "string");
                paragraphe(HORS_XML.matcher(valeur).replaceAll(""));
            }
            case Nombre(var valeur) -> {
                xml.writeAttribute("office:value-type", "float");
                xml.writeAttribute("office:value", valeur.toPlainString());
                paragraphe(valeur.toPlainString());
            }
            case Moment(var valeur) -> {
                xml.writeAttribute("table:style-name", "moment");
                xml.writeAttribute("office:value-type", "date");
                xml.writeAttribute("office:date-value", ISO.format(valeur.truncatedTo(ChronoUnit.SECONDS)));
                paragraphe(LU.format(valeur));
            }
            case Vide() -> {}
        }
        xml.writeEndElement();
    }

    private void paragraphe(String texte) throws XMLStreamException {
        xml.writeStartElement("text:p");
        xml.writeCharacters(texte);
        xml.writeEndElement();
    }
}
