package fr.convergence.portail.piece;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.Fichiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les pièces de chaque étape ; l'accès à l'étape a été jugé par qui demande. */
@Component
public final class Pieces {

    /** Au-delà, un envoi pas fini se montre, pour qu'on puisse le retirer et reprendre sa place. */
    private static final Duration DELAISSEMENT = Duration.ofMinutes(15);

    /** Deux demandes du même fichier plus espacées que cela sont deux dépôts voulus. */
    private static final Duration REPETITION = Duration.ofMinutes(15);

    private record Changement(
            UUID fichier,
            String question,
            Instant deposeeLe,
            @Nullable Instant retireeLe) {

        private static Changement lire(ResultSet ligne) throws SQLException {
            var retireeLe = ligne.getTimestamp("retiree_le");
            return new Changement(
                    ligne.getObject("fichier", UUID.class),
                    ligne.getString("question"),
                    ligne.getTimestamp("deposee_le").toInstant(),
                    retireeLe == null ? null : retireeLe.toInstant());
        }

        private Instant le() {
            return retireeLe == null ? deposeeLe : retireeLe;
        }
    }

    private final JdbcClient base;
    private final Fichiers fichiers;
    private final Clock horloge;

    Pieces(JdbcClient base, Fichiers fichiers, Clock horloge) {
        this.base = base;
        this.fichiers = fichiers;
        this.horloge = horloge;
    }

