package fr.convergence.portail.inscription;

import fr.convergence.portail.inscription.Brouillons.Tenu;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** L'inscription du visiteur qui fait la requête. */
@Component
final class Inscriptions {

    private final Brouillons brouillons;
    private final Temoin temoin;

    Inscriptions(Brouillons brouillons, Temoin temoin) {
        this.temoin = temoin;
        this.brouillons = brouillons;
    }

    /** Celle qui est commencée et pas encore terminée. */
    Optional<Tenu> enCours(HttpServletRequest requete) {
        return tenue(requete).filter(tenu -> !tenu.terminee());
    }

    /** Celle de ce visiteur, quand elle vient de se terminer. */
    Optional<Brouillon> terminee(HttpServletRequest requete) {
        return tenue(requete).filter(Tenu::terminee).map(Tenu::brouillon);
    }

    Brouillon brouillon(HttpServletRequest requete) {
        return enCours(requete).map(Tenu::brouillon).orElse(Brouillon.VIDE);
    }

    /** Change l'inscription en cours, ou en commence une ; l'heure de conservation repart. */
    void modifier(HttpServletRequest requete, HttpServletResponse reponse, UnaryOperator<Brouillon> changement) {
        var sien = temoin.lire(requete).filter(_ -> enCours(requete).isPresent());
        sien.ifPresent(connu -> brouillons.modifier(connu, changement));
        var valeur = sien.orElseGet(() -> brouillons.ouvrir(changement.apply(Brouillon.VIDE)));
        temoin.poser(valeur, requete, reponse);
    }

    private Optional<Tenu> tenue(HttpServletRequest requete) {
        return temoin.lire(requete).flatMap(brouillons::lire);
    }
}
