package fr.convergence.socle.fichier;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.chiffrement.CleDeFlux;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.depot.DepotObjets;
import fr.convergence.socle.tache.Tranche;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Les segments des fichiers, dans la base et dans le dépôt.
 *
 * <p>Un objet est inscrit au rebut avant d'exister et en sort dans la transaction qui le range : où que le service
 * s'arrête, une ligne ne désigne que des objets entiers, et un objet que rien ne désigne est au rebut.
 */
final class Segments {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Segments.class);
    private static final int PAR_LOT = 100;

    private final JdbcClient base;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aPart;
    private final DepotObjets depot;
    private final Clock horloge;

    Segments(JdbcClient base, TransactionTemplate transaction, DepotObjets depot, Clock horloge) {
        this.base = base;
        this.transaction = transaction;
        this.aPart = new TransactionTemplate(requireNonNull(transaction.getTransactionManager()));
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.depot = depot;
        this.horloge = horloge;
    }

    /** Commence un segment ; à appeler hors de toute transaction, l'inscription au rebut devant être déjà durable. */
    SegmentEnCours commencer(UUID fichier, int numero, CleDeFlux cle) throws IOException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Un fichier se reçoit hors de toute transaction : défaite, elle l’oublierait");
        }
        return commencerAPart(fichier, numero, cle);
    }

    /** Le même, où qu'on en soit : l'inscription au rebut a sa transaction, durable avant que l'objet existe. */
    SegmentEnCours commencerAPart(UUID fichier, int numero, CleDeFlux cle) throws IOException {
        var objet = UUID.randomUUID().toString().replace("-", "");
        aPart.executeWithoutResult(_ -> auRebut(List.of(objet)));
        var ecriture = depot.creer(objet);
        try {
            return new SegmentEnCours(numero, objet, ecriture, cle, contexte(fichier, numero));
        } catch (IOException | RuntimeException e) {
            ecriture.close();
            throw e;
        }
    }

    /** Range un segment scellé, dans la transaction de l'appelant. */
    void adopter(UUID fichier, Segment segment) {
        var sorti = base.sql("delete from fichier_rebut where objet = :objet")
                .param("objet", segment.objet())
                .update();
        if (sorti != 1) {
            throw new IllegalStateException("Segment déjà balayé : " + segment.objet());
        }
        base.sql("""
                        insert into fichier_segment (fichier, numero, objet, taille)
                        values (:fichier, :numero, :objet, :taille)
                        """)
                .param("fichier", fichier)
                .param("numero", segment.numero())
                .param("objet", segment.objet())
                .param("taille", segment.taille())
                .update();
    }

    /** Garde du balayage des segments qui attendent la fin de leur document. */
    void retenir(List<Segment> segments) {
        aPart.executeWithoutResult(
                _ -> base.sql("update fichier_rebut set depuis = :depuis where objet = any (:objets)")
                        .param("depuis", Timestamp.from(horloge.instant()))
                        .param("objets", segments.stream().map(Segment::objet).toArray(String[]::new))
                        .update());
    }

    List<Segment> de(UUID fichier) {
        return base.sql("select numero, objet, taille from fichier_segment where fichier = :fichier order by numero")
                .param("fichier", fichier)
                .query((ligne, _) -> new Segment(ligne.getInt(1), ligne.getString(2), ligne.getLong(3)))
                .list();
    }

    /** Jette tous les segments d'un fichier dans la transaction de l'appelant ; les octets s'effacent après elle. */
    void jeter(UUID fichier) {
        var objets = base.sql("delete from fichier_segment where fichier = :fichier returning objet")
                .param("fichier", fichier)
                .query(String.class)
                .list();
        auRebut(objets);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                objets.forEach(Segments.this::effacer);
            }
        });
    }

    /** Les octets en clair d'un fichier ; une altération interrompt la lecture. */
    SeekableByteChannel canal(UUID fichier, CleDeFlux cle) {
        return canal(fichier, de(fichier), cle);
    }

    SeekableByteChannel canal(UUID fichier, List<Segment> segments, CleDeFlux cle) {
        return new CanalFichier(
                segments, segment -> cle.canal(depot.canal(segment.objet()), contexte(fichier, segment.numero())));
    }

    /** Ce qui ne s'est pas lu n'est perdu que si le dépôt est là, et répond. */
    void essayerLeDepot() throws DepotIndisponible {
        depot.essayer();
    }

    /** Efface les objets au rebut depuis assez longtemps pour que personne ne soit en train de les écrire. */
    int vider(Instant avant, Tranche tranche) {
        var effaces = 0;
        for (var lot = viderUnLot(avant); lot > 0; lot = tranche.finie() ? 0 : viderUnLot(avant)) {
            effaces += lot;
        }
        return effaces;
    }

    private int viderUnLot(Instant avant) {
        return transaction.execute(_ -> {
            var objets = base.sql("""
                            select objet from fichier_rebut
                            where depuis < :avant
                              and not exists (select from fichier_segment s where s.objet = fichier_rebut.objet)
                            order by depuis limit :lot for update skip locked
                            """)
                    .param("avant", Timestamp.from(avant))
                    .param("lot", PAR_LOT)
                    .query(String.class)
                    .list();
            var effaces = objets.stream().filter(this::effacer).toList();
            if (!effaces.isEmpty()) {
                base.sql("delete from fichier_rebut where objet in (:objets)")
                        .param("objets", effaces)
                        .update();
            }
            return effaces.size();
        });
    }

    private void auRebut(List<String> objets) {
        if (!objets.isEmpty()) {
            base.sql("insert into fichier_rebut (objet, depuis) select unnest(:objets::text[]), :depuis")
                    .param("objets", objets.toArray(String[]::new))
                    .param("depuis", Timestamp.from(horloge.instant()))
                    .update();
        }
    }

    private boolean effacer(String objet) {
        try {
            depot.supprimer(objet);
            return true;
        } catch (IOException e) {
            JOURNAL.warn("Objet à effacer plus tard : {}", objet, e);
            return false;
        }
    }

    private static String contexte(UUID fichier, int numero) {
        return "fichier/" + fichier + "/" + numero;
    }
}
