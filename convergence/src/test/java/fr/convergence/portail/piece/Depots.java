package fr.convergence.portail.piece;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
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
import fr.convergence.portail.guichet.Retour;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Un guichet d'essai à deux espaces de dépôt, ses dossiers, et qui leur envoie des fichiers. */
public record Depots(
        MockMvcTester web,
        GuichetsPublies guichets,
        Dossiers dossiers,
        Pieces pieces,
        TransactionTemplate transaction,
        Clock horloge) {

    static final String MORCEAU = "application/offset+octet-stream";

    private static final List<String> REGIONS = List.of("OCC", "BRE", "NOR", "HDF", "IDF", "PDL", "ARA", "NAQ");
    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final String FORMULAIRE = """
            formulaire: depots@1
            sections:
              - id: preuves
                titre: Preuves
                questions:
                  - {id: note, libelle: Note, type: texte_court}
                  - {id: preuves, libelle: Preuves, type: piece, formats: [pdf, zip], taille_max: 10 Mo, nombre_max: 10}
                  - {id: rib, libelle: RIB, type: piece, formats: [pdf, jpg], taille_max: 10 Mo, nombre_max: 1}
                  - {id: gros, libelle: Archives, type: piece, formats: [zip], taille_max: 100 Mo, nombre_max: 30}
                  - {id: secret, libelle: Preuves confidentielles, type: conteneur, source: integre}
                  - {id: reserve, libelle: Preuves de la réserve, type: conteneur, source: zed}
                  - {id: mixte, libelle: Preuves de l'un ou l'autre, type: conteneur}
                  - id: frais
                    libelle: Frais
                    type: piece
                    formats: [docx, xlsx]
                    taille_max: 1 Mo
                    nombre_max: 4
                    trame: trame-financiere
            """;
    private static final String GUICHET = """
            guichet: DEPOTS@1
            titre: Guichet d'essai
            programme: CaRE
            public: etablissements
            eligibles: [GHT]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: depots@1
                fenetre: {candidature: J-1T09:00/J+30T23:59:59, premier_depot_avant: J+30T23:59:59}
                circuit: [ARS]
            """;

    static Depots dans(ApplicationContext portail) {
        return new Depots(
                portail.getBean(MockMvcTester.class),
                portail.getBean(GuichetsPublies.class),
                portail.getBean(Dossiers.class),
                portail.getBean(Pieces.class),
                portail.getBean(TransactionTemplate.class),
                portail.getBean(Clock.class));
    }

    public Connecte referent() {
        return new Connecte(
                UUID.randomUUID(), Role.REFERENT, "Claire Durand", new Perimetre.Aucun(), horloge.instant());
    }

    public Connecte verificateur(Role role, @Nullable String region) {
        return new Connecte(UUID.randomUUID(), role, "Paul Martin", role.perimetre(region), horloge.instant());
    }

    /** Un dossier neuf en Occitanie, son étape en brouillon. */
    Dossier dossier(Connecte qui) {
        guichets.publierFormulaire("depots.yaml", FORMULAIRE);
        guichets.publierGuichet("guichet.yaml", GUICHET);
        var candidat = new CleCandidat(TypeCandidat.GHT, ght(SUIVANT.getAndIncrement()));
        var dossier = new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                new Reference("DEPOTS", 1),
                new CandidatDuDossier(candidat, "GHT D'ESSAI"),
                Region.OCCITANIE,
                qui.compte(),
                horloge.instant(),
                List.of(new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new EtatEtape.Brouillon(), 0)));
        assertThat(dossiers.creer(dossier)).isTrue();
        return dossier;
    }

    /** Un code de deux chiffres par région. */
    private static String ght(int rang) {
        return "%s-%02d".formatted(REGIONS.get(rang / 99), rang % 99 + 1);
    }

    /** Transmet avec les pièces recevables du moment, comme le fait l'envoi d'une étape. */
    void transmettre(Connecte qui, Dossier dossier) {
        transaction.executeWithoutResult(_ -> {
            var relu = dossiers.duReferent(qui, dossier.reference()).orElseThrow();
            var etape = relu.etapes().getFirst();
            passer(relu, etape, etape.transmettre(horloge.instant(), Retour.DIRECT));
            pieces.sceller(etape.id(), recevables(etape.id()));
        });
    }

    void rendre(Connecte qui, Dossier dossier, UnaryOperator<Etape> retour) {
        var relu = dossiers.duReferent(qui, dossier.reference()).orElseThrow();
        var etape = relu.etapes().getFirst();
        passer(relu, etape, retour.apply(etape));
    }

    List<PieceDeposee> de(Dossier dossier, String question) {
        return pieces.deLEtape(dossier.etapes().getFirst().id()).getOrDefault(question, List.of());
    }

    /** Dépose d'un coup par tus ; rend l'identifiant du fichier. */
    public UUID depose(Connecte qui, Dossier dossier, String question, String nom, byte[] octets) {
        var reponse = creer(qui, dossier, question, nom, octets.length);
        assertThat(reponse.getStatus()).as(nom).isEqualTo(201);
        var adresse = adresse(reponse);
        assertThat(envoyer(qui, adresse, 0, octets).getStatus()).isEqualTo(204);
        return UUID.fromString(adresse.substring(adresse.lastIndexOf('/') + 1));
    }

    MockHttpServletResponse creer(Connecte qui, Dossier dossier, String question, String nom, long taille) {
        return creer(qui, dossier, question, taille, "filename " + base64(nom));
    }

    /** @param modifie date du fichier sur le poste, en millisecondes, comme la page la joint */
    MockHttpServletResponse creer(
            Connecte qui, Dossier dossier, String question, String nom, long taille, String modifie) {
        return creer(qui, dossier, question, taille, "filename " + base64(nom) + ",modifie " + base64(modifie));
    }

    private MockHttpServletResponse creer(
            Connecte qui, Dossier dossier, String question, long taille, String metadonnees) {
        return web.post()
                .uri(adresse(dossier) + "/televersements/" + question)
                .with(authentication(jeton(qui)))
                .with(csrf().asHeader())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", taille)
                .header("Upload-Metadata", metadonnees)
                .exchange()
                .getResponse();
    }

    MockHttpServletResponse envoyer(Connecte qui, String adresse, long depuis, byte[] octets) {
        return web.method(HttpMethod.PATCH)
                .uri(adresse)
                .with(authentication(jeton(qui)))
                .with(csrf().asHeader())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", depuis)
                .contentType(MORCEAU)
                .content(octets)
                .exchange()
                .getResponse();
    }

    MockHttpServletResponse demander(Connecte qui, HttpMethod methode, String adresse) {
        return web.method(methode)
                .uri(adresse)
                .with(authentication(jeton(qui)))
                .with(csrf().asHeader())
                .header("Tus-Resumable", "1.0.0")
                .exchange()
                .getResponse();
    }

    public MockHttpServletResponse lire(Connecte qui, String adresse) {
        return demander(qui, HttpMethod.GET, adresse);
    }

    static String adresse(MockHttpServletResponse creation) {
        var adresse = creation.getHeader("Location");
        assertThat(adresse).isNotNull();
        return adresse;
    }

    static String adresse(Dossier dossier) {
        return "/dossiers/" + dossier.reference().valeur() + "/candidature";
    }

    static String texte(MockHttpServletResponse reponse) {
        return new String(reponse.getContentAsByteArray(), UTF_8);
    }

    static PreAuthenticatedAuthenticationToken jeton(Connecte qui) {
        return new PreAuthenticatedAuthenticationToken(qui, null, List.of());
    }

    private static String base64(String texte) {
        return Base64.getEncoder().encodeToString(texte.getBytes(UTF_8));
    }

    private List<UUID> recevables(UUID etape) {
        return pieces.deLEtape(etape).values().stream()
                .flatMap(List::stream)
                .filter(PieceDeposee::recevable)
                .map(PieceDeposee::fichier)
                .toList();
    }

    private void passer(Dossier dossier, Etape avant, Etape apres) {
        assertThat(dossiers.passer(dossier, avant, apres, "essai", new EtapeValidee(avant.vers(apres))))
                .isTrue();
    }
}
