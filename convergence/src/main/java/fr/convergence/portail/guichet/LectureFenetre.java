package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genre;
import fr.convergence.portail.definition.Genres;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lit {@code {candidature: …/…, premier_depot_avant: …}} ou {@code {du: …, au: …}}. */
final class LectureFenetre {

    private static final Pattern DEUX_DATES = Pattern.compile("[^/]+/[^/]+");
    private static final Genre<Intervalle> INTERVALLE = Genres.motif(
            "deux dates comme « 2026-03-18T09:00/2026-04-19T23:59:59 »",
            DEUX_DATES,
            new Intervalle(Moment.TEMOIN, Moment.TEMOIN),
            Intervalle::lire);

    private LectureFenetre() {}

    static Fenetre lire(Fiche fiche) {
        var candidature = fiche.facultatif("candidature", INTERVALLE);
        var premierDepot = fiche.facultatif("premier_depot_avant", Moment.GENRE);
        var du = fiche.facultatif("du", Moment.GENRE);
        var au = fiche.facultatif("au", Moment.GENRE);
        if (candidature.isPresent() == du.isPresent() || (du.isPresent() ? premierDepot : au).isPresent()) {
            fiche.refuser("fenetre", "écrivez « candidature » et « premier_depot_avant », ou « du » et « au »");
            return new Fenetre.Plage(Moment.TEMOIN, Optional.empty());
        }
        return candidature
                .map(c -> candidature(fiche, c, premierDepot.orElse(c.au())))
                .orElseGet(() -> plage(fiche, du.orElse(Moment.TEMOIN), au));
    }

    private static Fenetre candidature(Fiche fiche, Intervalle creations, Moment premierDepot) {
        if (!creations.du().avant(creations.au())) {
            fiche.refuser("candidature", "elle se ferme avant de s’ouvrir");
        }
        if (premierDepot.avant(creations.au())) {
            fiche.refuser("premier_depot_avant", "on pourrait encore créer un dossier après cette limite");
        }
        return new Fenetre.Candidature(creations.du(), creations.au(), premierDepot);
    }

    private static Fenetre plage(Fiche fiche, Moment du, Optional<Moment> au) {
        if (au.isPresent() && !du.avant(au.get())) {
            fiche.refuser("au", "l’étape se ferme avant de s’ouvrir");
        }
        return new Fenetre.Plage(du, au);
    }

    private record Intervalle(Moment du, Moment au) {

        static Optional<Intervalle> lire(String texte) {
            var bornes = texte.split("/", 2);
            return Moment.lire(bornes[0]).flatMap(du -> Moment.lire(bornes[1]).map(au -> new Intervalle(du, au)));
        }
    }
}
