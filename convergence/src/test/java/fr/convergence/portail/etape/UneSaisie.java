package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ce qu'il faut pour remplir une étape dans un test : un guichet, une référente, son dossier neuf. */
@Component
@Scope("prototype")
public class UneSaisie {

    private static final String FORMULAIRE = """
            formulaire: essai-saisie@1
            sections:
              - id: engagement
                titre: Votre engagement
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court, obligatoire: true}
                  - {id: groupe, libelle: Appartenez-vous à un groupe ?, type: oui_non, obligatoire: true}
                  - {id: nom_groupe, libelle: Nom du groupe, type: texte_court, obligatoire: true, si: "groupe"}
              - id: groupement
                titre: Votre groupe
                questions:
                  - {id: siege, libelle: Siège du groupe, type: texte_court, si: "groupe"}
              - id: banque
                titre: Coordonnées bancaires
                questions:
                  - {id: iban, libelle: IBAN, type: iban, obligatoire: true}
                  - {id: bic, libelle: BIC, type: bic}
            controles:
              - {si: "!meme_pays(bic, iban)", sur: bic, message: Le pays du BIC n'est pas celui de l'IBAN.}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-SAISIE
            titre: Guichet d'essai
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-saisie@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """;
    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    private final Requetes requetes;
    private final Dossiers dossiers;
    private final HorlogeDeTest horloge;
    private final JdbcClient base;
    final Connecte claire;
    final ReferenceDeDossier reference = ReferenceDeDossier.nouvelle();

    UneSaisie(Requetes requetes, GuichetsPublies guichets, Dossiers dossiers, HorlogeDeTest horloge, JdbcClient base) {
        this.base = base;
        this.requetes = requetes;
        this.dossiers = dossiers;
        this.horloge = horloge;
        this.claire = connecte(Role.REFERENT, null);
        guichets.publierFormulaire("essai-saisie.yaml", FORMULAIRE);
        guichets.publierGuichet("essai-saisie-guichet.yaml", GUICHET);
        var candidat = new CleCandidat(TypeCandidat.EJ_PRIVEE, UnFiness.nouveau());
        var etape = new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new EtatEtape.Brouillon(), 0);
        assertThat(dossiers.creer(new Dossier(
                        Uuid.v7(),
                        reference,
                        new Reference("ESSAI-SAISIE", 1),
                        new CandidatDuDossier(candidat, "CLINIQUE D'ESSAI"),
                        Region.OCCITANIE,
                        claire.compte(),
                        horloge.instant(),
                        List.of(etape))))
                .isTrue();
    }

    void remplir() {
        enregistrer("role", "0", "role", "Directrice");
        enregistrer("groupe", "0", "groupe", "non");
        assertThat(enregistrer("iban", "0", "iban", IBAN)).hasStatusOk();
    }

    /** Rend l'étape transmise, la seule question « iban » rouverte, pour vingt jours s'il n'est pas dit autre chose. */
    void rendre() {
        rendre(Duration.ofDays(20));
    }

    /** La même, rouverte en entier, où ces questions sont à reprendre. */
    void rendre(EtatEtape.Correction... corrections) {
        rendre(List.of(corrections), false, Duration.ofDays(20));
    }

    /** La même, où ces questions seules sont rouvertes. */
    void rendreLimitee(EtatEtape.Correction... corrections) {
        rendre(List.of(corrections), true, Duration.ofDays(20));
    }

    void rendre(Duration delai) {
        rendre(List.of(new EtatEtape.Correction("iban", "à vérifier")), true, delai);
    }

    private void rendre(List<EtatEtape.Correction> corrections, boolean limitee, Duration delai) {
        var dossier = dossier();
        var avant = dossier.courante();
        var apres = avant.demanderModification(
                horloge.instant(),
                "Le RIB ne correspond pas",
                corrections,
                limitee,
                horloge.instant().plus(delai));
        assertThat(dossiers.passer(dossier, avant, apres, "essai", ActesDEssai.rendue(avant.vers(apres))))
                .isTrue();
    }

    /** L'ARS la valide et l'ANS la vérifie à son tour. */
    void passerALAns() {
        base.sql("update dossier_etape set circuit = '{ARS,ANS}' where id = ?")
                .param(dossier().courante().id())
                .update();
        var dossier = dossier();
        var avant = dossier.courante();
        var apres = avant.valider(horloge.instant());
        assertThat(dossiers.passer(dossier, avant, apres, "essai", new EtapeValidee(avant.vers(apres))))
                .isTrue();
    }

    Dossier dossier() {
        return dossiers.duReferent(claire, reference).orElseThrow();
    }

    EtatEtape etat() {
        return dossier().courante().etat();
    }

    MvcTestResult page(String suite) {
        return requetes.lire(claire, adresse(suite));
    }

    MvcTestResult enregistrer(String question, String revision, String champ, String valeur) {
        return requetes.envoyer(claire, adresse("/reponses/" + question), "r." + question, revision, champ, valeur);
    }

    MvcTestResult transmettre(Connecte qui, UUID cle) {
        return requetes.envoyer(qui, adresse("/transmissions"), "_cle", cle.toString());
    }

    String adresse(String suite) {
        return "/dossiers/" + reference + "/candidature" + suite;
    }

    static Connecte connecte(Role role, String region) {
        return new Connecte(UUID.randomUUID(), role, "Claire Essai", role.perimetre(region), java.time.Instant.now());
    }
}
