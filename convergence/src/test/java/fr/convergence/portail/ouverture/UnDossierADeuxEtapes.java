package fr.convergence.portail.ouverture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Un guichet dont la seconde étape s'ouvre par une condition, et un dossier de Bretagne qui y a commencé. */
@Component
public class UnDossierADeuxEtapes {

    private static final AtomicInteger SUIVANT = new AtomicInteger(10);
    private static final String FORMULAIRE = """
            formulaire: essai-ouverture@1
            sections:
              - id: engagement
                titre: Votre engagement
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court, obligatoire: true}
            """;
    private static final String GUICHET = """
            guichet: %s
            titre: Domaine à deux étapes
            programme: CaRE
            public: etablissements
            eligibles: [GHT, EJ_PRIVEE]
            etapes:
              - code: %s
                titre: Formulaire de candidature
                formulaire: essai-ouverture@1
                fenetre: {candidature: J-1T09:00/J+10T23:59:59, premier_depot_avant: J+12T23:59:59}
                circuit: [ARS]
              - code: %s
                titre: Déclaration d'atteinte des objectifs
                formulaire: essai-ouverture@1
                fenetre: {du: %s, au: J+90T23:59:59}
                ouverte_si: %s
                circuit: [ARS, ANS]
            """;

    private final UneInstruction instruction;
    private final GuichetsPublies guichets;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher actes;
    private final Clock horloge;

    UnDossierADeuxEtapes(
            UneInstruction instruction,
            GuichetsPublies guichets,
            Dossiers dossiers,
            ApplicationEventPublisher actes,
            Clock horloge) {
        this.instruction = instruction;
        this.guichets = guichets;
        this.dossiers = dossiers;
        this.actes = actes;
        this.horloge = horloge;
    }

    public void publier(String guichet, String du, String condition) {
        publier(guichet, "candidature", "declaration", du, condition);
    }

    public void publier(String guichet, String premiere, String seconde, String du, String condition) {
        guichets.publierFormulaire("essai-ouverture.yaml", FORMULAIRE);
        assertThat(guichets.publierGuichet(
                        guichet + ".yaml", GUICHET.formatted(guichet, premiere, seconde, du, condition)))
                .isNotInstanceOf(Publication.Refusee.class);
    }

    public Dossier dossier(String guichet, String du, String condition, Connecte referent) {
        publier(guichet, du, condition);
        var dossier = new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                new Reference(guichet, 1),
                new CandidatDuDossier(
                        new CleCandidat(TypeCandidat.GHT, "BRE-%02d".formatted(SUIVANT.incrementAndGet())),
                        "GHT D'ESSAI"),
                Region.BRETAGNE,
                referent.compte(),
                horloge.instant(),
                List.of(
                        new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new Brouillon(), 0),
                        new Etape(Uuid.v7(), "declaration", 2, List.of(Niveau.ARS, Niveau.ANS), new Fermee(), 0)));
        assertThat(dossiers.creer(dossier)).isTrue();
        return dossier;
    }

    @Transactional
    public void accepter(Connecte referent, Dossier dossier) {
        instruction.transmettre(referent, dossier, "candidature", horloge.instant());
        var relu = instruction.relire(referent, dossier);
        var avant = relu.etape("candidature").orElseThrow();
        var acceptee = avant.valider(horloge.instant());
        var acte = new EtapeValidee(avant.vers(acceptee));
        dossiers.passer(relu, avant, acceptee, Journal.SYSTEME, acte);
        actes.publishEvent(new EtapePassee(relu.reference(), acte, horloge.instant()));
    }

    public Etape declaration(Connecte referent, Dossier dossier) {
        return instruction.relire(referent, dossier).etape("declaration").orElseThrow();
    }
}
