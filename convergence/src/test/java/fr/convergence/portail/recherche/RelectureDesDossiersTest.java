package fr.convergence.portail.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.DossierRenomme;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.personne.IdentiteChangee;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce que l'index apprend sans acte, et ce qu'il oublie. */
@TestDuPortail
@Tag("INSTR-8")
final class RelectureDesDossiersTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    ApplicationEventPublisher faits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient base;

    @Autowired
    IndexDEssai index;

    @Test
    void un_dossier_que_l_index_ne_connait_pas_s_y_trouve_apres_le_parcours() {
        var dossier = instruction.transmis("84", "CH DE LA TOURMALINE");
        base.sql("delete from recherche_dossier where dossier = ?")
                .param(dossier.id())
                .update();
        base.sql("delete from recherche_nom where mot = 'tourmaline'").update();

        index.parcourir();
        index.relire();

        assertThat(index.mots(dossier)).contains("tourmaline");
        assertThat(base.sql("select count(*) from recherche_nom where mot = 'tourmaline' and region = '84'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Rempli par du SQL, qui ne connaît pas les équivalents. */
    @Test
    void un_dossier_indexe_autrement_retrouve_ses_abreviations() {
        var dossier = instruction.transmis("84", "CH DE LA SPINELLE");
        base.sql("""
                update recherche_dossier set lu_le = null, mots = array_to_tsvector(array['ch', 'spinelle'])
                where dossier = ?
                """).param(dossier.id()).update();
        assertThat(index.mots(dossier)).doesNotContain("hospitalier");

        index.parcourir();
        index.relire();

        assertThat(index.mots(dossier)).contains("centre", "hospitalier", "spinelle", "=" + reference(dossier));
    }

    /** Un nœud de la version précédente transmet sans tenir l'index. */
    @Test
    void ce_qu_un_noeud_plus_ancien_transmet_de_nouveau_est_relu() {
        var dossier = instruction.transmis("84", "CH DE LA ZIRCONE");
        index.relire();
        instruction.sceller(dossier, 1, LE, Map.of("dsi", Valeur.simple("Iolanthe")), Map.of());
        base.sql("""
                update dossier_etape e set depuis = lu_le + interval '1 second'
                from recherche_dossier i where i.dossier = e.dossier and e.dossier = ? and e.rang = 1
                """).param(dossier.id()).update();

        index.parcourir();
        index.relire();

        assertThat(index.mots(dossier)).contains("=iolanthe");
    }

    @Test
    void un_dossier_renomme_ne_se_range_plus_sous_son_ancien_nom() {
        var dossier = instruction.transmis("84", "PRECEDENT AMBRE");
        index.relire();
        renommer(dossier, "PRECEDENT AMBRE", "SUIVANT AMBRE");

        index.relire();

        assertThat(rangs(dossier)).containsExactly("ambre : suivant ambre", "suivant : suivant ambre");
    }

    /** L'index n'a pas toujours retenu sous quel nom il range. */
    @Test
    void un_dossier_indexe_sans_son_nom_puis_renomme_ne_se_range_qu_une_fois() {
        var dossier = instruction.transmis("84", "AVANT JADEITE");
        base.sql("update recherche_dossier set tri = '' where dossier = ?")
                .param(dossier.id())
                .update();
        renommer(dossier, "AVANT JADEITE", "APRES JADEITE");

        index.relire();

        assertThat(rangs(dossier)).containsExactly("apres : apres jadeite", "jadeite : apres jadeite");
    }

    @Test
    void un_brouillon_marque_n_entre_pas_dans_l_index() {
        var claire = instruction.referent();
        var brouillon = instruction.brouillon("84", "CH DE LA MALACHITE", claire);
        transaction.executeWithoutResult(_ -> faits.publishEvent(new IdentiteChangee(claire.compte())));

        index.relire();

        assertThat(index.mots(brouillon)).isEmpty();
        assertThat(index.marques(brouillon)).isZero();
    }

    @Test
    void un_dossier_illisible_laisse_passer_les_autres_et_attend_malgre_les_parcours() {
        var illisible = instruction.transmis("84", "CH ILLISIBLE");
        var autre = instruction.transmis("84", "CH DE LA PYRITE");
        transaction.executeWithoutResult(_ -> {
            base.sql("""
                    insert into contact_correction (dossier, question, version, valeur, le, par)
                    values (?, 'dsi', 1, '{"nom":{"nom":[{}]}}', now(), ?)
                    """).params(illisible.id(), UUID.randomUUID()).update();
            index.meconnaitre(illisible, autre);
        });

        index.parcourir();
        index.relire();

        assertThat(index.marques(illisible)).isEqualTo(1);
        assertThat(index.marques(autre)).isZero();
        index.parcourir();
        assertThat(index.attente(illisible)).isGreaterThan(3000);
        base.sql("delete from contact_correction where dossier = ?")
                .param(illisible.id())
                .update();
    }

    private void renommer(Dossier dossier, String avant, String apres) {
        transaction.executeWithoutResult(_ -> {
            base.sql("update dossier set candidat_nom = ? where id = ?")
                    .params(apres, dossier.id())
                    .update();
            base.sql("update dossier_etape set tri = ? where dossier = ?")
                    .params(Mots.normaliser(apres), dossier.id())
                    .update();
            faits.publishEvent(new DossierRenomme(dossier.id(), Mots.normaliser(avant)));
        });
    }

    private List<String> rangs(Dossier dossier) {
        return base.sql("""
                select mot || ' : ' || n.tri from recherche_nom n join dossier_etape e on e.id = n.etape
                where e.dossier = ? order by 1
                """).param(dossier.id()).query(String.class).list();
    }

    private static String reference(Dossier dossier) {
        return dossier.reference().valeur().toLowerCase(Locale.ROOT);
    }
}
