package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.ArchiveChiffree;
import fr.convergence.socle.contenu.ContenuActif;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.contenu.Regle;
import fr.convergence.socle.fichier.EtatFichier.EnCours;
import fr.convergence.socle.fichier.EtatFichier.NonAnalyse;
import fr.convergence.socle.fichier.EtatFichier.Recu;
import fr.convergence.socle.fichier.EtatFichier.Refuse;
import fr.convergence.socle.fichier.EtatFichier.Sain;
import fr.convergence.socle.fichier.EtatFichier.Supprime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Les fichiers dans la base. Chaque changement d'état dit de quel état il part, et ne fait rien s'il n'y est plus. */
final class Registre {

    private final JdbcClient base;
    private final Clock horloge;

    Registre(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Ce qu'il faut pour lire un fichier et le contrôler. */
    record Contenu(UUID fichier, Format format, Regle regle, byte[] cle, byte @Nullable [] sha256) {}

    void creer(UUID id, AnnonceDeFichier annonce, String nom, Format format, byte[] cle) {
        base.sql("""
                        insert into fichier
                            (id, proprietaire, nom, format, archives, actifs_refuses, etat, depuis, cree_le,
                             taille_annoncee, cle)
                        values (:id, :proprietaire, :nom, :format, :archives, :actifsRefuses, 'EN_COURS', :le, :le,
                                :taille, :cle)
                        """)
                .param("id", id)
                .param("proprietaire", annonce.proprietaire())
                .param("nom", nom)
                .param("format", format.name())
                .param("archives", annonce.limites().regle().archives().name())
                .param("actifsRefuses", noms(annonce.limites().regle().refuses()))
                .param("le", maintenant())
                .param("taille", annonce.taille())
                .param("cle", cle)
                .update();
    }

    /** Un document fait ici, déjà entier : il ne se juge pas. */
    void ranger(UUID id, String proprietaire, String nom, Format format, byte[] sha256, long taille, byte[] cle) {
        base.sql("""
                        insert into fichier
                            (id, proprietaire, nom, format, archives, actifs_refuses, etat, depuis, cree_le,
                             taille_annoncee, taille, sha256, cle)
                        values (:id, :proprietaire, :nom, :format, :archives, :actifsRefuses, 'SAIN', :le, :le,
                                :taille, :taille, :sha256, :cle)
                        """)
                .param("id", id)
                .param("proprietaire", proprietaire)
                .param("nom", nom)
                .param("format", format.name())
                .param("archives", Regle.sansMention().archives().name())
                .param("actifsRefuses", noms(Regle.sansMention().refuses()))
                .param("le", maintenant())
                .param("taille", taille)
                .param("sha256", sha256)
                .param("cle", cle)
                .update();
    }

    boolean avancer(UUID id, long avant, long apres) {
        return base.sql("update fichier set taille = :apres where id = :id and etat = 'EN_COURS' and taille = :avant")
                        .param("apres", apres)
                        .param("id", id)
                        .param("avant", avant)
                        .update()
                == 1;
    }

    void recevoir(UUID id, byte[] sha256) {
        base.sql("""
                        update fichier set etat = 'RECU', depuis = :le, sha256 = :sha256
                        where id = :id and etat = 'EN_COURS'
                        """)
                .param("le", maintenant())
                .param("sha256", sha256)
                .param("id", id)
                .update();
    }

    /** Rend le verdict d'un fichier reçu ou jamais analysé ; faux s'il a été supprimé entre-temps. */
    boolean juger(UUID id, EtatFichier etat) {
        var refus = etat instanceof Refuse refuse ? refuse.refus() : null;
        return base.sql("""
                        update fichier set etat = :etat, depuis = :le, raison = :raison, detail = :detail, marques = :marques,
                            cle = case when :etat = 'REFUSE' then null else cle end
                        where id = :id and etat in ('RECU', 'NON_ANALYSE')
                        """)
                        .param("etat", nom(etat))
                        .param("le", Timestamp.from(etat.depuis()))
                        .param("raison", refus == null ? null : refus.raison().name())
                        .param("detail", refus == null ? null : refus.detail())
                        .param("marques", noms(etat.marquesVues()))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean supprimer(UUID id) {
        return base.sql("""
                        update fichier set etat = 'SUPPRIME', depuis = :le, cle = null, raison = null, detail = null
                        where id = :id and etat <> 'SUPPRIME'
                        """).param("le", maintenant()).param("id", id).update() == 1;
    }

    List<Fichier> fiches(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // Chacun a sa place dans l'ordre : d'un tableau, PostgreSQL referait le plan à chaque fois.
        return base.sql("select * from fichier where id in (:ids) order by id")
                .param("ids", ids)
                .query((ligne, _) -> fiche(ligne))
                .list();
    }

    /** La clé et ce qu'on attend du contenu ; vide si les octets sont effacés. */
    Optional<Contenu> contenu(UUID id) {
        return base.sql(
                        "select format, archives, actifs_refuses, cle, sha256 from fichier where id = :id and cle is not null")
                .param("id", id)
                .query((ligne, _) -> new Contenu(
                        id,
                        Format.valueOf(ligne.getString(1)),
                        new Regle(ArchiveChiffree.valueOf(ligne.getString(2)), actifs(ligne.getArray(3))),
                        ligne.getBytes(4),
                        ligne.getBytes(5)))
                .optional();
    }

    /** Les suivants, dans l'ordre d'arrivée, dont les octets sont là en entier. */
    List<UUID> entiers(UUID apres, int combien) {
        return base.sql("""
                        select id from fichier where id > :apres and sha256 is not null and cle is not null
                        order by id limit :combien
                        """)
                .param("apres", apres)
                .param("combien", combien)
                .query(UUID.class)
                .list();
    }

    /** Vrai si des fichiers lisibles n'ont jamais vu d'antivirus. */
    boolean nonAnalyses() {
        return base.sql("select exists (select from fichier where etat = 'NON_ANALYSE')")
                .query(Boolean.class)
                .single();
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    private static Fichier fiche(ResultSet ligne) throws SQLException {
        var sha256 = ligne.getBytes("sha256");
        return new Fichier(
                ligne.getObject("id", UUID.class),
                ligne.getString("nom"),
                Format.valueOf(ligne.getString("format")),
                ligne.getLong("taille_annoncee"),
                sha256 == null ? null : HexFormat.of().formatHex(sha256),
                ligne.getTimestamp("cree_le").toInstant(),
                etat(ligne, ligne.getTimestamp("depuis").toInstant()));
    }

    private static EtatFichier etat(ResultSet ligne, Instant depuis) throws SQLException {
        var etat = ligne.getString("etat");
        return switch (etat) {
            case "EN_COURS" -> new EnCours(depuis, ligne.getLong("taille"));
            case "RECU" -> new Recu(depuis);
            case "SAIN" -> new Sain(depuis, actifs(ligne.getArray("marques")));
            case "NON_ANALYSE" -> new NonAnalyse(depuis, actifs(ligne.getArray("marques")));
            case "REFUSE" ->
                new Refuse(depuis, new Refus(Raison.valueOf(ligne.getString("raison")), ligne.getString("detail")));
            case "SUPPRIME" -> new Supprime(depuis);
            default -> throw new IllegalStateException("État de fichier inconnu : " + etat);
        };
    }

    private static String[] noms(Collection<ContenuActif> actifs) {
        return actifs.stream().map(ContenuActif::name).sorted().toArray(String[]::new);
    }

    private static Set<ContenuActif> actifs(Array noms) throws SQLException {
        return Arrays.stream((String[]) noms.getArray())
                .map(ContenuActif::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String nom(EtatFichier etat) {
        return switch (etat) {
            case EnCours _ -> "EN_COURS";
            case Recu _ -> "RECU";
            case Sain _ -> "SAIN";
            case NonAnalyse _ -> "NON_ANALYSE";
            case Refuse _ -> "REFUSE";
            case Supprime _ -> "SUPPRIME";
        };
    }
}
