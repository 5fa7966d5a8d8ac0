package fr.convergence.isc.inscription;

import fr.convergence.socle.identifiant.TypeIdentifiant;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.PageDeSaisie;
import fr.convergence.socle.site.Langue;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** « Votre entreprise » de qui est étranger, ou n’a pas de Kbis. */
public record AutreDocumentPage(SaisieDAutreDocument saisie, Erreurs erreurs) implements PageDeSaisie {

    public List<TypeIdentifiant> types() {
        return List.of(TypeIdentifiant.values());
    }

    /** Dans la langue et l’ordre du lecteur. */
    public List<Choix> pays() {
        var langue = Langue.presente().locale();
        return SaisieDAutreDocument.tousLesPays().stream()
                .map(code -> new Choix(code, Locale.of("", code).getDisplayCountry(langue)))
                .sorted(Comparator.comparing(Choix::libelle, Collator.getInstance(langue)))
                .toList();
    }

    public String tailleMax() {
        return Formats.taille(DeposerDocument.TAILLE_MAX);
    }
}
