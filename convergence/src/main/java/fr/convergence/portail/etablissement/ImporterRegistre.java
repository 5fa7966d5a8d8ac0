package fr.convergence.portail.etablissement;

import fr.convergence.portail.etablissement.RapportImport.Compte;
import fr.convergence.portail.etablissement.RapportImport.Lu;
import fr.convergence.portail.etablissement.RapportImport.Objet;
import fr.convergence.portail.etablissement.ResultatImport.AConfirmer;
import fr.convergence.portail.etablissement.ResultatImport.Importe;
import fr.convergence.portail.etablissement.ResultatImport.Refuse;
import fr.convergence.socle.base.Uuid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Importe un fichier de registre, format reconnu de lui-même, en une transaction : le registre passe d'un état publié au
 * suivant, ou ne bouge pas. Le même fichier une seconde fois ne change rien. Rien n'est supprimé : ce qui a disparu du
 * fichier est fermé.
 */
@Component
public final class ImporterRegistre {

    /** Une publication mensuelle de FINESS ferme moins d'un établissement sur cent ; dix, c'est un fichier partiel. */
    private static final double PART_FERMEE_MAX = 0.10;
    /** En deçà, la part ne veut rien dire. */
    private static final long FERMETURES_TOUJOURS_ADMISES = 20;

    private final DataSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock horloge;
    private final Imports imports;

    ImporterRegistre(DataSource source, JdbcClient sql, TransactionTemplate transaction, Clock horloge) {
        this.source = source;
        this.sql = sql;
        this.transaction = transaction;
        this.horloge = horloge;
        this.imports = new Imports(sql);
    }

    /** {@code chemin} est un fichier, compressé ou non, ou le dossier préparé. */
    public ResultatImport executer(Path chemin) {
        return executer(chemin, false);
    }

    /** Le même, par qui a lu et accepte les fermetures que {@link AConfirmer} annonçait. */
    public ResultatImport confirmer(Path chemin) {
        return executer(chemin, true);
    }

    private ResultatImport executer(Path chemin, boolean fermeturesAcceptees) {
        var id = Uuid.v7();
        var fichier = String.valueOf(chemin.getFileName());
        var debut = horloge.instant();
        try {
            return new Importe(enTransaction(new Demande(id, chemin, fichier, debut, fermeturesAcceptees)));
        } catch (Arret e) {
            return switch (e.raison) {
                case FermeturesNombreuses(var rapport, var motif) -> {
                    imports.abandonner(id, fichier, debut, "A_CONFIRMER", motif);
                    yield new AConfirmer(rapport, motif);
                }
                case Illisible(var motif) -> {
                    imports.abandonner(id, fichier, debut, "REFUSE", motif);
                    yield new Refuse(fichier, motif);
                }
            };
        }
    }

    private record Demande(UUID id, Path chemin, String fichier, Instant debut, boolean fermeturesAcceptees) {}

    private sealed interface Raison {}

    private record FermeturesNombreuses(RapportImport rapport, String motif) implements Raison {}

    private record Illisible(String motif) implements Raison {}

    /** Défait la transaction ; ne sort pas de cette classe. */
    private static final class Arret extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Raison raison;

        Arret(Raison raison) {
            super(null, null, false, false);
            this.raison = raison;
        }
    }

    private RapportImport enTransaction(Demande demande) {
        return transaction.execute(_ -> {
            if (!sql.sql("select pg_try_advisory_xact_lock(hashtext('etablissement_import'))")
                    .query(Boolean.class)
                    .single()) {
                throw new Arret(new Illisible("un autre import est en cours"));
            }
            try {
                return importer(demande);
            } catch (FichierRefuse e) {
                throw new Arret(new Illisible(e.motif()));
            } catch (IOException | UncheckedIOException e) {
                throw new Arret(new Illisible("%s : fichier tronqué ou illisible".formatted(demande.fichier)));
            }
        });
    }

    private RapportImport importer(Demande demande) throws IOException, FichierRefuse {
        var lecteur = Format.reconnaitre(demande.chemin);
        imports.commencer(demande.id, demande.fichier, demande.debut);
        var zone = new ZoneImport(DataSourceUtils.getConnection(source));
        var date = lecteur.lire(zone);
        zone.clore();
        var ouverts = ouverts();
        var comptes = fondre(lecteur.format(), demande.id);
        var rejets = imports.garderLesRejets(demande.id);
        var fin = horloge.instant();
        var rapport = new RapportImport(
                demande.id,
                demande.fichier,
                demande.debut,
                Duration.between(demande.debut, fin),
                new Lu(lecteur.format(), date, rejets, imports.rejets(demande.id)),
                comptes);
        if (!demande.fermeturesAcceptees) {
            arreterSiTropFerment(rapport, ouverts);
        }
        imports.finir(demande.id, rapport, fin);
        return rapport;
    }

    private Map<Objet, Compte> fondre(Format format, UUID id) {
        var jour = LocalDate.now(horloge);
        var entites = new Fusion(sql, id, jour);
        var groupements = new FusionGht(sql, id, jour);
        var comptes = new EnumMap<Objet, Compte>(Objet.class);
        entites.ecarterLesDoublons();
        comptes.put(Objet.EJ, entites.entitesJuridiques(format.listeEj()));
        comptes.put(Objet.EG, entites.entitesGeographiques(format.listeEg()));
        if (format.listeGht()) {
            groupements.preparer();
            comptes.put(Objet.GHT, groupements.ght());
            comptes.put(Objet.MEMBRE, groupements.membres());
        }
        comptes.merge(Objet.EJ, entites.types(), Compte::plus);
        groupements.rafraichir();
        entites.mots();
        if (!comptes.values().stream().allMatch(Compte.RIEN::equals)) {
            preparerLaRecherche();
        }
        return comptes;
    }

    /** Sans cela les premières recherches parcourent la liste d'attente de l'index, et le planificateur ignore le volume. */
    private void preparerLaRecherche() {
        sql.sql("""
                select gin_clean_pending_list('etablissement_ej_recherche'),
                    gin_clean_pending_list('etablissement_eg_recherche')""").query().singleRow();
        sql.sql("""
                analyze etablissement_ej, etablissement_eg, etablissement_ght, etablissement_ght_membre,
                    etablissement_mot_debut""").update();
    }

    private Map<Objet, Long> ouverts() {
        var ouverts = new EnumMap<Objet, Long>(Objet.class);
        ouverts.put(Objet.EJ, compter("etablissement_ej where ferme_le is null"));
        ouverts.put(Objet.EG, compter("etablissement_eg where ferme_le is null"));
        ouverts.put(Objet.GHT, compter("etablissement_ght where ferme_le is null"));
        ouverts.put(Objet.MEMBRE, compter("etablissement_ght_membre where retire_le is null"));
        return ouverts;
    }

    private long compter(String quoi) {
        return sql.sql("select count(*) from " + quoi).query(Long.class).single();
    }

    private static void arreterSiTropFerment(RapportImport rapport, Map<Objet, Long> ouverts) {
        for (var objet : Objet.values()) {
            var fermes = rapport.compte(objet).fermes();
            var avant = ouverts.getOrDefault(objet, 0L);
            if (fermes > FERMETURES_TOUJOURS_ADMISES && fermes > avant * PART_FERMEE_MAX) {
                throw new Arret(new FermeturesNombreuses(
                        rapport, "%s : %d fermetures sur %d ouverts".formatted(objet, fermes, avant)));
            }
        }
    }
}
