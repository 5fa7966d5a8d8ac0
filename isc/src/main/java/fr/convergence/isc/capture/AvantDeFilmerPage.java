package fr.convergence.isc.capture;

import fr.convergence.isc.identite.Sequence;
import fr.convergence.isc.identite.TypeDeDocument;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ce qui précède une vidéo : une explication, et un bouton.
 *
 * @param cle préfixe des textes
 * @param action où mène le bouton ; c'est un formulaire si {@code envoi}
 * @param accord vrai s'il faut accepter
 * @param document celui qu'il faut avoir en main
 */
public record AvantDeFilmerPage(
        String cle,
        String action,
        boolean envoi,
        boolean accord,
        @Nullable TypeDeDocument document,
        Erreurs erreurs) implements PageDeSaisie {

    static AvantDeFilmerPage accueil(String secret) {
        return new AvantDeFilmerPage(
                "capture.accueil",
                TelephoneController.CHEMIN + "/" + secret + "/ouvertures",
                true,
                false,
                null,
                Erreurs.aucune());
    }

    static AvantDeFilmerPage consentement(Erreurs erreurs) {
        return new AvantDeFilmerPage(
                "capture.consentement", TelephoneController.CHEMIN + "/consentement", true, true, null, erreurs);
    }

    static AvantDeFilmerPage preparation(TypeDeDocument document, Sequence premiere) {
        return new AvantDeFilmerPage(
                "capture.preparation",
                TelephoneController.sequence(premiere),
                false,
                false,
                document,
                Erreurs.aucune());
    }

    static AvantDeFilmerPage visage() {
        return new AvantDeFilmerPage(
                "capture.visage", TelephoneController.sequence(Sequence.VISAGE), false, false, null, Erreurs.aucune());
    }

    /** Les étapes, ou les conseils, un texte chacun. */
    public List<String> points() {
        return List.of(cle + ".1", cle + ".2", cle + ".3");
    }
}
