package fr.convergence.socle.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.fichier.EtatFichier.EnCours;
import fr.convergence.socle.fichier.EtatFichier.Recu;
import fr.convergence.socle.fichier.EtatFichier.Supprime;
import fr.convergence.socle.fichier.OuvertureDEnvoi.NonOuvert;
import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.fichier.Reception.Coupe;
import fr.convergence.socle.fichier.Reception.Decale;
import fr.convergence.socle.fichier.Reception.Inconnu;
import fr.convergence.socle.fichier.Reception.Occupe;
import fr.convergence.socle.fichier.Reception.Trop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recevoir un fichier, par morceaux, de plusieurs nœuds, dans les bornes de chacun. */
@Tag("PCE-2")
@Tag("PCE-4")
final class ReceptionTest extends EssaisDesFichiers {

    private static final int MO = 1024 * 1024;

    @Test
    void un_fichier_recu_d_un_trait_est_entier_et_son_empreinte_connue() throws IOException {
        var id = service.ouvert("note.pdf", 20 * MO);

        assertThat(service.receveur.recevoir(id, "claire", 0, Envoi.de(0, 20 * MO)))
                .isEqualTo(new Avance(20 * MO, true, null));

        var fiche = service.fichiers.fiche(id).orElseThrow();
        assertThat(fiche.etat()).isInstanceOf(Recu.class);
        assertThat(fiche.sha256()).isEqualTo(sha256(Envoi.tout(20 * MO)));
        assertThat(service.fichiers.integre(id)).isTrue();
        assertThat(service.fichiers.lire(id)).isEmpty();
        assertThat(service.faits).containsExactly(new FichierRecu(id));
        assertThat(service.objets()).hasSize(2);
        assertThat(rebut()).isZero();
    }

