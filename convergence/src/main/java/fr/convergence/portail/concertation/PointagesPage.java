package fr.convergence.portail.concertation;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** La même, qui rend les remarques tapées dont elle n’a plus le champ. */
    PointagesPage rendant(Map<String, String> champs) {
        return new PointagesPage(
                reference,
                etape,
                candidat,
                listes,
                champs.entrySet().stream()
                        .filter(champ -> champ.getKey().startsWith(ListeAPointer.REMARQUE))
                        .filter(champ -> !FormeNormale.vide(champ.getValue()))
                        .filter(champ -> points(ListeAPointer::ouverte)
                                .noneMatch(point -> point.champDeLaRemarque().equals(champ.getKey())))
                        .map(champ -> new Saisi(libelle(champ.getKey()), champ.getValue()))
                        .toList(),
                erreurs,
                position);
    }

    private Message libelle(String champ) {
        return points(_ -> true)
                .filter(point -> point.champDeLaRemarque().equals(champ))
                .findFirst()
                .map(point -> Message.brut(point.libelle()))
                .orElseGet(() ->
                        new Message("concertation.pointage.retire", champ.substring(ListeAPointer.REMARQUE.length())));
    }

    private Stream<ListeAPointer.Point> points(Predicate<ListeAPointer> lesquelles) {
        return listes.stream().filter(lesquelles).flatMap(liste -> liste.points().stream());
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
