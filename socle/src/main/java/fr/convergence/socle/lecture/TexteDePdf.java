package fr.convergence.socle.lecture;

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
public final class TexteDePdf {

    /** Ce que la lecture d'un PDF entier rend. */
    public sealed interface Resultat {

        record Lu(String texte) implements Resultat {}

        /** Des pages sans un signe : une image, un document numérisé. */
        record SansTexte() implements Resultat {}

        record Chiffre() implements Resultat {}

        record TropDePages() implements Resultat {}

        /** Abîmé, ou qui demanderait trop de temps ou de mémoire. */
        record Illisible() implements Resultat {}
    }

    private static final Logger JOURNAL = LoggerFactory.getLogger(TexteDePdf.class);

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
     * Vide s'il n'a pas de texte, est abîmé, chiffré, ou dépasse une borne ; les pages suivantes ne sont pas lues.
     *
     * @param pdf à ne plus employer ensuite
     */
    public static Optional<String> desPremieresPages(byte[] pdf, int pages) {
        return lire(pdf, pages, Integer.MAX_VALUE) instanceof Resultat.Lu(var texte)
                ? Optional.of(texte)
                : Optional.empty();
    }

    /**
     * Le texte de toutes ses pages, s'il n'en a pas plus.
     *
     * @param pdf à ne plus employer ensuite
     */
    public static Resultat entier(byte[] pdf, int pagesAuPlus) {
        return lire(pdf, pagesAuPlus, pagesAuPlus);
    }

    private static Resultat lire(byte[] pdf, int lues, int admises) {
        var modeste = new PdfModeste(pdf);
        if (!modeste.admis()) {
            JOURNAL.debug("Document illisible : il demanderait trop, ou ne se suit pas");
            return modeste.chiffre() ? new Resultat.Chiffre() : new Resultat.Illisible();
        }
        try (var document =
                Loader.loadPDF(pdf, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MEMOIRE).streamCache)) {
            if (document.getNumberOfPages() > admises) {
                return new Resultat.TropDePages();
            }
            var texte = new Borne(System.nanoTime() + DUREE.toNanos(), lues).getText(document);
            return FormeNormale.vide(texte) ? new Resultat.SansTexte() : new Resultat.Lu(texte);
        } catch (IOException | RuntimeException illisible) {
            // Un PDF abîmé fait lever à la bibliothèque à peu près tout : c'est un document qui ne se lit pas.
            JOURNAL.debug("Document illisible : {}", illisible.getClass().getName());
            return new Resultat.Illisible();
        }
    }

    private static final class Borne extends PDFTextStripper {

        private final long fin;
        private int caracteres;
        private int imbriques;

        private Borne(long fin, int pages) {
            this.fin = fin;
            setSortByPosition(true);
            setEndPage(pages);
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
