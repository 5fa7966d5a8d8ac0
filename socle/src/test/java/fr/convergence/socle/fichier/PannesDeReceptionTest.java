package fr.convergence.socle.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.depot.DepotObjets;
import fr.convergence.socle.fichier.EtatFichier.EnCours;
import fr.convergence.socle.fichier.EtatFichier.Supprime;
import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.fichier.Reception.Coupe;
import fr.convergence.socle.fichier.Reception.Expire;
import fr.convergence.socle.fichier.Reception.Occupe;
import fr.convergence.socle.tache.Tranche;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qui s'arrête en route, à quelque endroit que ce soit, ne laisse rien derrière soi. */
@Tag("PCE-2")
@Tag("PCE-4")
final class PannesDeReceptionTest extends EssaisDesFichiers {

    private static final int MO = 1024 * 1024;

    @Test
    void un_formulaire_coupe_ne_laisse_rien() throws IOException {
        var id = service.ouvert("note.pdf", 3 * MO);
        assertThat(service.fichiers.recevoir(id, "claire", Envoi.de(0, 3 * MO).coupeA(MO)))
                .isEqualTo(new Coupe(MO));
        assertThat(service.etat(id)).isInstanceOf(Supprime.class);
        assertThat(service.objets()).isEmpty();
    }

    @Test
    void un_envoi_expire_au_bout_d_un_jour_et_se_balaie() throws IOException {
        var id = service.ouvert("note.pdf", 2 * MO);
        service.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO));
        service.horloge.avancer(Duration.ofHours(24));

        assertThat(service.receveur.recevoir(id, "claire", MO, Envoi.de(MO, 2 * MO)))
                .isEqualTo(new Expire());
        service.fichiers.balayer(Tranche.de(Duration.ofMinutes(1)));
        assertThat(service.etat(id)).isInstanceOf(Supprime.class);
        assertThat(service.objets()).isEmpty();
        assertThat(service.receveur.recevoir(id, "claire", MO, Envoi.de(MO, 2 * MO)))
                .isEqualTo(new Expire());
    }

    @Test
    void un_depot_qui_lache_ne_laisse_ni_ligne_ni_octet() throws IOException {
        var plein = new AtomicBoolean(true);
        var faillible =
                new FichiersDeTest(base, transaction, dossier, null, depot -> new Faillible(depot, plein, false));
        var id = faillible.ouvert("note.pdf", MO);
        assertThatThrownBy(() -> faillible.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO)))
                .isInstanceOf(IOException.class);
        assertThat(segments()).isZero();
        assertThat(faillible.objets()).isEmpty();

        plein.set(false);
        assertThat(faillible.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO)))
                .isInstanceOf(Avance.class);
    }

    @Test
    void un_arret_entre_l_objet_et_sa_ligne_ne_laisse_qu_un_orphelin_que_le_balayage_efface() throws IOException {
        var tue = new AtomicBoolean(true);
        var faillible = new FichiersDeTest(base, transaction, dossier, null, depot -> new Faillible(depot, tue, true));
        var id = faillible.ouvert("note.pdf", MO);
        assertThatThrownBy(() -> faillible.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO)))
                .isInstanceOf(IOException.class);
        assertThat(segments()).isZero();
        assertThat(faillible.objets()).hasSize(1);

        tue.set(false);
        faillible.receveur.recevoir(id, "claire", 0, Envoi.de(0, MO));
        assertThat(faillible.fichiers.balayer(Tranche.de(Duration.ofMinutes(1))))
                .isZero();
        assertThat(faillible.objets()).hasSize(2);

        faillible.horloge.avancer(Duration.ofMinutes(31));
        assertThat(faillible.fichiers.balayer(Tranche.de(Duration.ofMinutes(1))))
                .isEqualTo(1);
        assertThat(faillible.objets()).hasSize(1);
        assertThat(faillible.fichiers.integre(id)).isTrue();
    }

    @Test
    void un_segment_deja_balaye_ne_peut_plus_etre_range() throws IOException {
        var id = service.ouvert("note.pdf", MO);
        assertThatThrownBy(() -> service.receveur.recevoir(
                        id, "claire", 0, Envoi.de(0, MO).avec(position -> {
                            if (position == MO) {
                                base.sql("delete from fichier_rebut").update();
                            }
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(segments()).isZero();
        assertThat(service.etat(id)).isInstanceOf(EnCours.class);
    }

    @Test
    void une_suppression_pendant_l_envoi_gagne() throws IOException {
        var id = service.ouvert("note.pdf", MO);
        var reception = service.receveur.recevoir(
                id, "claire", 0, Envoi.de(0, MO).avec(position -> service.fichiers.supprimer(id)));
        assertThat(reception).isEqualTo(new Occupe());
        assertThat(service.etat(id)).isInstanceOf(Supprime.class);
        service.horloge.avancer(Duration.ofMinutes(31));
        service.fichiers.balayer(Tranche.de(Duration.ofMinutes(1)));
        assertThat(service.objets()).isEmpty();
    }

    private long segments() {
        return base.sql("select count(*) from fichier_segment")
                .query(Long.class)
                .single();
    }

    /** Un dépôt qui lâche au moment de publier : avant (disque plein) ou juste après (machine arrêtée). */
    private record Faillible(DepotObjets depot, AtomicBoolean lache, boolean apres) implements DepotObjets {

        @Override
        public Ecriture creer(String objet) throws IOException {
            var ecriture = depot.creer(objet);
            return new Ecriture() {
                @Override
                public OutputStream flux() {
                    return ecriture.flux();
                }

                @Override
                public void publier() throws IOException {
                    if (apres || !lache.get()) {
                        ecriture.publier();
                    }
                    if (lache.get()) {
                        throw new IOException("Lâché");
                    }
                }

                @Override
                public void close() throws IOException {
                    ecriture.close();
                }
            };
        }

        @Override
        public InputStream lire(String objet) throws IOException {
            return depot.lire(objet);
        }

        @Override
        public SeekableByteChannel canal(String objet) throws IOException {
            return depot.canal(objet);
        }

        @Override
        public void essayer() throws DepotIndisponible {
            depot.essayer();
        }

        @Override
        public void supprimer(String objet) throws IOException {
            depot.supprimer(objet);
        }
    }
}