    @Test
    void un_fichier_ne_se_recoit_pas_dans_une_transaction_qui_se_defait() {
        var id = service.ouvert("note.pdf", MO);

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.execute(_ -> recu(id)))
                .withMessageContaining("hors de toute transaction");
        assertThat(service.objets()).isEmpty();
    }

    private Reception recu(UUID id) {
        try {
            return service.fichiers.recevoir(id, "claire", Envoi.de(0, MO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void un_fichier_recu_d_un_coup_reprend_ou_une_panne_l_a_laisse_et_ne_se_recoit_pas_deux_fois() throws IOException {
        var id = service.ouvert("note.pdf", 3 * MO);
        service.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO));

        for (var fois = 0; fois < 2; fois++) {
            assertThat(service.fichiers.recevoir(id, "claire", Envoi.de(0, 3 * MO)))
                    .isEqualTo(new Avance(3 * MO, true, null));
        }
        assertThat(service.fichiers.fiche(id).orElseThrow().sha256()).isEqualTo(sha256(Envoi.tout(3 * MO)));
        assertThat(service.faits).containsExactly(new FichierRecu(id));
    }

    @Test
    void un_envoi_coupe_reprend_ou_il_s_est_arrete() throws IOException {
        var id = service.ouvert("note.pdf", 5 * MO);
        assertThat(service.receveur.recevoir(
                        id, "claire", 0, Envoi.de(0, 5 * MO).coupeA(2 * MO + 17)))
                .isEqualTo(new Coupe(2 * MO + 17));
        assertThat(service.etat(id))
                .isInstanceOfSatisfying(
                        EnCours.class, etat -> assertThat(etat.recus()).isEqualTo(2 * MO + 17));

        assertThat(service.receveur.recevoir(id, "claire", 0, Envoi.de(0, 5 * MO)))
                .isEqualTo(new Decale(2 * MO + 17));
        assertThat(service.receveur.recevoir(id, "claire", 2 * MO + 17, Envoi.de(2 * MO + 17, 5 * MO)))
                .isEqualTo(new Avance(5 * MO, true, null));
        assertThat(service.fichiers.fiche(id).orElseThrow().sha256()).isEqualTo(sha256(Envoi.tout(5 * MO)));
    }

    @Test
    void un_envoi_commence_sur_un_noeud_finit_sur_un_autre() throws IOException {
        var autre = new FichiersDeTest(base, transaction, dossier, null);
        var id = service.ouvert("note.pdf", 3 * MO);
        service.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO));
        autre.receveur.recevoir(id, "claire", MO, Envoi.de(MO, 2 * MO));
        service.receveur.recevoir(id, "claire", 2 * MO, Envoi.de(2 * MO, 3 * MO));

        assertThat(service.fichiers.fiche(id).orElseThrow().sha256()).isEqualTo(sha256(Envoi.tout(3 * MO)));
        assertThat(service.fichiers.integre(id)).isTrue();
    }

    @Test
    void un_second_morceau_pendant_le_premier_est_refuse_sur_tous_les_noeuds() throws IOException {
        var autre = new FichiersDeTest(base, transaction, dossier, null);
        var id = service.ouvert("note.pdf", MO);
        var second = new AtomicReference<Reception>();
        var premier = service.receveur.recevoir(
                id,
                "claire",
                0,
                Envoi.de(0, MO)
                        .avec(_ ->
                                second.compareAndSet(null, autre.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO)))));

        assertThat(second.get()).isEqualTo(new Occupe());
        assertThat(premier).isEqualTo(new Avance(MO, true, null));
    }

    @Test
    void le_bail_d_un_noeud_tue_passe_a_un_autre_et_l_ancien_n_ecrit_plus() throws IOException {
        var id = service.ouvert("note.pdf", MO);
        var autre = new FichiersDeTest(base, transaction, dossier, null);
        autre.horloge.avancer(Duration.ofSeconds(4));
        var repris = new AtomicReference<Reception>();
        var tardif = service.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO).avec(position -> {
            if (position == MO) {
                repris.compareAndSet(null, autre.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO / 2)));
            }
        }));

        assertThat(repris.get()).isInstanceOf(Avance.class);
        assertThat(tardif).isEqualTo(new Occupe());
        assertThat(service.etat(id))
                .isInstanceOfSatisfying(
                        EnCours.class, etat -> assertThat(etat.recus()).isEqualTo(MO / 2));
    }

    @Test
    void l_envoi_d_un_autre_n_existe_pas() throws IOException {
        var id = service.ouvert("note.pdf", 10);
        assertThat(service.receveur.recevoir(id, "paul", 0, Envoi.de(0, 10))).isEqualTo(new Inconnu());
        assertThat(service.fichiers.recevoir(id, "paul", Envoi.de(0, 10))).isEqualTo(new Inconnu());
        assertThat(service.etat(id)).isInstanceOf(EnCours.class);
    }

    @Test
    void plus_d_octets_qu_annonce_est_refuse() throws IOException {
        var id = service.ouvert("note.pdf", MO);
        assertThat(service.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO + 1)))
                .isEqualTo(new Trop());
        assertThat(service.etat(id)).isInstanceOf(EnCours.class);
        assertThat(service.fichiers.recevoir(id, "claire", Envoi.de(0, 2 * MO))).isEqualTo(new Trop());
        assertThat(service.etat(id)).isInstanceOf(Supprime.class);
    }

    @Test
    void les_envois_commences_sont_bornes_en_nombre_et_en_octets() {
        var gros = new AnnonceDeFichier("luc", "a.pdf", 90_000_000, FichiersDeTest.TOUT, Long.MAX_VALUE);
        service.fichiers.ouvrir(gros);
        assertThat(service.fichiers.ouvrir(gros))
                .isInstanceOfSatisfying(
                        NonOuvert.class,
                        refus -> assertThat(refus.refus().raison()).isEqualTo(Raison.TRANSFERTS));
        for (var i = 0; i < 5; i++) {
            service.ouvert("a.pdf", 1);
        }
        assertThat(raison("claire", 1, 1)).isEqualTo(Raison.TRANSFERTS);
        assertThat(raison("jeanne", 11, 10)).isEqualTo(Raison.QUOTA);
    }

    @Test
    void la_memoire_ne_croit_pas_avec_le_fichier() throws IOException {
        var taille = 64 * MO;
        var id = service.ouvert("note.pdf", taille);
        var avant = memoire();
        var plus = new long[1];
        service.receveur.recevoir(id, "claire", 0, Envoi.de(0, taille).avec(position -> {
            if (position % (8 * MO) == 0) {
                plus[0] = Math.max(plus[0], memoire() - avant);
            }
        }));
        assertThat(plus[0]).isLessThan(8 * MO);
        assertThat(service.etat(id)).isInstanceOf(Recu.class);
    }

    private Raison raison(String proprietaire, long taille, long place) {
        var annonce = new AnnonceDeFichier(proprietaire, "a.pdf", taille, FichiersDeTest.TOUT, place);
        return ((NonOuvert) service.fichiers.ouvrir(annonce)).refus().raison();
    }

    private long rebut() {
        return base.sql("select count(*) from fichier_rebut").query(Long.class).single();
    }

    private static long memoire() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
