package fr.convergence.portail.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.BoiteAuxLettres.Lettre;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.sonde.Veille;
import fr.convergence.socle.sonde.Veille.Constat;
import fr.convergence.socle.sonde.Veilles;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Le relevé du matin : une fois par jour, quand quelque chose ne va pas. Il est 11 h 30 à Paris. */
@TestDuPortail
@Tag("NOT-4")
final class ReleveDesProblemesTest {

    private static final Constat UN_PROBLEME =
            new Constat(Message.brut("Essai"), Message.brut("ne va pas"), "/administration");

    @Autowired
    UneInstruction instruction;

    @Autowired
    ReleveDesProblemes releve;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Requetes requetes;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    Comptes comptes;

    @Autowired
    Courriels courriels;

    @Autowired
    Textes textes;

    @Autowired
    Expediteur expediteur;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void rien_n_a_encore_ete_releve() {
        aller("2026-03-17T10:30:00Z");
        base.sql("update notification_releve set jour = '2026-01-01'").update();
        base.sql("delete from conteneur_alerte").update();
        base.sql("delete from convention where reference = 'AAAABBBBCC'").update();
        base.sql("delete from courriel where etat = 'ABANDONNE'").update();
        base.sql("delete from tache where task_name = 'essai-travail'").update();
    }

    @Test
    void chaque_probleme_a_sa_ligne_et_la_page_ou_il_se_traite() {
        var olga = instruction.operateur();
        convention("A_ENVOYER", Duration.ofHours(2));
        abandonne();
        enRetard();

        releve.ecrire();

        assertThat(lettres(olga)).singleElement().satisfies(lettre -> {
            assertThat(lettre.objet()).contains("Relevé du 17 mars 2026", " problèmes");
            assertThat(lettre.texte())
                    .contains("1 e-mail refusé ou abandonné", "/administration/courriels?etat=ABANDONNE")
                    .contains("dossier AAAABBBBCC", "/administration/journal?sorte=dossier&objet=AAAABBBBCC")
                    .contains("« essai-travail » aurait dû passer le 17 mars 2026, 10:30");
        });
        assertThat(requetes.lire(olga, "/administration"))
                .bodyText()
                .contains("/administration/courriels?etat=ABANDONNE", "essai-travail");
    }

    @Test
    void un_jour_ne_fait_qu_un_releve_quel_que_soit_le_nombre_de_noeuds() throws Exception {
        var olga = instruction.operateur();
        abandonne();
        Callable<Void> noeud = () -> {
            releve.ecrire();
            return null;
        };

        try (var fils = Executors.newFixedThreadPool(4)) {
            for (var fin : fils.invokeAll(List.of(noeud, noeud, noeud, noeud))) {
                fin.get();
            }
        }

        assertThat(lettres(olga)).hasSize(1);
    }

    @Test
    void quand_tout_va_rien_ne_part_et_avant_huit_heures_non_plus() {
        var olga = instruction.operateur();
        avec(List.of());
        assertThat(lettres(olga)).isEmpty();
        assertThat(jour()).isEqualTo("2026-03-17");

        aller("2026-03-18T06:59:00Z");
        avec(List.of(UN_PROBLEME));
        assertThat(lettres(olga)).isEmpty();

        aller("2026-03-18T07:00:00Z");
        avec(List.of(UN_PROBLEME));
        assertThat(lettres(olga)).hasSize(1);
    }

    /** La base refuse la lecture de l'une : la transaction du relevé n'en est pas perdue. */
    @Test
    void une_veille_qui_echoue_se_dit_et_ne_tait_pas_les_autres() {
        var olga = instruction.operateur();

        avec(Map.of(
                "brisee",
                new Veille(() -> base.sql("select 1 / 0").query(Constat.class).list()),
                "tue",
                new Veille(() -> {
                    throw new IllegalStateException("essai");
                }),
                "essai",
                new Veille(() -> List.of(UN_PROBLEME))));

        assertThat(lettres(olga))
                .singleElement()
                .satisfies(lettre -> assertThat(lettre.texte())
                        .contains(
                                "« brisee » n’a pas pu se faire", "« tue » n’a pas pu se faire", "Essai : ne va pas"));
        assertThat(jour()).isEqualTo("2026-03-17");
    }

    @Test
    void une_convention_qui_vient_d_etre_etablie_n_est_pas_un_probleme() {
        var olga = instruction.operateur();
        convention("A_ENVOYER", Duration.ofMinutes(59));

        releve.ecrire();

        assertThat(lettres(olga))
                .noneSatisfy(lettre -> assertThat(lettre.texte()).contains("AAAABBBBCC"));
    }

    /** Ce que d'autres essais laissent n'y est pour rien. */
    private void avec(List<Constat> constats) {
        avec(Map.of("essai", new Veille(() -> constats)));
    }

    private void avec(Map<String, Veille> parNom) {
        var veilles = new Veilles(parNom, transactions);
        var essai = new ReleveDesProblemes(base, veilles, comptes, courriels, textes, expediteur, horloge);
        transaction.executeWithoutResult(_ -> essai.ecrire());
    }

    private void aller(String instant) {
        horloge.avancer(Duration.between(horloge.instant(), Instant.parse(instant)));
    }

    private LocalDate jour() {
        return base.sql("select jour from notification_releve")
                .query(LocalDate.class)
                .single();
    }

    private void abandonne() {
        base.sql("""
                insert into courriel (id, modele, destinataire, objet, etat, prochain_essai, cree_le)
                values (?, 'essai', 'x@essai.example', 'Essai', 'ABANDONNE', ?, ?)
                """).params(UUID.randomUUID(), maintenant(), maintenant()).update();
    }

    private void enRetard() {
        base.sql("""
                insert into tache (task_name, task_instance, execution_time, picked, version)
                values ('essai-travail', 'recurring', ?, false, 1)
                """)
                .param(Timestamp.from(horloge.instant().minus(Duration.ofHours(1))))
                .update();
    }

    private void convention(String etat, Duration depuis) {
        base.sql("""
                insert into convention (id, dossier, reference, numero, etape, etat, depuis, contenu, empreinte)
                values (?, ?, 'AAAABBBBCC', 1, 'candidature', ?, ?, '{}', '')
                """)
                .params(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        etat,
                        Timestamp.from(horloge.instant().minus(depuis)))
                .update();
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    private List<Lettre> lettres(Connecte qui) {
        return boite.de(UneInstruction.courriel(qui));
    }
}