    /** Les pièces de l'édition en cours, par question, dans l'ordre de dépôt. */
    public Map<String, List<PieceDeposee>> deLEtape(UUID etape) {
        return deposees("etape", etape)
                .collect(Collectors.groupingBy(PieceDeposee::question, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Quand les fichiers de chaque question ont changé pour la dernière fois : un dépôt, le retrait d'une pièce transmise. Un
     * fichier refusé, un envoi inachevé ou retiré avant de partir n'ont rien changé.
     */
    public Map<String, Instant> changees(UUID etape) {
        var rangees = base.sql("""
                select fichier, question, deposee_le, retiree_le from piece
                where etape = ? and (retiree_le is null or scellee_le is not null)
                """)
                .param(etape)
                .query((ligne, _) -> Changement.lire(ligne))
                .list();
        var fiches = rangees.isEmpty()
                ? Map.<UUID, EtatFichier>of()
                : fichiers.fiches(rangees.stream().map(Changement::fichier).toList()).stream()
                        .collect(Collectors.toMap(Fichier::id, Fichier::etat));
        return rangees.stream()
                .filter(rangee -> rangee.retireeLe() != null || arrive(fiches.get(rangee.fichier())))
                .collect(Collectors.toMap(
                        Changement::question, Changement::le, (un, autre) -> un.isAfter(autre) ? un : autre));
    }

    private static boolean arrive(@Nullable EtatFichier etat) {
        return switch (etat) {
            case EtatFichier.Recu _, EtatFichier.Sain _, EtatFichier.NonAnalyse _ -> true;
            case EtatFichier.EnCours _, EtatFichier.Refuse _, EtatFichier.Supprime _ -> false;
            case null -> false;
        };
    }

    /** L'état d'aujourd'hui de pièces transmises, par identifiant de fichier. */
    public Map<String, PieceDeposee> parFichier(Collection<UUID> cites) {
        if (cites.isEmpty()) {
            return Map.of();
        }
        var fiches = fichiers.fiches(cites).stream().collect(Collectors.toMap(Fichier::id, Function.identity()));
        return base
                .sql("select fichier, question, null as attendu, null as manque from piece where fichier in (:cites)")
                .param("cites", cites)
                .query(Rangee.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        rangee -> rangee.fichier().toString(),
                        rangee -> deposee(rangee, requireNonNull(fiches.get(rangee.fichier())))));
    }

    /**
     * Fige ces pièces à la transmission : elles ne s'effacent plus, on peut seulement les détacher d'une reprise. Celles
     * que l'édition ne contient pas (envoi interrompu, fichier refusé) s'effacent.
     */
    public void sceller(UUID etape, Collection<UUID> transmises) {
        prendre(etape);
        base.sql("""
                with transmise as (
                    update piece set scellee_le = :le where fichier = any (:transmises) and scellee_le is null)
                select fichier from piece
                where etape = :etape and retiree_le is null and scellee_le is null and fichier <> all (:transmises)
                """)
                .param("le", maintenant())
                .param("transmises", transmises.toArray(UUID[]::new))
                .param("etape", etape)
                .query(UUID.class)
                .list()
                .forEach(this::effacer);
    }

    /** Tient les pièces d'une étape jusqu'à la fin de la transaction : on les compte et on en ajoute d'un seul geste. */
    void prendre(UUID etape) {
        base.sql("select pg_advisory_xact_lock(hashtextextended('piece/' || :etape, 0))")
                .param("etape", etape.toString())
                .query((ligne, rang) -> true)
                .single();
    }

    List<PieceDeposee> duDossier(UUID dossier) {
        return deposees("dossier", dossier).toList();
    }

    /** Les fichiers qui furent déposés à ce dossier, retirés compris, par identifiant. */
    Map<String, Fichier> noms(UUID dossier) {
        var rangees = base.sql("select fichier from piece where dossier = ?")
                .param(dossier)
                .query(UUID.class)
                .list();
        return fichiers.fiches(rangees).stream()
                .collect(Collectors.toMap(fiche -> fiche.id().toString(), Function.identity()));
    }

    void ajouter(Espace espace, UUID fichier, UUID par, @Nullable Long modifie) {
        base.sql("""
                insert into piece (fichier, dossier, reference, etape, question, confidentielle, deposee_le, par, modifie)
                values (:fichier, :dossier, :reference, :etape, :question, :confidentielle, :le, :par, :modifie)
                """)
                .param("fichier", fichier)
                .param("dossier", espace.dossier().id())
                .param("reference", espace.dossier().reference().valeur())
                .param("etape", espace.etape().id())
                .param("question", espace.question().id())
                .param("confidentielle", espace.regle().confidentielle())
                .param("le", maintenant())
                .param("par", par)
                .param("modifie", modifie)
                .update();
    }

    /** Ce qu'une personne vient de déposer là d'un fichier de cette date. */
    Set<UUID> recentes(Espace espace, UUID par, long modifie) {
        return base.sql("""
                select fichier from piece
                where etape = :etape and question = :question and par = :par and modifie = :modifie
                  and retiree_le is null and deposee_le > :depuis
                """)
                .param("etape", espace.etape().id())
                .param("question", espace.question().id())
                .param("par", par)
                .param("modifie", modifie)
                .param("depuis", Timestamp.from(horloge.instant().minus(REPETITION)))
                .query(UUID.class)
                .set();
    }

    /** Où un fichier est rangé ; à n'employer que pour demander si son dossier est à qui le veut. */
    Optional<Rangement> rangement(UUID fichier) {
        return base.sql("""
                select fichier, reference, etape, question, par, confidentielle, scellee_le is not null as scellee,
                       retiree_le is not null as retiree
                from piece where fichier = ?
                """).param(fichier).query(Rangement.class).optional();
    }

    /** Le même, que ce rôle peut ouvrir : un conteneur n'existe pas pour l'ARS (ZED-4). */
    Optional<Rangement> rangement(UUID fichier, Role pour) {
        return base.sql("""
                select fichier, reference, etape, question, par, confidentielle, scellee_le is not null as scellee,
                       retiree_le is not null as retiree
                from piece where fichier = :fichier and (not confidentielle or :pour <> 'ARS')
                """)
                .param("fichier", fichier)
                .param("pour", pour.name())
                .query(Rangement.class)
                .optional();
    }

    /** Détache une pièce ; ses octets ne s'effacent que si elle n'a jamais été transmise (PCE-6). */
    void retirer(Rangement rangement) {
        if (rangement.scellee()) {
            detacher(rangement.fichier());
        } else {
            effacer(rangement.fichier());
        }
    }

    private void effacer(UUID fichier) {
        detacher(fichier);
        fichiers.supprimer(fichier);
    }

    private void detacher(UUID fichier) {
        base.sql("""
                with oubliee as (delete from piece_copie where fichier = :fichier)
                update piece set retiree_le = :le where fichier = :fichier and retiree_le is null
                """).param("le", maintenant()).param("fichier", fichier).update();
    }

    /** Un envoi annulé ou expiré a laissé sa ligne : il ne compte plus et ne se montre plus, sauf à dire qu'il était attendu. */
    private Stream<PieceDeposee> deposees(String colonne, UUID id) {
        var rangees = base.sql("select fichier, question, sha256 as attendu, manque from piece"
                        + " left join piece_copie using (fichier) where " + colonne
                        + " = ? and retiree_le is null order by fichier")
                .param(id)
                .query(Rangee.class)
                .list();
        if (rangees.isEmpty()) {
            return Stream.empty();
        }
        var fiches = fichiers.fiches(rangees.stream().map(Rangee::fichier).toList()).stream()
                .collect(Collectors.toMap(Fichier::id, Function.identity()));
        return rangees.stream()
                .map(rangee -> deposee(rangee, requireNonNull(fiches.get(rangee.fichier()))))
                .filter(piece -> !(piece.etat() instanceof EtatFichier.Supprime)
                        || piece.refus().isPresent());
    }

    private PieceDeposee deposee(Rangee rangee, Fichier fiche) {
        return new PieceDeposee(
                fiche.id(),
                rangee.question(),
                fiche.nom(),
                fiche.format(),
                fiche.taille(),
                fiche.sha256(),
                fiche.etat() instanceof EtatFichier.EnCours
                        && fiche.creeLe().isBefore(horloge.instant().minus(DELAISSEMENT)),
                fiche.etat(),
                rangee.copie());
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }
}
