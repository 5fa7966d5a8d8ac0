package fr.convergence.portail.concertation;

import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * La liste de contrôle d'un niveau, telle qu'elle en est.
 *
 * @param adresse où elle s'enregistre
 * @param transmission le numéro de celle que l'on vérifie
 * @param ouverte vrai si qui regarde peut la remplir
 */
public record ListeAPointer(
        Niveau niveau,
        String adresse,
        int transmission,
        boolean ouverte,
        SituationDesControles situation,
        List<Point> points) {

    static final String VERDICT = "verdict.";
    static final String REMARQUE = "remarque.";
    static final String REVISION = "revision.";

    /**
     * @param revision celle que montre la page
     * @param dit qui l'a dit et quand ; vide tant que personne n'en a rien dit
     * @param anciens ce qui en était dit aux transmissions d'avant, de la plus récente à la plus ancienne
     */
    public record Point(
            String id,
            String libelle,
            Optional<String> aide,
            int revision,
            VerdictDePoint verdict,
            String remarque,
            Optional<Message> dit,
            List<Ancien> anciens) {

        public String champDuVerdict() {
            return VERDICT + id;
        }

        public String champDeLaRemarque() {
            return REMARQUE + id;
        }

        public String champDeLaRevision() {
            return REVISION + id;
        }

        private Point saisi(Map<String, String> champs, int lue) {
            return new Point(
                    id,
                    libelle,
                    aide,
                    lue,
                    VerdictDePoint.lire(champs.getOrDefault(champDuVerdict(), ""))
                            .orElse(verdict),
                    champs.getOrDefault(champDeLaRemarque(), remarque),
                    dit,
                    anciens);
        }
    }

    /** Ce qu'une transmission d'avant valait d'un point. */
    public record Ancien(Message dit, String remarque) {}

    /** La même, avec ce qui vient d'être tapé sur la page que l'on avait : un collègue qui écrit entre-temps se verra encore. */
    ListeAPointer saisie(Map<String, String> champs) {
        return avec(points.stream()
                .map(point -> point.saisi(
                        champs,
                        ChampSaisi.version(champs.getOrDefault(point.champDeLaRevision(), "" + point.revision()))))
                .toList());
    }

    /** Telle qu'elle est maintenant, avec ce qui vient d'être tapé de ces points seulement : les enregistrer l'emportera. */
    ListeAPointer relue(Map<String, String> champs, Collection<String> tapes) {
        return avec(points.stream()
                .map(point -> tapes.contains(point.id()) ? point.saisi(champs, point.revision()) : point)
                .toList());
    }

    private ListeAPointer avec(List<Point> autres) {
        return new ListeAPointer(niveau, adresse, transmission, ouverte, situation, autres);
    }

    public String id() {
        return "controles-" + niveau.name().toLowerCase(Locale.ROOT);
    }

    public String titre() {
        return "concertation.controles." + niveau.name().toLowerCase(Locale.ROOT);
    }

    public List<Choix> verdicts(Cadre cadre) {
        return Choix.de(
                Arrays.asList(VerdictDePoint.values()), VerdictDePoint::name, verdict -> cadre.t(verdict.cle()));
    }
}
