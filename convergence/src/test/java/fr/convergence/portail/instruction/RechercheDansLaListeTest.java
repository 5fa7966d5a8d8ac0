package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.CodeGht;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** La recherche de la liste de travail : ce qu’elle trouve, ce qu’elle en dit. */
@TestDuPortail
@Tag("INSTR-1")
final class RechercheDansLaListeTest {

    @Autowired
    UneInstruction instruction;

    @Autowired
    JdbcClient base;

    @Test
    void une_recherche_dit_combien_d_etapes_y_repondent_et_les_onglets_ne_comptent_qu_elles_ou_rien() {
        var alice = instruction.ars("11");
        IntStream.range(0, 30).forEach(n -> instruction.transmis("11", "CLINIQUE DU CANAL " + n));
        instruction.transmis("11", "HOPITAL DE LA BUTTE");

        var tout = page(alice, "/instruction");
        var une = page(alice, "/instruction?q=butte");
        var trente = page(alice, "/instruction?q=canal");

        assertThat(tout.select("caption").text())
                .isEqualTo(tout.select(".fr-tag[aria-current] strong").text() + " étapes trouvées");
        assertThat(une.select("caption").text()).isEqualTo("1 étape trouvée");
        assertThat(une.select(".fr-tag strong")).isEmpty();
        assertThat(trente.select("caption").text()).isEqualTo("Plus de 25 étapes trouvées");
        assertThat(page(alice, trente.select(".fr-pagination__link--next").attr("href"))
                        .select("caption")
                        .text())
                .isEqualTo("Plus de 25 étapes trouvées");
        assertThat(page(alice, "/instruction?q=canal&taille=50")
                        .select("caption")
                        .text())
                .isEqualTo("30 étapes trouvées");
    }

    @Test
    void une_recherche_vaine_se_refait_dans_tous_les_statuts() {
        var alice = instruction.ars("75");
        var dossier = instruction.transmis("75", "HOPITAL DE L'ESTUAIRE");

        var vaine = page(alice, "/instruction?etat=refuse&q=estuaire");
        var partout = vaine.select(".cv-vide a");

        assertThat(partout.text()).isEqualTo("Chercher dans tous les statuts");
        assertThat(page(alice, partout.attr("href")).text())
                .contains(dossier.reference().valeur());
        assertThat(page(alice, "/instruction?etat=tous&q=introuvable").select(".cv-vide a"))
                .isEmpty();
    }

    @Test
    void une_reponse_approchee_le_dit() {
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "POLYCLINIQUE DE L'ESTEREL");

        var approchee = page(alice, "/instruction?q=policlinique");

        assertThat(approchee.text())
                .contains(dossier.reference().valeur(), "Aucun résultat exact : voici ce qui s’en approche.");
        assertThat(page(alice, "/instruction?q=polyclinique").text())
                .contains(dossier.reference().valeur())
                .doesNotContain("Aucun résultat exact");
    }

    @Test
    void la_recherche_trouve_une_reference_un_nom_sans_accent_un_finess() {
        var dossier = instruction.transmis("94", "HÔPITAL DE LA MISÉRICORDE");
        var alice = instruction.ars("94");

        for (var saisie : List.of(
                dossier.reference().valeur().toLowerCase(),
                "misericorde",
                "hop miser",
                dossier.candidat().cle().identifiant())) {
            assertThat(page(alice, "/instruction?q=" + saisie).text())
                    .as(saisie)
                    .contains(dossier.reference().valeur());
        }
        assertThat(page(alice, "/instruction?q=introuvable").text()).contains("Aucun dossier ne répond à ces filtres");
    }

    @Test
    void le_finess_d_une_entite_trouve_le_dossier_de_son_ght() {
        var alice = instruction.ars("27");
        var dossier = instruction.transmisPour("27", "GHT D'ESSAI", CleCandidat.de(new CodeGht("BFC-07")));
        entiteDuGht("970999991", "BFC-07");

        assertThat(page(alice, "/instruction?q=970999991").text())
                .contains(dossier.reference().valeur());
    }

    private void entiteDuGht(String finess, String ght) {
        var lot = UUID.randomUUID();
        base.sql("""
                insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'essai', now(), 'IMPORTE')
                """).param(lot).update();
        base.sql("""
                insert into etablissement_ej (finess, raison_sociale, type, code_ght, region, tri, mots, import_id)
                values (?, 'HOPITAL MEMBRE', 'EJ_MEMBRE_GHT', ?, '27', 'hopital membre', ' hopital membre', ?)
                """).params(finess, ght, lot).update();
    }

    private Document page(Connecte qui, String adresse) {
        try {
            var reponse = instruction.lire(qui, adresse);
            assertThat(reponse).hasStatusOk();
            return Jsoup.parse(reponse.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
