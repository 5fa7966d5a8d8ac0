package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.Finess;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** D'un tableau, ne se reprennent que les lignes des entités qui sont encore au candidat (DOS-12). */
@TestDuPortail
@Tag("DOS-12")
final class LignesReconduitesTest {

    private static final AtomicInteger SUIVANT = new AtomicInteger(10_000);

    private static final String FORMULAIRE = """
            formulaire: %s@1
            sections:
              - id: lignes-remplies
                titre: Vos entités
                questions:
                  - id: entites
                    type: tableau_entites
                    libelle: Entités couvertes
                    colonnes:
                      - {id: activite, libelle: Activité, type: nombre, min: 0}
            """;

    private static final String QUESTION = """
            formulaire: %s@1
            sections:
              - id: entites-dites
                titre: Vos entités
                questions:
                  - {id: entites, type: texte_court, libelle: Entités couvertes}
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    UneReconduction reconduction;

    @Autowired
    Requetes requetes;

    @Autowired
    Etablissements etablissements;

    @Autowired
    JdbcClient base;

    @Test
    void une_entite_partie_se_dit_et_ne_se_reprend_pas() throws Exception {
        publier("LIGNES-AVANT");
        publier("LIGNES-APRES");
        var restee = entite();
        var partie = entite();
        var ancienne = referente.candidate("LIGNES-AVANT").valeur();
        repondre(ancienne, restee, "120");
        repondre(ancienne, partie, "340");
        base.sql("delete from etablissement_eg where finess = ?").param(partie).update();
        etablissements.oublier();
        var neuve = referente.candidate("LIGNES-APRES").valeur();

        assertThat(page("/dossiers/" + neuve + "/reconduction?ancienne=" + ancienne)
                        .select("main")
                        .text())
                .contains("1 réponse se reprend", "L’entité " + partie + " n’est plus rattachée");
        assertThat(requetes.envoyer(
                        referente.connectee(), "/dossiers/" + neuve + "/reconduction", "ancienne", ancienne))
                .hasStatus(303);

        var section = page("/dossiers/" + neuve + "/candidature/lignes-remplies");
        assertThat(section.select("[name=" + restee + "/activite]").val()).isEqualTo("120");
        assertThat(section.select("#question-" + restee + "\\/activite").text()).contains("À vérifier");
        assertThat(base.sql("select question from saisie_revision r join dossier_etape e on e.id = r.etape"
                                + " join dossier d on d.id = e.dossier where d.reference = ?")
                        .param(neuve)
                        .query(String.class)
                        .list())
                .containsExactly(restee + "/activite");
        assertThat(base.sql("select detail ->> 'origine' from journal where chaine = ? and acte = 'dossier-reconduit'")
                        .param(neuve)
                        .query(String.class)
                        .list())
                .containsExactly(ancienne);
    }

    @Test
    void un_tableau_devenu_question_et_une_colonne_retiree_se_disent() throws Exception {
        publier("TABLE-AVANT", FORMULAIRE);
        publier("TABLE-COLONNE", FORMULAIRE.replace("id: activite, libelle: Activité", "id: lits, libelle: Lits"));
        publier("TABLE-QUESTION", QUESTION);
        var entite = entite();
        var ancienne = referente.candidate("TABLE-AVANT").valeur();
        repondre(ancienne, entite, "120");

        assertThat(laissees("TABLE-COLONNE", ancienne))
                .contains("Entités couvertes – Activité La colonne n’est plus demandée");
        assertThat(laissees("TABLE-QUESTION", ancienne))
                .contains("Entités couvertes La question demande aujourd’hui autre chose");
    }

    private String laissees(String guichet, String ancienne) throws Exception {
        return page("/dossiers/" + referente.candidate(guichet) + "/reconduction?ancienne=" + ancienne)
                .select("main")
                .text();
    }

    private String entite() {
        var importation = Uuid.v7();
        base.sql(
                        "insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'reco', now(), 'IMPORTE')")
                .param(importation)
                .update();
        var finess = finess();
        base.sql("""
                insert into etablissement_eg (finess, finess_ej, raison_sociale, commune, tri, recherche, import_id)
                values (?, ?, ?, 'AUCH', 'site', 'site', ?)
                """)
                .params(finess, referente.clinique().identifiant(), "SITE " + finess, importation)
                .update();
        return finess;
    }

    private static String finess() {
        var debut = "981" + SUIVANT.incrementAndGet();
        for (int cle = 0; cle < 10; cle++) {
            if (Finess.lire(debut + cle).siLue().isPresent()) {
                return debut + cle;
            }
        }
        throw new IllegalStateException("Aucune clé pour " + debut);
    }

    private void repondre(String reference, String entite, String valeur) {
        var place = entite + "/activite";
        assertThat(requetes.envoyer(
                        referente.connectee(),
                        "/dossiers/" + reference + "/candidature/reponses/" + place,
                        "r." + place,
                        "0",
                        place,
                        valeur))
                .hasStatusOk();
    }

    private void publier(String guichet) {
        publier(guichet, FORMULAIRE);
    }

    private void publier(String guichet, String formulaire) {
        reconduction.publier(guichet, formulaire.formatted(guichet.toLowerCase(Locale.ROOT)));
    }

    private Document page(String adresse) throws Exception {
        return reconduction.page(referente.connectee(), adresse);
    }
}
