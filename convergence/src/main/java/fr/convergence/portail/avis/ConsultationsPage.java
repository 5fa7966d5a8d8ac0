package fr.convergence.portail.avis;

import fr.convergence.portail.concertation.RetourALaListe;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Les avis d'un dossier, le plus récent d'abord, et de quoi en demander un.
 *
 * @param retour où l'on en était ; son étape est celle sur laquelle on en demanderait un
 * @param consultables à qui ; vide quand l'étape n'est pas en vérification
 */
public record ConsultationsPage(
        String reference,
        String candidat,
        RetourALaListe retour,
        List<Fiche> avis,
        List<Choix> consultables,
        Tape tape,
        Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * @param qui qui demande à qui
     * @param issue ce qu'il en est advenu
     * @param reponse ce que dit l'avis rendu
     * @param aRendre vrai si qui regarde doit le rendre
     * @param aRetirer vrai si qui regarde peut retirer sa demande
     */
    public record Fiche(
            int numero,
            Message qui,
            Instant demandeLe,
            String question,
            Message issue,
            Optional<String> reponse,
            boolean aRendre,
            boolean aRetirer) {}

    /** Ce qui est dans les champs. */
    public record Tape(String a, String question, int numero, String sens, String texte) {

        static final Tape RIEN = new Tape("", "", 0, "", "");
    }

    public String adresse() {
        return "/instruction/" + reference + "/avis";
    }

    public String dossier() {
        return retour.dossier(reference);
    }

    public String sensDe(Fiche fiche) {
        return fiche.numero() == tape.numero() ? tape.sens() : "";
    }

    public String texteDe(Fiche fiche) {
        return fiche.numero() == tape.numero() ? tape.texte() : "";
    }

    /** Vrai d'un avis rendu trop tard : ce qui en était tapé ne s'enverra plus. */
    public boolean perdu() {
        return !tape.texte().isEmpty()
                && avis.stream().noneMatch(fiche -> fiche.numero() == tape.numero() && fiche.aRendre());
    }

    public List<Choix> sens(Cadre cadre) {
        return Choix.de(Arrays.asList(SensDAvis.values()), SensDAvis::name, sens -> cadre.t(sens.cle()));
    }
}
