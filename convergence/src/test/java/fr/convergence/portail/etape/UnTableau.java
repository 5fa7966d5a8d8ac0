package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
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
import fr.convergence.socle.page.Cadre;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une étape dont le formulaire tient un tableau par entité, pour une entité juridique qui a ses entités géographiques. */
final class UnTableau {

    private static final String FORMULAIRE = """
            formulaire: essai-entites@1
            sections:
              - id: entites
                titre: Vos entités
                questions:
                  - id: entites
                    type: tableau_entites
                    libelle: Entités couvertes
                    obligatoire: true
                    colonnes:
                      - {id: activite, libelle: Activité, type: nombre, min: 0, obligatoire: true}
                      - {id: couverture, libelle: Couverte, type: oui_non, obligatoire: true}
                      - {id: effectif, libelle: Effectif, type: nombre, min: 0}
                      - {id: remarque, libelle: Remarque, type: texte_court}
                      - {id: preuve, libelle: Preuve, type: piece, formats: [pdf]}
                    totaux: [activite]
                    parts:
                      - {id: part_couverte, libelle: Part couverte, de: activite, si: couverture}
                  - {id: ampleur, libelle: D'où vient cette activité, type: texte_court, si: entites.total_activite > 100000}
              - id: autre
                titre: Le reste
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court}
            controles:
              - {si: entites.part_couverte < 66, sur: entites, message: Couvrez au moins 66 % de l'activité.}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-ENTITES
            titre: Guichet d'essai par entité
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-entites@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """;

    private final Requetes requetes;
    private final MockMvcTester web;
    private final Dossiers dossiers;
    private final HorlogeDeTest horloge;
    private final JdbcClient base;
    final Connecte claire = UneSaisie.connecte(Role.REFERENT, null);
    final ReferenceDeDossier reference = ReferenceDeDossier.nouvelle();
    final List<String> entites = new ArrayList<>();

    private UnTableau(ApplicationContext portail, int nombre) {
        this.requetes = portail.getBean(Requetes.class);
        this.web = portail.getBean(MockMvcTester.class);
        this.dossiers = portail.getBean(Dossiers.class);
        this.horloge = portail.getBean(HorlogeDeTest.class);
        this.base = portail.getBean(JdbcClient.class);
        var guichets = portail.getBean(GuichetsPublies.class);
        guichets.publierFormulaire("essai-entites.yaml", FORMULAIRE);
        guichets.publierGuichet("essai-entites-guichet.yaml", GUICHET);
        var candidat = new CleCandidat(TypeCandidat.EJ_PRIVEE, inscrire(nombre));
        var etape = new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new EtatEtape.Brouillon(), 0);
        assertThat(dossiers.creer(new Dossier(
                        Uuid.v7(),
                        reference,
                        new Reference("ESSAI-ENTITES", 1),
                        new CandidatDuDossier(candidat, "GROUPE D'ESSAI"),
                        Region.OCCITANIE,
                        claire.compte(),
                        horloge.instant(),
                        List.of(etape))))
                .isTrue();
    }

    static UnTableau de(ApplicationContext portail, int nombre) {
        return new UnTableau(portail, nombre);
    }

    private String inscrire(int nombre) {
        var juridique = UnFiness.nouveau();
        var importation = Uuid.v7();
        base.sql(
                        "insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'lots', now(), 'IMPORTE')")
                .param(importation)
                .update();
        base.sql("""
                insert into etablissement_ej (finess, raison_sociale, type, commune, region, tri, mots, import_id)
                values (?, 'GROUPE D''ESSAI', 'EJ_PRIVEE', 'AUCH', '76', 'groupe', ' groupe', ?)
                """).params(juridique, importation).update();
        for (var rang = 1; rang <= nombre; rang++) {
            var finess = UnFiness.nouveau();
            entites.add(finess);
            base.sql("""
                    insert into etablissement_eg (finess, finess_ej, raison_sociale, commune, tri, recherche, import_id)
                    values (?, ?, ?, 'AUCH', ?, 'site', ?)
                    """)
                    .params(finess, juridique, "SITE " + rang, "site %03d".formatted(rang), importation)
                    .update();
        }
        return juridique;
    }

    MvcTestResult page(String suite) {
        return requetes.lire(claire, adresse(suite));
    }

    MvcTestResult repondre(int entite, String colonne, String revision, String valeur) {
        var place = place(entite, colonne);
        return requetes.envoyer(claire, adresse("/reponses/" + place), "r." + place, revision, place, valeur);
    }

    MvcTestResult envoyer(String suite, Map<String, String> champs) {
        return requetes.envoyer(claire, adresse(suite), champs);
    }

    /** La page, un fichier choisi dans un de ses champs. */
    MvcTestResult joindre(String suite, String champ, String fichier) {
        return web.post()
                .uri(adresse(suite))
                .with(requetes.par(claire))
                .with(csrf())
                .multipart()
                .param(Cadre.CLE_D_ENVOI, UUID.randomUUID().toString())
                .file(new MockMultipartFile(champ, fichier, "application/pdf", new byte[] {1}))
                .exchange();
    }

    MvcTestResult transmettre() {
        return envoyer("/transmissions", Map.of("_cle", UUID.randomUUID().toString()));
    }

    /** Rend l'étape transmise, où le tableau est à reprendre. */
    void rendre() {
        rendre(new EtatEtape.Correction("entites", "à reprendre"));
    }

    /** Rend l'étape transmise, cela seul à reprendre. */
    void rendre(EtatEtape.Correction... corrections) {
        var dossier = dossier();
        var avant = dossier.courante();
        var apres = avant.demanderModification(
                horloge.instant(),
                "Activité",
                List.of(corrections),
                true,
                horloge.instant().plus(Duration.ofDays(20)));
        assertThat(dossiers.passer(dossier, avant, apres, "essai", ActesDEssai.rendue(avant.vers(apres))))
                .isTrue();
    }

    Dossier dossier() {
        return dossiers.duReferent(claire, reference).orElseThrow();
    }

    String place(int entite, String colonne) {
        return entites.get(entite) + "/" + colonne;
    }

    String adresse(String suite) {
        return "/dossiers/" + reference + "/candidature" + suite;
    }
}
