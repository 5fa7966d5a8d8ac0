package fr.convergence.portail.concertation;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;

/**
 * Les listes de contrôle d'une étape, seules.
 *
 * @param saisie ce qui avait été tapé et ne s'enregistre plus
 */
public record PointagesPage(
        String reference,
        String etape,
        String candidat,
        List<ListeAPointer> listes,
        List<Saisi> saisie,
        Erreurs erreurs)
        implements PageDeSaisie {

    /** La même, qui rend les remarques tapées. */
    PointagesPage rendant(Map<String, String> champs) {
        return new PointagesPage(
                reference,
                etape,
                candidat,
                listes,
                listes.stream()
                        .flatMap(liste -> liste.points().stream())
                        .filter(point -> !FormeNormale.vide(champs.getOrDefault(point.champDeLaRemarque(), "")))
                        .map(point -> new Saisi(
                                Message.brut(point.libelle()), champs.getOrDefault(point.champDeLaRemarque(), "")))
                        .distinct()
                        .toList(),
                erreurs);
    }

    public String dossier() {
        return "/instruction/" + reference + "?etape=" + etape;
    }
}
