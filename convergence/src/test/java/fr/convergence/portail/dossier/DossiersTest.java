package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.guichet.Retour;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.journal.JournalDeTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
@Tag("DOS-1")
@Tag("DOS-2")
final class DossiersTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final Dossiers dossiers;
    private final Connecte claire = connecte(Role.REFERENT, null);

    DossiersTest(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
        var horloge = new HorlogeDeTest();
        this.dossiers = new Dossiers(base, JournalDeTest.sur(base, horloge), new Compteurs(base, horloge), horloge);
    }

    @Test
    void un_dossier_n_existe_que_pour_son_referent() {
        var dossier = cree(UnDossier.deGht("OCC-04").duReferent(claire.compte()));

        assertThat(dossiers.duReferent(claire, dossier.reference())).isPresent();
        assertThat(dossiers.duReferent(connecte(Role.REFERENT, null), dossier.reference()))
                .isEmpty();
    }

    @Test
    void un_brouillon_ne_se_voit_pas_des_verificateurs() {
        var dossier = cree(UnDossier.deGht("OCC-05").duReferent(claire.compte()));
        assertThat(dossiers.duVerificateur(connecte(Role.ARS, "76"), dossier.reference()))
                .isEmpty();
        assertThat(dossiers.duVerificateur(connecte(Role.ANS, null), dossier.reference()))
                .isEmpty();

        transmettre(dossier);

        assertThat(dossiers.duVerificateur(connecte(Role.ARS, "76"), dossier.reference()))
                .isPresent();
        assertThat(dossiers.duVerificateur(connecte(Role.ANS, null), dossier.reference()))
                .isPresent();
        assertThat(dossiers.duVerificateur(connecte(Role.ARS, "84"), dossier.reference()))
                .isEmpty();
    }

    @Test
    void un_role_sans_perimetre_ne_voit_aucun_dossier() {
        var dossier = cree(UnDossier.deGht("OCC-13"));
        transmettre(dossier);
        var inconnu = new Connecte(UUID.randomUUID(), Role.ANS, "Rôle Fictif", new Perimetre.Aucun(), LE);

        assertThat(dossiers.duVerificateur(inconnu, dossier.reference())).isEmpty();
        assertThat(dossiers.duVerificateur(connecte(Role.OPERATEUR, null), dossier.reference()))
                .isEmpty();
    }

    @Test
    void un_candidat_n_a_qu_un_dossier_vivant_par_guichet() {
        cree(UnDossier.deGht("OCC-06"));

        assertThat(creer(UnDossier.deGht("OCC-06").dossier())).isFalse();
        assertThat(creer(UnDossier.deGht("OCC-06").auGuichet("CARE-D2").dossier()))
                .isTrue();
    }

    @Test
    void un_etat_ecrit_se_relit_tel_quel() {
        var dossier = cree(UnDossier.deGht("OCC-07").duReferent(claire.compte()));
        transmettre(dossier);
        var transmis = dossiers.duReferent(claire, dossier.reference()).orElseThrow();
        var avant = transmis.etape("candidature").orElseThrow();
        var apres = avant.demanderModification(
                LE, "RIB illisible", List.of(new Correction("rib", "à rescanner")), true, LE.plusSeconds(3600));

        assertThat(passer(transmis, avant, apres)).isTrue();

        var relue =
                dossiers.duReferent(claire, dossier.reference()).orElseThrow().courante();
        assertThat(relue.etat()).isEqualTo(apres.etat());
        assertThat(relue.version()).isEqualTo(avant.version() + 1);
    }

    @Test
    void de_vingt_decisions_prises_ensemble_une_seule_passe() throws Exception {
        var dossier = cree(UnDossier.deGht("OCC-08").duReferent(claire.compte()));
        transmettre(dossier);
        var transmis = dossiers.duReferent(claire, dossier.reference()).orElseThrow();
        var avant = transmis.courante();
        Callable<Boolean> decision = () -> passer(transmis, avant, avant.valider(LE));

        int gagnants;
        try (var fils = Executors.newFixedThreadPool(8)) {
            gagnants = (int) fils.invokeAll(java.util.Collections.nCopies(20, decision)).stream()
                    .filter(resultat -> resultat.resultNow())
                    .count();
        }

        assertThat(gagnants).isOne();
    }

    @Test
    void les_compteurs_suivent_chaque_passage() {
        var dossier = cree(UnDossier.deGht("NA-01").enRegion("75").duReferent(claire.compte()));
        assertThat(compteurs("75")).isEqualTo(Map.of("BROUILLON", 1L, "FERMEE", 1L));

        transmettre(dossier);

        assertThat(compteurs("75")).isEqualTo(Map.of("EN_VERIFICATION", 1L, "FERMEE", 1L));
    }

    @Test
    void deux_passages_d_une_meme_region_ne_s_attendent_pas() throws Exception {
        var premier = cree(UnDossier.deGht("OCC-11").duReferent(claire.compte()));
        var second = cree(UnDossier.deGht("OCC-12").duReferent(claire.compte()));
        try (var fil = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(_ -> {
                transmettre(premier);
                assertThat(fil.submit(() -> transmettre(second))).succeedsWithin(Duration.ofSeconds(20));
            });
        }

        assertThat(compteurs("76").get("EN_VERIFICATION")).isGreaterThanOrEqualTo(2L);
    }

    private Map<String, Long> compteurs(String region) {
        var compteurs = new java.util.TreeMap<String, Long>();
        base.sql("select etat, nombre from dossier_compteur where region = ? and nombre <> 0")
                .param(region)
                .query((java.sql.ResultSet ligne) -> {
                    compteurs.put(ligne.getString("etat"), ligne.getLong("nombre"));
                });
        return compteurs;
    }

    private void transmettre(Dossier dossier) {
        var avant = dossier.courante();
        assertThat(passer(dossier, avant, avant.transmettre(LE, Retour.DIRECT))).isTrue();
    }

    private Dossier cree(UnDossier dossier) {
        var cree = dossier.dossier();
        assertThat(creer(cree)).isTrue();
        return cree;
    }

    private boolean creer(Dossier dossier) {
        return transaction.execute(etat -> dossiers.creer(dossier));
    }

    private boolean passer(Dossier dossier, Etape avant, Etape apres) {
        return transaction.execute(
                etat -> dossiers.passer(dossier, avant, apres, "essai", new EtapeValidee(avant.vers(apres))));
    }

    private static Connecte connecte(Role role, String region) {
        return new Connecte(UUID.randomUUID(), role, "Claire Essai", role.perimetre(region), LE);
    }
}
