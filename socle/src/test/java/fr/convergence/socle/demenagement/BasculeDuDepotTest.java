package fr.convergence.socle.demenagement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.convergence.doublures.MagasinS3;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.depot.DepotDossier;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.depot.MagasinDeTest;
import fr.convergence.socle.fichier.FichiersDeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Qui bascule ferme d'abord l'ancien dépôt : un nœud oublié n'y fait plus rien acquitter, et rien n'en est laissé. */
@ExtendWith(BaseDeTest.class)
final class BasculeDuDepotTest {

    @TempDir
    Path dossier;

    @TempDir
    Path attente;

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final ByteArrayOutputStream dit = new ByteArrayOutputStream();
    private Set<String> encoreChangeants = Set.of();
    private Set<String> changeants = Set.of();
    private Runnable auPremierBilan = () -> {};
    private MagasinS3 magasin;
    private DepotDossier surDisque;
    private DepotDuSite surS3;

    BasculeDuDepotTest(JdbcClient base, TransactionTemplate transaction) {
        this.base = base;
        this.transaction = transaction;
    }

    @BeforeEach
    void ouvrir() throws IOException {
        base.sql("truncate fichier, fichier_rebut cascade").update();
        magasin = new MagasinS3();
        surDisque = new DepotDossier(dossier);
        surDisque.marquer("ce-site");
        surS3 = MagasinDeTest.depot(magasin, attente);
    }

    @AfterEach
    void fermer() {
        magasin.close();
    }

    @Test
    void arretee_apres_avoir_ferme_l_ancien_depot_la_bascule_se_refait_ou_s_abandonne() throws Exception {
        var service = new FichiersDeTest(base, transaction, dossier, null);
        service.recu("note.pdf", new byte[10]);
        assertThat(passer(surDisque, surS3, false)).isZero();
        service.recu("note.pdf", new byte[20]);
        surDisque.fermer("ce-site");

        assertThat(passer(surDisque, surS3, false)).as("on y renonce").isZero();
        assertThat(surDisque.marque()).isEqualTo("ce-site");
        assertThat(surDisque.quittePar()).isEmpty();

        surDisque.fermer("ce-site");
        surS3.marquer("ce-site");
        assertThat(passer(surS3, surDisque, true))
                .as("l’autre sens la déferait")
                .isEqualTo(1);
        assertThat(dit()).contains("une bascule de ce dépôt vers l’autre n’est pas finie");
        surS3.demarquer();
        service.recu("note.pdf", new byte[30]);

        assertThat(passer(surDisque, surS3, true)).isZero();
        assertThat(surS3.marque()).isEqualTo("ce-site");
        assertThat(surDisque.marque() + surDisque.quittePar()).isEmpty();
        assertThat(CommandesDuDepot.verifier(FichiersDeTest.sur(base, transaction, surS3).fichiers, sortie()))
                .isZero();
    }

    /** Un dernier passage ne laisse rien de ce qu'un nœud oublié a fait acquitter, et il n'y fait plus rien acquitter. */
    @Test
    void un_noeud_oublie_n_ecrit_plus_dans_l_ancien_depot() throws Exception {
        for (var sens : new DepotDuSite[][] {{surDisque, surS3}, {surS3, surDisque}}) {
            var ancien = sens[0] == surS3 ? MagasinDeTest.depot(magasin, attente) : new DepotDossier(dossier);
            ancien.exiger("ce-site");
            ecrire(ancien, UUID.randomUUID(), 1);
            var commence = ancien.creer(nom(UUID.randomUUID()));

            assertThat(passer(sens[0], sens[1], true)).isZero();

            assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(commence::publier);
            commence.close();
            assertThatExceptionOfType(DepotIndisponible.class).isThrownBy(() -> ecrire(ancien, UUID.randomUUID(), 1));
            assertThatExceptionOfType(DepotIndisponible.class)
                    .isThrownBy(() -> ancien.supprimer(nom(UUID.randomUUID())));
        }
    }

    @Test
    void une_ancre_posee_de_nouveau_a_la_meme_taille_est_recopiee() throws Exception {
        var ancre = UUID.randomUUID();
        ecrire(surDisque, ancre, 1);
        ecrire(surDisque, UUID.randomUUID(), 1);
        changeants = Set.of(nom(ancre));
        assertThat(passer(surDisque, surS3, false)).isZero();
        surDisque.supprimer(nom(ancre));
        ecrire(surDisque, ancre, 2);

        assertThat(passer(surDisque, surS3, false)).isZero();

        assertThat(dit()).contains("Objets copiés et relus pareils : 1 (1 octets) ; déjà là : 1 ;");
        try (var flux = surS3.lire(nom(ancre))) {
            assertThat(flux.read()).isEqualTo(2);
        }
    }

    /** Le site est fermé : ce qui ne change plus, et que le premier passage a comparé, ne se relit pas. */
    @Test
    void le_dernier_passage_ne_compare_que_les_ancres_qui_changent_encore() throws Exception {
        var inscrite = UUID.randomUUID();
        var prochaine = UUID.randomUUID();
        ecrire(surDisque, inscrite, 1);
        ecrire(surDisque, prochaine, 1);
        changeants = Set.of(nom(inscrite), nom(prochaine));
        encoreChangeants = Set.of(nom(prochaine));
        assertThat(passer(surDisque, surS3, false)).isZero();
        auPremierBilan = () -> {
            remplacer(inscrite, 2);
            remplacer(prochaine, 2);
        };

        assertThat(passer(surDisque, surS3, true)).isZero();

        assertThat(lu(prochaine)).isEqualTo(2);
        assertThat(lu(inscrite)).as("elle n’a pas été relue").isEqualTo(1);
    }

    private void remplacer(UUID objet, int octet) {
        try {
            surDisque.supprimer(nom(objet));
            ecrire(surDisque, objet, octet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int lu(UUID objet) throws IOException {
        try (var flux = surS3.lire(nom(objet))) {
            return flux.read();
        }
    }

    private static void ecrire(DepotDuSite depot, UUID objet, int octet) throws IOException {
        try (var ecriture = depot.creer(nom(objet))) {
            ecriture.flux().write(octet);
            ecriture.publier();
        }
    }

    private static String nom(UUID objet) {
        return objet.toString().replace("-", "");
    }

    private int passer(DepotDuSite source, DepotDuSite destination, boolean basculer) throws Exception {
        dit.reset();
        return new PassageDuDepot(source, destination, encoreChangeants, changeants, sortie()).faire(basculer);
    }

    private PrintStream sortie() {
        return new PrintStream(dit, true, UTF_8) {
            @Override
            public void println(String phrase) {
                super.println(phrase);
                if (phrase.startsWith("Objets copiés")) {
                    auPremierBilan.run();
                    auPremierBilan = () -> {};
                }
            }
        };
    }

    private String dit() {
        return dit.toString(UTF_8);
    }
}
