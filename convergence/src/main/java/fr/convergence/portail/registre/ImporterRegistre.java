package fr.convergence.portail.registre;

import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.registre.RapportImport.Compte;
import fr.convergence.portail.registre.RapportImport.Lu;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.ResultatImport.AConfirmer;
import fr.convergence.portail.registre.ResultatImport.Importe;
import fr.convergence.portail.registre.ResultatImport.Occupe;
import fr.convergence.portail.registre.ResultatImport.Refuse;
import fr.convergence.socle.base.Uuid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
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

    /** Le registre vient de passer à un autre état, dans la transaction de cet import. */
    public record Publie(UUID importation) {}

    /** Une publication mensuelle de FINESS ferme moins d'un établissement sur cent ; dix, c'est un fichier partiel. */
    private static final double PART_FERMEE_MAX = 0.10;
    /** En deçà, la part ne veut rien dire. */
    private static final long FERMETURES_TOUJOURS_ADMISES = 20;

    private static final int PAS_DU_TEMOIN = 1000;

    private final DataSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock horloge;
    private final Imports imports;
    private final Etablissements etablissements;
    private final ApplicationEventPublisher faits;

    ImporterRegistre(
            DataSource source,
            JdbcClient sql,
            TransactionTemplate transaction,
            Etablissements etablissements,
            Clock horloge,
            ApplicationEventPublisher faits) {
        this.source = source;
        this.sql = sql;
        this.transaction = transaction;
        this.horloge = horloge;
        this.imports = new Imports(sql);
        this.etablissements = etablissements;
        this.faits = faits;
    }

    /** {@code chemin} est un fichier, compressé ou non, ou le dossier préparé. */
    public ResultatImport executer(Path chemin) {
        return executer(Uuid.v7(), chemin, Mode.PRUDENT, SANS_TEMOIN);
    }

    /** Le même, par qui a lu et accepte les fermetures que {@link AConfirmer} annonçait. */
    public ResultatImport confirmer(Path chemin) {
        return executer(Uuid.v7(), chemin, Mode.RESOLU, SANS_TEMOIN);
    }

    /**
     * Lit tout et dit ce qui changerait, sans rien changer : {@link AConfirmer}, sauf quand il n'y a rien à changer.
     *
     * @param id celui de l'import, que {@link #importer} reprendra
     * @param lus apprend, de loin en loin, combien d'enregistrements sont lus
     */
    public ResultatImport verifier(UUID id, Path chemin, LongConsumer lus) {
        return executer(id, chemin, Mode.ESSAI, lus);
    }

    /** Importe ce que {@link #verifier} annonçait, à la place de son essai. */
    public ResultatImport importer(UUID id, Path chemin, LongConsumer lus) {
        return executer(id, chemin, Mode.RESOLU, lus);
    }

    private ResultatImport executer(UUID id, Path chemin, Mode mode, LongConsumer lus) {
        var demande = new Demande(id, chemin, horloge.instant(), mode, lus);
        try {
            var rapport = enTransaction(demande);
            etablissements.oublier();
            return new Importe(rapport);
        } catch (Arret e) {
            return switch (e.raison) {
                case Retenu(var rapport, var motif) -> {
                    transaction.executeWithoutResult(_ -> imports.retenir(rapport, motif, horloge.instant()));
                    yield new AConfirmer(rapport, motif);
                }
                case Illisible(var motif) -> {
                    transaction.executeWithoutResult(_ -> imports.refuser(id, demande.fichier(), demande.debut, motif));
                    yield new Refuse(demande.fichier(), motif);
                }
                case Pris() -> new Occupe();
            };
        }
    }

    private static final LongConsumer SANS_TEMOIN = _ -> {};

    private enum Mode {
        /** S'arrête devant des fermetures nombreuses. */
        PRUDENT,
        /** S'arrête devant tout changement. */
        ESSAI,
        /** Ne s'arrête pas : ce qui changera a été lu et voulu. */
        RESOLU
    }

    private record Demande(UUID id, Path chemin, Instant debut, Mode mode, LongConsumer lus) {

        String fichier() {
            return String.valueOf(chemin.getFileName());
        }
    }

    private sealed interface Raison {}

    private record Retenu(RapportImport rapport, String motif) implements Raison {}

    private record Illisible(String motif) implements Raison {}

    private record Pris() implements Raison {}

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
                throw new Arret(new Pris());
            }
            try {
                return importer(demande);
            } catch (FichierRefuse e) {
                throw new Arret(new Illisible(e.motif()));
            } catch (IOException | UncheckedIOException e) {
                throw new Arret(new Illisible("%s : fichier tronqué ou illisible".formatted(demande.fichier())));
            }
        });
    }

    private RapportImport importer(Demande demande) throws IOException, FichierRefuse {
        var lecteur = FormatDuRegistre.reconnaitre(demande.chemin);
        imports.commencer(demande.id, demande.fichier(), demande.debut);
        var zone = new ZoneImport(DataSourceUtils.getConnection(source));
        var date = lecteur.lire(compter(zone, demande.lus));
        zone.clore();
        var ouverts = ouverts();
        var comptes = fondre(lecteur.format(), demande.id);
        var rejets = imports.garderLesRejets(demande.id);
        var fin = horloge.instant();
        var rapport = new RapportImport(
                demande.id,
                demande.fichier(),
                demande.debut,
                Duration.between(demande.debut, fin),
                new Lu(lecteur.format(), date, rejets, imports.rejets(demande.id)),
                comptes);
        arreterSiLeModeLeVeut(demande.mode, rapport, ouverts);
        imports.finir(rapport, fin);
        faits.publishEvent(new Publie(demande.id));
        return rapport;
    }

    private static Consumer<Enregistrement> compter(Consumer<Enregistrement> vers, LongConsumer lus) {
        var compte = new long[1];
        return enregistrement -> {
            vers.accept(enregistrement);
            if (++compte[0] % PAS_DU_TEMOIN == 0) {
                lus.accept(compte[0]);
            }
        };
    }

    private Map<Objet, Compte> fondre(FormatDuRegistre format, UUID id) {
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
        sql.sql("select etablissement_ranger_la_recherche()").query().singleRow();
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

    private static void arreterSiLeModeLeVeut(Mode mode, RapportImport rapport, Map<Objet, Long> ouverts) {
        var fermetures = fermeturesNombreuses(rapport, ouverts);
        var retenu = switch (mode) {
            case PRUDENT -> !fermetures.isEmpty();
            case ESSAI -> !rapport.sansChangement();
            case RESOLU -> false;
        };
        if (retenu) {
            throw new Arret(new Retenu(rapport, fermetures));
        }
    }

    /** Vide quand rien n'inquiète. */
    private static String fermeturesNombreuses(RapportImport rapport, Map<Objet, Long> ouverts) {
        return Arrays.stream(Objet.values())
                .filter(objet -> {
                    var fermes = rapport.compte(objet).fermes();
                    return fermes > FERMETURES_TOUJOURS_ADMISES
                            && fermes > ouverts.getOrDefault(objet, 0L) * PART_FERMEE_MAX;
                })
                .map(objet -> "%s : %d fermetures sur %d ouverts"
                        .formatted(objet, rapport.compte(objet).fermes(), ouverts.getOrDefault(objet, 0L)))
                .collect(Collectors.joining(", "));
    }
}
