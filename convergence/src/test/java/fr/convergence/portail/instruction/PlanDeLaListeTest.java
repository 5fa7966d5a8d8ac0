package fr.convergence.portail.instruction;

import static fr.convergence.portail.instruction.CentMilleDossiers.ANS;
import static fr.convergence.portail.instruction.CentMilleDossiers.ARS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.recherche.MotsDesDossiers;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.identifiant.Region;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** La liste sur 100 000 dossiers, soit 200 000 étapes : aucune page ne parcourt une table entière. */
@ExtendWith(BaseDeTest.class)
@Tag("INSTR-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDeLaListeTest {

    private static final Logger JOURNAL = LoggerFactory.getLogger(PlanDeLaListeTest.class);
    private static final Curseur MILIEU_PAR_DATE = new Curseur(
            String.valueOf(Instant.parse("2026-02-15T00:00:00Z").getEpochSecond() * 1_000_000), new UUID(0, 0), false);

    private final JdbcClient base;
    private final CentMilleDossiers donnees;

    PlanDeLaListeTest(DataSource source) throws SQLException {
        // Une seule connexion, comme dans la réserve de l'application : ses caches servent d'une requête à l'autre.
        this.base = JdbcClient.create(new SingleConnectionDataSource(source.getConnection(), true));
        this.donnees = new CentMilleDossiers(base);
    }

    @Test
    void aucun_filtre_ne_fait_lire_une_table_entiere() {
        var couteux = new LinkedHashMap<String, String>();
        for (var qui : List.of(ARS, ANS)) {
            cas().forEach((nom, adresse) -> {
                var filtre = FiltreDeListe.lire(qui, adresse);
                var curseur = adresse.containsKey("milieu") ? MILIEU_PAR_DATE : null;
                var requete = requete(qui, filtre, curseur, adresse.getOrDefault("ght", ""));
                var plan = donnees.plan(requete);
                JOURNAL.debug("{} · {} : {}", qui.role(), nom, plan);
                if (plan.contains("Seq Scan on dossier") || plan.contains("Seq Scan on recherche")) {
                    couteux.put(qui.role() + " · " + nom, plan);
                }
            });
        }
        assertThat(couteux).isEmpty();
    }

    /** Ce qui attend une région se lit dans l'ordre de son arrivée, sans trier tout ce qui attend. */
    @Test
    void ce_qui_attend_se_lit_dans_l_ordre_d_arrivee() {
        var filtre = FiltreDeListe.lire(ARS, Map.of());

        assertThat(donnees.plan(requete(ARS, filtre, null, "")))
                .contains("Index Scan using dossier_etape_qui_attend on");
    }

    /**
     * Un mot que la moitié des dossiers portent, et que son nom range au milieu de l'alphabet, ne fait lire ni cette moitié ni
     * celle d'avant : autant de blocs que la page a de lignes, à quelques-uns près.
     */
    @Test
    @Tag("INSTR-8")
    void un_mot_courant_se_lit_dans_l_ordre_des_noms() {
        for (var qui : List.of(ARS, ANS)) {
            for (var tri : List.of("nom", "-nom")) {
                var filtre = FiltreDeListe.lire(qui, Map.of("etat", "tous", "q", "hopital", "tri", tri));
                var requete = requete(qui, filtre, null, "");
                assertThat(donnees.blocs(requete)).as(qui.role() + " " + tri).isLessThan(6_000);
            }
        }
    }

    /** Cinquante dossiers à soi, la moitié des autres à un collègue : ni les uns ni les autres ne font lire toute la liste. */
    @Test
    @Tag("INSTR-4")
    void les_siens_et_ceux_de_personne_se_lisent_sans_parcourir_la_liste() {
        for (var qui : List.of(ARS, ANS)) {
            for (var assigne : List.of("moi", "personne")) {
                for (var tri : List.of("date", "-nom")) {
                    var filtre = FiltreDeListe.lire(qui, Map.of("etat", "tous", "assigne", assigne, "tri", tri));
                    var requete = requete(qui, filtre, null, "");
                    assertThat(donnees.blocs(requete))
                            .as(qui.role() + " " + assigne + " " + tri)
                            .isLessThan(1_000);
                }
            }
        }
    }

    /** Un dossier sur deux porte l'un, un sur deux l'autre, une poignée les deux : nul des deux ne se lit en entier. */
    @Test
    @Tag("INSTR-8")
    void deux_mots_courants_rarement_ensemble_se_croisent_sans_se_lire() {
        for (var qui : List.of(ARS, ANS)) {
            for (var tri : List.of("nom", "-nom", "date")) {
                var filtre = FiltreDeListe.lire(qui, Map.of("etat", "tous", "q", "hopital impair", "tri", tri));
                var requete = requete(qui, filtre, null, "");
                assertThat(donnees.blocs(requete)).as(qui.role() + " " + tri).isLessThan(1_000);
            }
        }
    }

    private RequeteDeListe requete(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur, String ght) {
        var requete = RequeteDeListe.page(qui, filtre, curseur, filtre.decroissant());
        MotsDesDossiers.lire(filtre.recherche(), ght)
                .ifPresent(cherches -> requete.cherchant(new MotsDesDossiers(base)
                        .chemin(
                                cherches,
                                qui == ARS ? Region.lire("76").siLue() : Optional.empty(),
                                !filtre.parDate())));
        return requete;
    }

    private static Map<String, Map<String, String>> cas() {
        var cas = new LinkedHashMap<String, Map<String, String>>();
        cas.put("ce qui m'attend", Map.of());
        cas.put("ce qui m'attend, au milieu", Map.of("milieu", "oui"));
        cas.put("ce qui m'attend, par nom", Map.of("tri", "nom"));
        cas.put("tous", Map.of("etat", "tous"));
        cas.put("tous, au milieu", Map.of("etat", "tous", "milieu", "oui"));
        cas.put("tous, par nom décroissant", Map.of("etat", "tous", "tri", "-nom"));
        cas.put("acceptés", Map.of("etat", "accepte"));
        cas.put("refusés", Map.of("etat", "refuse"));
        cas.put("demandes de modification", Map.of("etat", "demande_modification", "tri", "nom"));
        cas.put("un guichet et son étape", Map.of("etat", "tous", "guichet", "CARE-D2", "etape", "declaration"));
        cas.put(
                "un guichet et un mot courant, par nom",
                Map.of("etat", "accepte", "guichet", "CARE-D1", "q", "hopital", "tri", "nom"));
        cas.put("un guichet rare", Map.of("etat", "accepte", "guichet", "RARE"));
        cas.put("un guichet inconnu", Map.of("etat", "tous", "guichet", "INCONNU"));
        cas.put("un type", Map.of("etat", "tous", "type", "GHT"));
        cas.put("des dates", Map.of("etat", "tous", "du", "2026-02-01", "au", "2026-02-03"));
        cas.put("les miens", Map.of("etat", "tous", "assigne", "moi"));
        cas.put("les miens, au milieu", Map.of("etat", "tous", "assigne", "moi", "milieu", "oui"));
        cas.put("les miens et un nom", Map.of("etat", "tous", "assigne", "moi", "q", "hopital", "tri", "nom"));
        cas.put("ceux de personne", Map.of("assigne", "personne"));
        cas.put("ceux de personne et un nom", Map.of("assigne", "personne", "q", "hopital", "tri", "nom"));
        cas.put("une référence", Map.of("etat", "tous", "q", "AAAAAABTRX"));
        cas.put("un nom", Map.of("etat", "tous", "q", "hopital 4242"));
        cas.put("un nom courant", Map.of("etat", "tous", "q", "hopital"));
        cas.put("un FINESS", Map.of("etat", "tous", "q", "340077777"));
        cas.put("un FINESS d'un GHT", Map.of("etat", "tous", "q", "340077777", "ght", "OCC-04"));
        cas.put("un nom courant, par nom", Map.of("etat", "tous", "q", "hopital", "tri", "nom"));
        cas.put("deux mots, par nom", Map.of("etat", "tous", "q", "hopital 4242", "tri", "nom"));
        cas.put("une réponse courante, par nom", Map.of("etat", "tous", "q", "oui", "tri", "nom"));
        cas.put("une réponse rare, par nom", Map.of("etat", "tous", "q", "rare4242", "tri", "nom"));
        cas.put("un début de mot", Map.of("etat", "tous", "q", "ho"));
        return cas;
    }

    @BeforeAll
    void engendrer() {
        donnees.engendrer();
    }
}
