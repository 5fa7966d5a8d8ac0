package fr.convergence.isc.inscription;

import fr.convergence.isc.inscription.Demarches.Tenue;
import fr.convergence.socle.session.FormeDesCookies;
import fr.convergence.socle.site.Langue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** L’inscription du visiteur qui fait la requête, que retrouve un témoin tiré au hasard, hors de portée des scripts. */
@Component
final class DemarcheEnCours {

    private static final String NOM = "inscription";
    private static final int LONGUEUR_MAX = 64;

    private final Demarches demarches;
    private final FormeDesCookies forme;

    DemarcheEnCours(Demarches demarches, FormeDesCookies forme) {
        this.demarches = demarches;
        this.forme = forme;
    }

    /** Celle de ce navigateur, où qu’elle en soit. */
    Optional<Tenue> tenue(HttpServletRequest requete) {
        return forme.lire(NOM, requete)
                .filter(valeur -> !valeur.isEmpty() && valeur.length() <= LONGUEUR_MAX)
                .flatMap(demarches::retrouver);
    }

    Optional<Tenue> enCours(HttpServletRequest requete) {
        return tenue(requete).filter(Tenue::enCours);
    }

    DemarcheDuMandataire demarche(HttpServletRequest requete) {
        return enCours(requete).map(Tenue::demarche).orElseGet(() -> DemarcheDuMandataire.vide(Langue.presente()));
    }

    /** Change l’inscription en cours, ou en commence une ; l’heure de conservation repart. */
    void modifier(
            HttpServletRequest requete, HttpServletResponse reponse, UnaryOperator<DemarcheDuMandataire> changement) {
        var sienne = enCours(requete);
        if (sienne.isPresent() && demarches.modifier(sienne.get().id(), changement)) {
            poser(forme.lire(NOM, requete).orElseThrow(), requete, reponse);
        } else {
            poser(demarches.ouvrir(changement.apply(DemarcheDuMandataire.vide(Langue.presente()))), requete, reponse);
        }
    }

    /**
     * Attache à cette inscription un document lu pour la personne qu’elle nommait.
     *
     * @return celui qui n’est plus à garder : le précédent, ou celui-ci si la personne ou l’inscription a changé pendant qu’on le lisait
     */
    Optional<DocumentDEntreprise> attacher(
            Tenue tenue, DocumentDEntreprise document, HttpServletRequest requete, HttpServletResponse reponse) {
        var perdu = new AtomicReference<@Nullable DocumentDEntreprise>(document);
        demarches.modifier(tenue.id(), presente -> {
            if (!Objects.equals(presente.declarant(), tenue.demarche().declarant())) {
                return presente;
            }
            perdu.set(presente.document());
            return presente.avec(document);
        });
        poser(forme.lire(NOM, requete).orElseThrow(), requete, reponse);
        return Optional.ofNullable(perdu.get());
    }

    void poser(String temoin, HttpServletRequest requete, HttpServletResponse reponse) {
        forme.poser(NOM, temoin, Demarches.CONSERVATION, requete, reponse);
    }

    /** Ce navigateur ne la retrouve plus. */
    void quitter(HttpServletRequest requete, HttpServletResponse reponse) {
        forme.poser(NOM, "", Duration.ZERO, requete, reponse);
    }
}
