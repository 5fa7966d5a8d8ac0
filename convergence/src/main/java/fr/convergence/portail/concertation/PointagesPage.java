package fr.convergence.portail.concertation;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Les listes de contrôle d'une étape, seules.
 *
 * @param saisie ce qui avait été tapé et ne s'enregistre plus
 * @param position où l'on en est de la liste d'où l'on vient ; vide si l'on vient d'ailleurs
 */
public record PointagesPage(
        String reference,
        String etape,
        String candidat,
        List<ListeAPointer> listes,
        List<Saisi> saisie,
        Erreurs erreurs,
        String position)
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
                erreurs,
                position);
    }

    /** La même, qui sait d'où l'on vient. */
    PointagesPage depuis(String position) {
        return new PointagesPage(reference, etape, candidat, listes, saisie, erreurs, position);
    }

    public String dossier() {
        return dossier(reference, etape, position);
    }

    static String dossier(String reference, String etape, String position) {
        var adresse = UriComponentsBuilder.fromPath("/instruction/" + reference).queryParam("etape", "{etape}");
        if (!position.isEmpty()) {
            adresse.queryParam("liste", "{liste}");
        }
        return adresse.encode()
                .buildAndExpand(Map.of("etape", etape, "liste", position))
                .toUriString();
    }
}
