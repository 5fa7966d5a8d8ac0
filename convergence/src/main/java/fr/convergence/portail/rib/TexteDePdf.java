package fr.convergence.portail.rib;

import fr.convergence.socle.identifiant.FormeNormale;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Le texte d'un PDF, en peu de temps et de mémoire ; un document qui en demande plus ne se lit pas. */
final class TexteDePdf {

    private static final Logger JOURNAL = LoggerFactory.getLogger(TexteDePdf.class);

    /** Un RIB tient sur une page ; un relevé le porte dans les premières. */
    private static final int PAGES = 5;

    private static final int CARACTERES = 100_000;
    private static final long MEMOIRE = 64_000_000;
    private static final Duration DUREE = Duration.ofSeconds(10);

    /** Chacun tient le sien tant que durent ceux qu'il contient. */
    private static final int IMBRIQUES = 5;

    /** Ce qui dépasse une borne. */
    private static final class TropLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private TexteDePdf() {}

    /**
     * Vide s'il n'a pas de texte, est abîmé, chiffré, ou dépasse une borne.
     *
     * @param pdf à ne plus employer ensuite
     */
    static Optional<String> lire(byte[] pdf) {
        if (!PdfModeste.admettre(pdf)) {
            JOURNAL.debug("Document illisible : il demanderait trop, ou ne se suit pas");
            return Optional.empty();
        }
        try (var document =
                Loader.loadPDF(pdf, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MEMOIRE).streamCache)) {
            var texte = new Borne(System.nanoTime() + DUREE.toNanos()).getText(document);
            return Optional.of(texte).filter(lu -> !FormeNormale.vide(lu));
        } catch (IOException | RuntimeException illisible) {
            // Un PDF abîmé fait lever à la bibliothèque à peu près tout : c'est un document qui ne se lit pas.
            JOURNAL.debug("Document illisible : {}", illisible.getClass().getName());
            return Optional.empty();
        }
    }

    private static final class Borne extends PDFTextStripper {

        private final long fin;
        private int caracteres;
        private int imbriques;

        private Borne(long fin) {
            this.fin = fin;
            setSortByPosition(true);
            setEndPage(PAGES);
        }

        /** Un même flux cité mille fois serait mille fois en mémoire. */
        @Override
        public void processPage(PDPage page) throws IOException {
            if (page.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSArray morceaux) {
                var distincts = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
                for (var i = 0; i < morceaux.size(); i++) {
                    if (!distincts.add(morceaux.getObject(i))) {
                        throw new TropLong();
                    }
                }
            }
            super.processPage(page);
        }

        @Override
        public void showForm(PDFormXObject forme) throws IOException {
            entrer();
            super.showForm(forme);
            imbriques--;
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup groupe) throws IOException {
            entrer();
            super.showTransparencyGroup(groupe);
            imbriques--;
        }

        private void entrer() throws IOException {
            if (++imbriques > IMBRIQUES) {
                throw new TropLong();
            }
        }

        @Override
        protected void processOperator(Operator operateur, List<COSBase> operandes) throws IOException {
            if (System.nanoTime() - fin > 0) {
                throw new TropLong();
            }
            super.processOperator(operateur, operandes);
        }

        @Override
        protected void processTextPosition(TextPosition texte) {
            if (caracteres++ < CARACTERES) {
                super.processTextPosition(texte);
            }
        }
    }
}
