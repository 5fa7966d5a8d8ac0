package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.convention.ConventionSignee;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.messagerie.MessageDEssai;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Les objets que les routes désignent, faits comme un usager les fait : un dossier transmis et un dossier rendu au
 * titulaire, chacun avec ses fichiers.
 */
record ObjetsDEssai(
        Dossier transmis,
        Dossier rendu,
        String pieceTransmise,
        String pieceLibre,
        String pieceEnLigne,
        UUID pieceJointe,
        UUID titulaire,
        UUID membre,
        UUID collaborateur,
        UUID importation) {

    private static final String FORMULAIRE = """
            formulaire: essai-routes@1
            sections:
              - id: preuves
                titre: Preuves
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court}
                  - {id: dsi, libelle: DSI, type: contact}
                  - {id: preuves, libelle: Preuves, type: piece, formats: [pdf], taille_max: 10 Mo, nombre_max: 10}
                  - {id: secret, libelle: Preuves confidentielles, type: conteneur, source: integre}
                  - {id: entites, libelle: Entités, type: tableau_entites, colonnes: [
                      {id: activite, libelle: Activité, type: nombre},
                      {id: preuve, libelle: Preuve, type: piece, formats: [pdf], nombre_max: 10}]}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-ROUTES
            titre: Guichet d'essai
            programme: CaRE
            public: etablissements
            eligibles: [GHT]
            contacts: [dsi]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-routes@1
                fenetre: {candidature: J-1T09:00/J+30T23:59:59, premier_depot_avant: J+30T23:59:59}
                circuit: [ARS, ANS]
                liste_de_controle: [{niveau: ARS, points: [{id: rib, libelle: RIB}]}, {niveau: ANS, points: [{id: rib, libelle: RIB}]}]
            """;

    private static final Map<String, String> COMMUNES = Map.ofEntries(
            Map.entry("etape", "candidature"),
            Map.entry("lot", "998123459"),
            Map.entry("section", "preuves"),
            Map.entry("envoyer", "preuves"),
            Map.entry("numero", "1"),
            Map.entry("version", "1"),
            Map.entry("nature", "validation"),
            Map.entry("versement", "avance"),
            Map.entry("chemin", "desactivation"),
            Map.entry("courriel", "00000000-0000-7000-8000-000000000000"),
            Map.entry("jeton", "A".repeat(43)),
            Map.entry("guide", "etablissement"),
            Map.entry("paquet", "connexion"),
            Map.entry("nom", "etablissement"),
            Map.entry("trame", "recueil-annuaires"));

    /** @param collaborateur un référent de l'établissement du titulaire ; le membre, lui, est de l'équipe */
    static ObjetsDEssai creer(
            ApplicationContext portail, Connecte titulaire, Visiteur navigateur, UUID membre, UUID collaborateur) {
        var guichets = portail.getBean(GuichetsPublies.class);
        guichets.publierFormulaire("essai-routes.yaml", FORMULAIRE);
        guichets.publierGuichet("essai-routes-guichet.yaml", GUICHET);
        inscrire(portail.getBean(JdbcClient.class), "OCC-92", "998123459");
        var transmis = dossier(portail, titulaire, "OCC-91");
        var rendu = dossier(portail, titulaire, "OCC-92");
        deposer(navigateur, transmis, "preuves");
        var piece = deposer(navigateur, rendu, "preuves");
        portail.getBean(Analyse.class).analyserLot();
        transmettre(navigateur, transmis);
        transmettre(navigateur, rendu);
        rendre(portail, titulaire, rendu);
        deposerSansScript(navigateur, rendu);
        activerLeConteneur(navigateur, rendu);
        ConventionSignee.de(portail, transmis);
        ConventionSignee.de(portail, rendu);
        return new ObjetsDEssai(
                transmis,
                rendu,
                piece,
                deposer(navigateur, rendu, "preuves"),
                deposer(navigateur, rendu, "998123459/preuve"),
                MessageDEssai.dans(portail, transmis, rendu),
                titulaire.compte(),
                membre,
                collaborateur,
                importation(portail));
    }

    private static UUID importation(ApplicationContext portail) {
        var id = Uuid.v7();
        portail.getBean(JdbcClient.class).sql("""
                        with plafonds as (
                            insert into plafond_import (id, fichier, par, le, inchanges)
                            values (:id, 'essai', 'essai', now(), 0))
                        insert into etablissement_import (id, fichier, commence_le, issue)
                        values (:id, 'essai', now(), 'IMPORTE')
                        """).param("id", id).update();
        return id;
    }

    /** Un groupement d'une seule entité juridique : le tableau de son dossier a une ligne. */
    private static void inscrire(JdbcClient base, String ght, String finess) {
        var importation = Uuid.v7();
        base.sql("""
                with importe as (
                    insert into etablissement_import (id, fichier, commence_le, issue)
                    values (:import, 'routes', now(), 'IMPORTE')),
                ej as (
                    insert into etablissement_ej (finess, raison_sociale, type, commune, region, tri, mots, import_id)
                    values (:finess, 'CH D''ESSAI', 'EJ_MEMBRE_GHT', 'AUCH', '76', 'ch', ' ch', :import)),
                ght as (
                    insert into etablissement_ght
                        (code, code_diffusion, nom, region, finess_support, tri, mots, recherche, import_id)
                    values (:ght, :ght, 'ESSAI', '76', :finess, 'essai', ' essai', 'essai', :import))
                insert into etablissement_ght_membre (code_ght, finess_ej, role, depuis, import_id)
                values (:ght, :finess, 'SUPPORT', current_date, :import)
                """)
                .param("import", importation)
                .param("finess", finess)
                .param("ght", ght)
                .update();
    }

    private static Dossier dossier(ApplicationContext portail, Connecte titulaire, String ght) {
        var dossier = new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                new Reference("ESSAI-ROUTES", 1),
                new CandidatDuDossier(new CleCandidat(TypeCandidat.GHT, ght), "GHT D'ESSAI"),
                Region.OCCITANIE,
                titulaire.compte(),
                portail.getBean(Clock.class).instant(),
                List.of(new Etape(
                        Uuid.v7(), "candidature", 1, List.of(Niveau.ARS, Niveau.ANS), new EtatEtape.Brouillon(), 0)));
        assertThat(portail.getBean(Dossiers.class).creer(dossier)).isTrue();
        return dossier;
    }

    private static String deposer(Visiteur navigateur, Dossier dossier, String question) {
        var octets = Echantillons.pdf();
        var nom = Base64.getEncoder().encodeToString("note.pdf".getBytes(UTF_8));
        var creation = navigateur.demander(
                "POST",
                etape(dossier) + "/televersements/" + question,
                null,
                new byte[0],
                true,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                String.valueOf(octets.length),
                "Upload-Metadata",
                "filename " + nom);
        assertThat(creation.statusCode()).as(Visiteur.texte(creation)).isEqualTo(201);
        var fichier = creation.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        var envoi = navigateur.demander(
                "PATCH",
                "/televersements/" + fichier,
                "application/offset+octet-stream",
                octets,
                true,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0");
        assertThat(envoi.statusCode()).isEqualTo(204);
        return fichier;
    }

    /** D'un formulaire, fichier et champs ensemble, assez gros pour ne pas tenir en mémoire. */
    private static void deposerSansScript(Visiteur navigateur, Dossier dossier) {
        var corps = new ByteArrayOutputStream();
        var partie = "--limite\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        corps.writeBytes((partie.formatted("role", "") + "Directrice\r\n").getBytes(UTF_8));
        corps.writeBytes(partie.formatted("preuves", "; filename=\"été.pdf\"").getBytes(UTF_8));
        corps.writeBytes(Echantillons.pdf("%" + "x".repeat(200_000) + "\n"));
        corps.writeBytes("\r\n--limite--\r\n".getBytes(UTF_8));
        var reponse = navigateur.demander(
                "POST",
                etape(dossier) + "/preuves?envoyer=preuves",
                "multipart/form-data; boundary=limite",
                corps.toByteArray(),
                true);
        assertThat(reponse.statusCode()).as(Visiteur.texte(reponse)).isEqualTo(303);
    }

    private static void activerLeConteneur(Visiteur navigateur, Dossier dossier) {
        for (var acte : List.of("?", "/activations?numero=1&memorise=oui&")) {
            var reponse = navigateur.demander(
                    "POST", etape(dossier) + "/conteneurs/secret" + acte + "cle=" + UUID.randomUUID());
            assertThat(reponse.statusCode()).as(Visiteur.texte(reponse)).isEqualTo(303);
        }
    }

    private static void transmettre(Visiteur navigateur, Dossier dossier) {
        var reponse = navigateur.demander("POST", etape(dossier) + "/transmissions?cle=" + UUID.randomUUID());
        assertThat(reponse.statusCode()).as(Visiteur.texte(reponse)).isEqualTo(303);
    }

    private static void rendre(ApplicationContext portail, Connecte titulaire, Dossier dossier) {
        var dossiers = portail.getBean(Dossiers.class);
        var maintenant = portail.getBean(Clock.class).instant();
        var relu = dossiers.duReferent(titulaire, dossier.reference()).orElseThrow();
        var avant = relu.courante();
        var apres = avant.demanderModification(
                maintenant, "À compléter", List.of(), false, maintenant.plus(Duration.ofDays(20)));
        assertThat(dossiers.passer(relu, avant, apres, "essai", ActesDEssai.rendue(avant.vers(apres))))
                .isTrue();
    }

    private static String etape(Dossier dossier) {
        return "/dossiers/" + dossier.reference() + "/candidature";
    }

    /** L'adresse de cette route pour l'objet du titulaire, quel que soit le demandeur, avec ce qu'elle exige de joindre. */
    String adresse(Route route) {
        var adresse = route.adresse(variables(route));
        return adresse + (adresse.contains("?") ? "&" : "?") + "version=0&cle=" + UUID.randomUUID();
    }

    private Map<String, String> variables(Route route) {
        var motif = route.motif();
        var variables = new HashMap<>(COMMUNES);
        variables.put(
                "reference",
                (motif.startsWith("/instruction") ? transmis : rendu)
                        .reference()
                        .valeur());
        variables.put("question", question(motif));
        variables.put("code", motif.contains("/guichets/") ? "ESSAI-ROUTES" : "essai-routes");
        variables.put(
                "fichier",
                motif.startsWith("/pieces/") ? pieceTransmise : motif.contains("{paquet}") ? "code" : pieceLibre);
        if (motif.contains("/{lot}/") && motif.contains("{fichier}")) {
            variables.put("fichier", pieceEnLigne);
        }
        variables.put("jointe", pieceJointe.toString());
        variables.put("retirer", pieceLibre);
        variables.put("id", objet(motif).toString());
        variables.put("collaborateur", collaborateur.toString());
        return variables;
    }

    private UUID objet(String motif) {
        return motif.matches(".*/((im|ex)ports|fournees)/.*")
                ? importation
                : motif.contains("/referents/") ? titulaire : membre;
    }

    private static String question(String motif) {
        if (motif.contains("/{lot}/")) {
            return motif.contains("/reponses/") ? "activite" : "preuve";
        }
        if (motif.contains("/reponses/")) {
            return "role";
        }
        return motif.contains("/conteneurs/") ? "secret" : motif.contains("/contacts/") ? "dsi" : "preuves";
    }
}
