package fr.convergence.portail.paiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.socle.base.Uuid;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Ce qu'il faut pour payer dans un test : des déclarations que l'ANS a entre les mains, avec leur montant. */
@Component
public final class UnPaiement {

    static final String IBAN = "FR7630001007941234567890185";

    private final JdbcClient base;
    private final UneInstruction instruction;
    private final Editions editions;
    private final Requetes requetes;
    private final Clock horloge;

    UnPaiement(JdbcClient base, UneInstruction instruction, Editions editions, Requetes requetes, Clock horloge) {
        this.base = base;
        this.instruction = instruction;
        this.editions = editions;
        this.requetes = requetes;
        this.horloge = horloge;
    }

    /** Demande 12 345,67 €, son plafond est de 12 000 € ; l'ARS l'a validée. */
    public Dossier aDecider(Connecte ars, String nom) {
        var dossier = instruction.enDeclaration("76", nom);
        sceller(dossier, "candidature", "care-d1-candidature@5", Map.of("iban", IBAN, "bic", "BDFEFRPPCCT"));
        sceller(dossier, "declaration", "care-d1-declaration@2", Map.of("montant_demande", "12345.67"));
        plafonner(dossier, 1_200_000);
        assertThat(decider(ars, dossier, "validation", 2, Map.of())).hasStatus(303);
        return dossier;
    }

    /** Le même, que l'ANS a accepté pour 12 000 €, dont cette avance. */
    Dossier accorde(Connecte ars, Connecte ans, String nom, String avance) {
        var dossier = aDecider(ars, nom);
        assertThat(decider(
                        ans,
                        dossier,
                        "validation",
                        3,
                        Map.of("retenu", "12000", "motif", "Au plafond", "avance", avance)))
                .hasStatus(303);
        return dossier;
    }

    MvcTestResult decider(Connecte qui, Dossier dossier, String nature, int version, Map<String, String> champs) {
        var tous = new HashMap<>(champs);
        tous.put("version", String.valueOf(version));
        return requetes.envoyer(qui, adresse(dossier, "decisions/" + nature), tous);
    }

    MvcTestResult verser(Connecte qui, Dossier dossier, String versement, Map<String, String> champs) {
        var tous = new HashMap<>(champs);
        tous.putIfAbsent("paiement", marque(dossier));
        return requetes.envoyer(qui, adresse(dossier, "versements/" + versement), tous);
    }

    /** Ce que garde une page ouverte maintenant. */
    String marque(Dossier dossier) {
        return base.sql(
                        "select id || '.' || version from paiement where dossier = ? and etape = 'declaration' and courant")
                .param(dossier.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    MvcTestResult lire(Connecte qui, String adresse) {
        return requetes.lire(qui, adresse);
    }

    /** Ce que dit le PDF de tout le dossier, que son référent emporte. */
    String copie(Connecte referent, Dossier dossier) throws IOException {
        var lue = lire(referent, "/dossiers/" + dossier.reference() + "/copie.pdf");
        try (var pdf = Loader.loadPDF(lue.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    static String adresse(Dossier dossier, String suite) {
        return "/instruction/" + dossier.reference() + "/declaration/" + suite;
    }

    static String courriel(Dossier dossier) {
        return dossier.referent() + "@essai.example";
    }

    public void plafonner(Dossier dossier, long centimes) {
        var id = Uuid.v7();
        base.sql("insert into plafond_import (id, fichier, par, le, inchanges) values (?, 'essai', 'essai', now(), 0)")
                .param(id)
                .update();
        base.sql("""
                insert into plafond (guichet, candidat, centimes, import_id) values ('CARE-D1', ?, ?, ?)
                on conflict (guichet, candidat) do update set centimes = excluded.centimes
                """)
                .params(dossier.candidat().cle().identifiant(), centimes, id)
                .update();
    }

    void sceller(Dossier dossier, String etape, String formulaire, Map<String, String> reponses) {
        var valeurs = new HashMap<String, Valeur>();
        reponses.forEach(
                (question, texte) -> valeurs.put(question, JsonMapper.shared().convertValue(texte, Valeur.class)));
        editions.sceller(
                dossier.etape(etape).orElseThrow().id(),
                new EditionScellee(Reference.de(formulaire), "essai", valeurs, Map.of()),
                horloge.instant(),
                dossier.referent());
    }
}
