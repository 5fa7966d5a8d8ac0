package fr.convergence.socle.impression;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Où une ligne se coupe, selon la langue : jamais après une apostrophe, comme le moteur le ferait de lui-même. */
final class CoupureDesLignes implements FSTextBreaker {

    private final BreakIterator coupures = BreakIterator.getLineInstance(Locale.FRENCH);

    @Override
    public int next() {
        return coupures.next();
    }

    @Override
    public void setText(String texte) {
        coupures.setText(texte);
    }
}
