package fr.convergence.portail.concertation;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /**
     * La même, qui rend les remarques tapées dont elle n’a plus le champ.
     *
     * @param retire comment se disait un point qui n’est plus dans la liste
     */
    PointagesPage rendant(Map<String, String> champs, UnaryOperator<String> retire) {
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
                        .map(champ -> new Saisi(libelle(champ.getKey(), retire), champ.getValue()))
                        .toList(),
                erreurs,
                position);
    }

    private Message libelle(String champ, UnaryOperator<String> retire) {
        return points(_ -> true)
                .filter(point -> point.champDeLaRemarque().equals(champ))
                .findFirst()
                .map(point -> Message.brut(point.libelle()))
                .orElseGet(() -> new Message(
                        "concertation.pointage.retire",
                        retire.apply(champ.substring(ListeAPointer.REMARQUE.length()))));
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
        return new RetourALaListe(etape, position).dossier(reference);
    }
}
