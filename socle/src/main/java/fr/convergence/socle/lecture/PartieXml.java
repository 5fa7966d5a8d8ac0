package fr.convergence.socle.lecture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Une partie XML d'un document, lue au passage comme un logiciel de bureautique la lit : une référence de caractère vaut ce
 * caractère, un préfixe ne dit rien. Aucune DTD ne s'y lit, aucune entité ne s'y résout, et sa mémoire est bornée.
 */
public final class PartieXml {

    /** Une image en texte dans un attribut ; au-delà, un attribut ou un commentaire ne tiendrait pas en mémoire. */
    private static final int D_UN_TRAIT = 16 * 1024 * 1024;

    private static final int PROFONDEUR = 1_000;

    /** Office et OpenDocument en ont moins de deux mille à eux deux ; l'analyseur garde chacun. */
    private static final int NOMS = 5_000;

    private final Borne borne;
    private final Map<String, String> noms = new HashMap<>();

    private PartieXml(Borne borne) {
        this.borne = borne;
    }

    /** Ce que l'on cherche dans une partie ; les noms y sont sans préfixe, en minuscules. */
    public interface Lecteur {

        void debut(String nom, Attributs attributs) throws IOException;

        default void fin(String nom) throws IOException {}

        default void texte(XMLStreamReader texte) {}
    }

    /** Les attributs de l'élément qui s'ouvre. */
    public final class Attributs {

        private final XMLStreamReader xml;

        private Attributs(XMLStreamReader xml) {
            this.xml = xml;
        }

        /** Vide s'il n'y est pas. */
        public String de(String nom) {
            for (var i = 0; i < xml.getAttributeCount(); i++) {
                if (nom(xml.getAttributeLocalName(i)).equals(nom)) {
                    return xml.getAttributeValue(i);
                }
            }
            return "";
        }

        /** Vrai si l'un d'eux contient l'un de ces mots, en minuscules. */
        public boolean contiennent(Iterable<String> mots) {
            for (var i = 0; i < xml.getAttributeCount(); i++) {
                var valeur = xml.getAttributeValue(i).toLowerCase(Locale.ROOT);
                for (var mot : mots) {
                    if (valeur.contains(mot)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /**
     * Lit une partie ; ce qui en reste n'est pas lu quand l'analyse s'arrête.
     *
     * @return faux si ce n'est pas du XML, ou s'il est démesuré : on ne sait pas ce qu'il contient
     */
    public static boolean lire(InputStream flux, Lecteur lecteur) throws IOException {
        var borne = new Borne(flux);
        try {
            return new PartieXml(borne).parcourir(lecteur);
        } catch (XMLStreamException | RuntimeException illisible) {
            // L'analyseur enveloppe ce que le flux a refusé, et laisse passer des siennes sur un texte hostile.
            if (borne.refus != null) {
                throw borne.refus;
            }
            return false;
        }
    }

    private boolean parcourir(Lecteur lecteur) throws XMLStreamException, IOException {
        var xml = fabrique().createXMLStreamReader(borne);
        var attributs = new Attributs(xml);
        var profondeur = 0;
        while (xml.hasNext()) {
            borne.repartir();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++profondeur > PROFONDEUR || noms.size() > NOMS) {
                        return false;
                    }
                    lecteur.debut(nom(xml.getLocalName()), attributs);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    profondeur--;
                    lecteur.fin(nom(xml.getLocalName()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    lecteur.texte(xml);
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return false; // ce qu'elle vaut ne se lit pas
                }
                default -> {}
            }
        }
        return true;
    }

    private String nom(String ecrit) {
        return noms.computeIfAbsent(
                ecrit, nom -> nom.substring(nom.indexOf(':') + 1).toLowerCase(Locale.ROOT));
    }

    /** Sans espaces de noms : un préfixe que rien ne déclare n'empêche pas de lire. */
    private static XMLInputFactory fabrique() {
        var fabrique = XMLInputFactory.newDefaultFactory();
        fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        fabrique.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        fabrique.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return fabrique;
    }

    /** Ce que l'analyseur lit sans rien en rendre tient en mémoire : cela se compte. */
    private static final class Borne extends FilterInputStream {

        private long dUnTrait;
        private @Nullable IOException refus;

        private Borne(InputStream flux) {
            super(flux);
        }

        private void repartir() {
            dUnTrait = 0;
        }

        @Override
        public int read() throws IOException {
            var octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
        }

        @Override
        public int read(byte[] vers, int ou, int combien) throws IOException {
            if (dUnTrait > D_UN_TRAIT) {
                return -1; // la partie finit là, inachevée
            }
            try {
                var lus = super.read(vers, ou, combien);
                dUnTrait += Math.max(0, lus);
                return lus;
            } catch (IOException e) {
                refus = e;
                throw e;
            }
        }

        /** L'analyseur ferme ce qu'il a fini de lire ; l'archive, elle, continue. */
        @Override
        public void close() {}
    }
}
