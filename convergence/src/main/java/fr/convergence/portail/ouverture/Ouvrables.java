package fr.convergence.portail.ouverture;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.convention.SituationDesConventions;
import fr.convergence.portail.dossier.Calendrier;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.etape.FaitsDuDossier;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.IssueDEtape;
import fr.convergence.portail.plafond.Plafonds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ce que la condition de chaque étape et sa fenêtre permettent, d'un dossier tel qu'il est ou tel qu'un acte le ferait. */
@Component
public final class Ouvrables {

    private final Etablissements etablissements;
    private final Plafonds plafonds;
    private final GuichetsPublies guichets;
    private final Calendrier calendrier;
    private final SituationDesConventions conventions;
    private final Clock horloge;

    Ouvrables(
            Etablissements etablissements,
            Plafonds plafonds,
            GuichetsPublies guichets,
            Calendrier calendrier,
            SituationDesConventions conventions,
            Clock horloge) {
        this.conventions = conventions;
        this.etablissements = etablissements;
        this.plafonds = plafonds;
        this.guichets = guichets;
        this.calendrier = calendrier;
        this.horloge = horloge;
    }

    /** Celles qui s'ouvriraient maintenant. Un dossier refusé, clos ou laissé n'en ouvre plus. */
    public List<Etape> de(Dossier dossier) {
        return calendrier.vit(dossier)
                ? dossier.etapes().stream()
                        .filter(etape -> etape.etat() instanceof EtatEtape.Fermee)
                        .filter(etape -> fenetreOuverte(dossier, etape) && conditionRemplie(dossier, etape))
                        .toList()
                : List.of();
    }

    /** Celles qu'une décision sur cette étape a ouvertes, et que ce dossier, où elle est reprise, n'ouvrirait plus. */
    public List<Etape> plusDepuis(Dossier reprise, String code) {
        return reprise.etapes().stream()
                .filter(etape ->
                        !(etape.etat() instanceof EtatEtape.Fermee) && !(etape.etat() instanceof EtatEtape.Close))
                .filter(etape -> depend(reprise, etape, code) && !conditionRemplie(reprise, etape))
                .toList();
    }

    private boolean depend(Dossier dossier, Etape etape, String code) {
        var guichet = guichets.version(dossier.guichet());
        return guichet.definition()
                .etape(etape.code())
                .filter(definition -> guichet.depend(definition, code))
                .isPresent();
    }

    private boolean fenetreOuverte(Dossier dossier, Etape etape) {
        return calendrier.fenetre(dossier.guichet(), etape.code()).etat(horloge.instant()) == Fenetre.Etat.OUVERTE;
    }

    private boolean conditionRemplie(Dossier dossier, Etape etape) {
        var guichet = guichets.version(dossier.guichet());
        return guichet.definition()
                .etape(etape.code())
                .filter(definition -> guichet.accessible(
                        definition,
                        connu(
                                dossier,
                                etape,
                                guichet.regardeLeCandidat(definition),
                                guichet.regardeLaConvention(definition))))
                .isPresent();
    }

    /**
     * Ce que les conditions regardent ; un fait encore inconnu les laisse fausses. Le registre et la convention ne se lisent que
     * pour elles : le calendrier passe sur tous les dossiers.
     */
    private Map<String, Object> connu(Dossier dossier, Etape etape, boolean candidat, boolean convention) {
        var jour = LocalDate.ofInstant(horloge.instant(), horloge.getZone());
        var connu = candidat ? avecLeCandidat(dossier, etape, jour) : FaitsDuDossier.sansLeCandidat(etape, jour);
        for (var autre : dossier.etapes()) {
            connu.put(IssueDEtape.TRANSMISE.de(autre.code()), autre.etat().transmise());
            connu.put(IssueDEtape.ACCEPTEE.de(autre.code()), autre.etat() instanceof EtatEtape.Acceptee);
            connu.put(IssueDEtape.REFUSEE.de(autre.code()), autre.etat() instanceof EtatEtape.Refusee);
        }
        if (convention) {
            conventions.de(dossier.id()).ifPresent(etat -> {
                connu.put(Guichet.CONVENTION_SIGNEE, etat == CodeDeConvention.SIGNEE);
                connu.put(Guichet.CONVENTION_REFUSEE, etat == CodeDeConvention.REFUSEE);
            });
        }
        return connu;
    }

    private Map<String, Object> avecLeCandidat(Dossier dossier, Etape etape, LocalDate jour) {
        var cle = dossier.candidat().cle();
        var plafond = plafonds.de(dossier.guichet().code(), cle);
        return new HashMap<>(FaitsDuDossier.de(dossier, etape, etablissements.candidat(cle), plafond, jour)
                .variables());
    }
}
