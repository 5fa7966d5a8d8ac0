package fr.convergence.portail.convention;

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
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Un guichet qui fait signer une convention, et un dossier de Bretagne accepté. */
@Component
public class UneConvention {

    private static final AtomicInteger SUIVANT = new AtomicInteger(10);
    private static final String FORMULAIRE = """
            formulaire: essai-convention@1
            sections:
              - id: engagement
                titre: Votre engagement
                questions:
                  - {id: signataire, libelle: Signataire, type: contact, fonction: true, telephone: true, obligatoire: true}
                  - {id: iban, libelle: IBAN, type: iban, obligatoire: true}
                  - {id: demande, libelle: Montant demandé, type: montant, obligatoire: true}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-CONVENTION
            titre: Domaine à convention
            programme: CaRE
            public: etablissements
            eligibles: [GHT]
            contacts: [signataire]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-convention@1
                fenetre: {candidature: J-1T09:00/J+10T23:59:59, premier_depot_avant: J+12T23:59:59}
                circuit: [ARS]
                ouvre_sur_acceptation: [convention]
              - code: declaration
                titre: Déclaration d'atteinte des objectifs
                formulaire: essai-convention@1
                fenetre: {du: J-1T09:00, au: J+90T23:59:59}
                ouverte_si: etape.candidature.acceptee && convention.signee
                circuit: [ARS, ANS]
            """;

    private final UneInstruction instruction;
    private final GuichetsPublies guichets;
    private final Dossiers dossiers;
    private final Editions editions;
    private final EnvoyerConvention envoyer;
    private final ApplicationEventPublisher faits;
    private final Clock horloge;

    UneConvention(
            UneInstruction instruction,
            GuichetsPublies guichets,
            Dossiers dossiers,
            Editions editions,
            EnvoyerConvention envoyer,
            ApplicationEventPublisher faits,
            Clock horloge) {
        this.instruction = instruction;
        this.guichets = guichets;
        this.dossiers = dossiers;
        this.editions = editions;
        this.envoyer = envoyer;
        this.faits = faits;
        this.horloge = horloge;
    }

    /** Un dossier transmis, que rien n'a encore accepté. */
    @Transactional
    public Dossier transmis(Connecte referent, String signataire) {
        guichets.publierFormulaire("essai-convention.yaml", FORMULAIRE);
        assertThat(guichets.publierGuichet("essai-convention-guichet.yaml", GUICHET))
                .isNotInstanceOf(Publication.Refusee.class);
        var dossier = new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                new Reference("ESSAI-CONVENTION", 1),
                new CandidatDuDossier(
                        new CleCandidat(TypeCandidat.GHT, "BRE-%02d".formatted(SUIVANT.incrementAndGet())),
                        "GHT Łucja’s – Rance"),
                Region.BRETAGNE,
                referent.compte(),
                horloge.instant(),
                List.of(
                        new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new Brouillon(), 0),
                        new Etape(Uuid.v7(), "declaration", 2, List.of(Niveau.ARS, Niveau.ANS), new Fermee(), 0)));
        assertThat(dossiers.creer(dossier)).isTrue();
        editions.sceller(
                dossier.etape("candidature").orElseThrow().id(),
                new EditionScellee(
                        new Reference("essai-convention", 1),
                        "essai",
                        Map.of(
                                "signataire", valeur("""
                                        {"civilite": "MADAME", "nom": "Ravel", "prenom": "Łucja",
                                         "fonction": "Directrice générale", "courriel": "%s",
                                         "telephone": "+33611223344"}
                                        """.formatted(signataire)),
                                "iban", valeur("\"FR7630001007941234567890185\""),
                                "demande", valeur("\"12500.50\"")),
                        Map.of()),
                horloge.instant(),
                referent.compte());
        instruction.transmettre(referent, dossier, "candidature", horloge.instant());
        return instruction.relire(referent, dossier);
    }

    @Transactional
    public void accepter(Connecte referent, Dossier dossier) {
        var relu = instruction.relire(referent, dossier);
        var avant = relu.etape("candidature").orElseThrow();
        var acceptee = avant.valider(horloge.instant());
        var acte = new EtapeValidee(avant.vers(acceptee));
        assertThat(dossiers.passer(relu, avant, acceptee, Journal.SYSTEME, acte))
                .isTrue();
        faits.publishEvent(new EtapePassee(relu.reference(), acte, horloge.instant()));
    }

    /** Accepté, et sa convention partie. */
    public Dossier envoyee(Connecte referent, String signataire) {
        var dossier = transmis(referent, signataire);
        accepter(referent, dossier);
        envoyer.parcourir(Tranche.de(Duration.ofMinutes(1)));
        return instruction.relire(referent, dossier);
    }

    /** Le lien du dernier e-mail qui en porte un. */
    static String lien(BoiteAuxLettres boite, String signataire) {
        return boite.de(signataire).stream()
                .filter(lettre -> !lettre.modele().equals("convention/code"))
                .toList()
                .getLast()
                .trouver("(/convention/[A-Za-z0-9_-]{43})");
    }

    static String code(BoiteAuxLettres boite, String signataire) {
        var lettre = boite.derniere(signataire);
        assertThat(lettre.modele()).isEqualTo("convention/code");
        return lettre.trouver("(?m)^\\W*(\\d{6})\\W*$");
    }

    private static Valeur valeur(String json) {
        return JsonMapper.shared().readValue(json, Valeur.class);
    }
}
