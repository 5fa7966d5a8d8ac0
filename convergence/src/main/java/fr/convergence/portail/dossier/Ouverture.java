package fr.convergence.portail.dossier;

import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.base.Arrivees;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Dit d'une étape fermée quand elle s'ouvrira (DOS-3) : les mêmes mots pour son référent et pour ses vérificateurs. */
@Component
public final class Ouverture {

    private final GuichetsPublies guichets;
    private final Calendrier calendrier;
    private final Arrivees arrivees;

    Ouverture(GuichetsPublies guichets, Calendrier calendrier, Arrivees arrivees) {
        this.guichets = guichets;
        this.calendrier = calendrier;
        this.arrivees = arrivees;
    }

    /** Vide pour une étape déjà ouverte. */
    public Optional<Message> de(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EtatEtape.Fermee
                ? Optional.of(attente(dossier, definition(dossier, etape), fenetre(dossier, etape)))
                : Optional.empty();
    }

    private Message attente(Dossier dossier, EtapeDuGuichet definition, Fenetre fenetre) {
        var guichet = guichet(dossier);
        var attendue = dossier.etapes().stream()
                .filter(autre -> guichet.apresAcceptation(definition, autre.code()))
                .filter(citee -> !(citee.etat() instanceof EtatEtape.Acceptee))
                .findFirst();
        if (fenetre.etat(arrivees.instant()) == Fenetre.Etat.CLOSE) {
            return new Message("dossier.ouverture.passee", limite(fenetre));
        }
        var convention = guichet.apresConvention(definition);
        return attendue.map(citee -> apres(dossier, citee, convention, fenetre))
                .orElseGet(() -> date(reste(definition, convention), fenetre, ""));
    }

    /** Ce qui la tient encore fermée quand ce n'est pas l'acceptation d'une autre. */
    private static String reste(EtapeDuGuichet definition, boolean convention) {
        if (convention) {
            return "dossier.ouverture.convention";
        }
        return definition.formulaire().isPresent() ? "dossier.ouverture.condition" : "dossier.ouverture.formulaire";
    }

    private Message apres(Dossier dossier, Etape attendue, boolean convention, Fenetre fenetre) {
        var titre = definition(dossier, attendue).titre();
        return switch (calendrier.statut(dossier, attendue)) {
            case REFUSE -> new Message("dossier.ouverture.refusee", titre);
            case CLOS -> new Message("dossier.ouverture.close", titre);
            case A_VENIR,
                    A_COMPLETER,
                    TRANSMIS_ARS,
                    DEMANDE_MODIFICATION,
                    TRANSMIS_ANS,
                    ACCEPTE,
                    CONVENTION_A_SIGNER,
                    CONVENTION_SIGNEE,
                    CONVENTION_REFUSEE,
                    CONVENTION_EXPIREE,
                    AVANCE_VERSEE,
                    PAYE ->
                date(
                        convention ? "dossier.ouverture.acceptation-convention" : "dossier.ouverture.acceptation",
                        fenetre,
                        titre);
        };
    }

    /** Le jour n'est dit que s'il est à venir. */
    private Message date(String cle, Fenetre fenetre, String titre) {
        return fenetre.etat(arrivees.instant()) == Fenetre.Etat.A_VENIR
                ? new Message(cle + ".le", titre, Formats.dateHeure(fenetre.du().ouverture()))
                : new Message(cle, titre);
    }

    private static String limite(Fenetre fenetre) {
        return Formats.dateHeure(fenetre.limite().orElseThrow().echeance().minusSeconds(1));
    }

    private Fenetre fenetre(Dossier dossier, Etape etape) {
        return calendrier.fenetre(dossier.guichet(), etape.code());
    }

    private EtapeDuGuichet definition(Dossier dossier, Etape etape) {
        return guichet(dossier).definition().etape(etape.code()).orElseThrow();
    }

    private Guichet guichet(Dossier dossier) {
        return guichets.version(dossier.guichet());
    }
}
