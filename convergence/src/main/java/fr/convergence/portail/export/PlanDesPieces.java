package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.export.ComplementsDesLignes.Cle;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.instruction.LigneDeListe;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.Fichiers;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Ce qu'une archive de pièces contiendra, et ce qu'elle pèsera, avant d'en lire un octet. */
@Component
final class PlanDesPieces {

    /** Le manifeste, les chemins et les empreintes tiennent en mémoire : une vingtaine de mégaoctets. */
    static final int NOMBRE_MAX = 20_000;

    /**
     * @param pieces dans l'ordre de la liste ; vide si c'est trop
     * @param nombre de fichiers que l'archive contiendrait ; si c'est trop, ce qui en était compté
     */
    record Plan(List<PieceAEmporter> pieces, long nombre, long octets, boolean trop) {}

    private final ListeDeTravail liste;
    private final GuichetsPublies guichets;
    private final Fichiers fichiers;
    private final JdbcClient base;
    private final TransactionTemplate lecture;
    private final DataSize tailleMax;

    PlanDesPieces(
            ListeDeTravail liste,
            GuichetsPublies guichets,
            Fichiers fichiers,
            JdbcClient base,
            PlatformTransactionManager transactions,
            @Value("${convergence.exports.archive-max:5GB}") DataSize tailleMax) {
        this.liste = liste;
        this.guichets = guichets;
        this.fichiers = fichiers;
        this.base = base;
        this.lecture = new TransactionTemplate(transactions);
        this.lecture.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.lecture.setReadOnly(true);
        this.tailleMax = tailleMax;
    }

    long tailleMax() {
        return tailleMax.toBytes();
    }

    /** Ce que le demandeur a le droit d'emporter à cet instant, page après page, tant que ce n'est pas trop. */
    Plan de(Connecte qui, Map<String, String> filtres) {
        var somme = new Somme(tailleMax());
        lecture.executeWithoutResult(_ -> liste.parcourirTantQue(qui, filtres, lignes -> {
            pieces(qui, lignes).forEach(somme::ajouter);
            return !somme.trop();
        }));
        return somme.plan();
    }

    private Stream<PieceAEmporter> pieces(Connecte qui, List<LigneDeListe> lignes) {
        var editions = editions(qui, lignes);
        var cites = editions.values().stream()
                .flatMap(edition -> edition.preuves().values().stream())
                .flatMap(List::stream)
                .map(preuve -> UUID.fromString(preuve.fichier()))
                .distinct()
                .toList();
        var fiches = fichiers.fiches(cites).stream().collect(Collectors.toMap(Fichier::id, Function.identity()));
        var confidentielles = confidentielles(cites);
        return lignes.stream()
                .flatMap(ligne -> Optional.ofNullable(editions.get(Cle.de(ligne))).stream()
                        .flatMap(edition -> pieces(qui, ligne, edition, fiches, confidentielles)));
    }

    private Stream<PieceAEmporter> pieces(
            Connecte qui,
            LigneDeListe ligne,
            EditionScellee edition,
            Map<UUID, Fichier> fiches,
            Set<UUID> confidentielles) {
        var formulaire = guichets.formulaireSIlExiste(edition.formulaire());
        return edition.preuves().entrySet().stream().flatMap(reponse -> {
            var question = formulaire
                    .flatMap(trouve -> trouve.definition().question(reponse.getKey()))
                    .map(Question::libelle)
                    .orElse(reponse.getKey());
            return reponse.getValue().stream().map(preuve -> {
                var fichier = UUID.fromString(preuve.fichier());
                var fiche = fiches.get(fichier);
                var reservee = confidentielles.contains(fichier) && qui.role() != Role.ANS;
                return piece(ligne, question, preuve, fiche, reservee);
            });
        });
    }

    /** D'un conteneur, qui ne l'ouvre pas sait seulement qu'il est là : ni nom, ni taille (ZED-4). */
    private static PieceAEmporter piece(
            LigneDeListe ligne, String question, Preuve preuve, @Nullable Fichier fiche, boolean reservee) {
        return new PieceAEmporter(
                ligne.reference(),
                ligne.candidat().nom(),
                ligne.intitule().etape(),
                question,
                reservee ? Optional.empty() : Optional.of(preuve),
                reservee
                        ? Optional.of("export.ecart.confidentielle")
                        : Optional.ofNullable(fiche)
                                .map(Fichier::etat)
                                .map(PlanDesPieces::ecart)
                                .orElse(Optional.of("export.ecart.absente")),
                reservee || fiche == null ? "export.analyse.inconnue" : analyse(fiche.etat()));
    }

    private static Optional<String> ecart(EtatFichier etat) {
        return switch (etat) {
            case EtatFichier.Sain _, EtatFichier.NonAnalyse _ -> Optional.empty();
            case EtatFichier.EnCours _, EtatFichier.Recu _ -> Optional.of("export.ecart.attente");
            case EtatFichier.Refuse _ -> Optional.of("export.ecart.refusee");
            case EtatFichier.Supprime _ -> Optional.of("export.ecart.absente");
        };
    }

    private static String analyse(EtatFichier etat) {
        return switch (etat) {
            case EtatFichier.Sain _ -> etat.marquesVues().isEmpty() ? "export.analyse.saine" : "export.analyse.active";
            case EtatFichier.NonAnalyse _ -> "export.analyse.non-analysee";
            case EtatFichier.EnCours _, EtatFichier.Recu _, EtatFichier.Refuse _, EtatFichier.Supprime _ ->
                "export.analyse.inconnue";
        };
    }

    private Map<Cle, EditionScellee> editions(Connecte qui, List<LigneDeListe> lignes) {
        var editions = new HashMap<Cle, EditionScellee>();
        base.sql("""
                select reference, code, contenu from vue_export_edition
                where reference = any (:references) and (:region = '' or region = :region)
                """)
                .param(
                        "references",
                        lignes.stream().map(LigneDeListe::reference).distinct().toArray(String[]::new))
                .param("region", Exports.region(qui.perimetre()))
                .query((ResultSet ligne) -> {
                    editions.put(
                            new Cle(ligne.getString("reference"), ligne.getString("code")),
                            EditionScellee.lire(ligne.getString("contenu")));
                });
        return editions;
    }

    private Set<UUID> confidentielles(List<UUID> cites) {
        return new HashSet<>(
                base.sql("select fichier from vue_export_piece where confidentielle and fichier = any (:cites)")
                        .param("cites", cites.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Au-delà de ce qui se fait, rien n'est gardé. */
    private static final class Somme {

        private final long tailleMax;
        private final List<PieceAEmporter> pieces = new ArrayList<>();
        private long nombre;
        private long lignes;
        private long octets;

        Somme(long tailleMax) {
            this.tailleMax = tailleMax;
        }

        void ajouter(PieceAEmporter piece) {
            lignes++;
            nombre += piece.ecart().isEmpty() ? 1 : 0;
            octets += piece.taille();
            if (trop()) {
                pieces.clear();
            } else {
                pieces.add(piece);
            }
        }

        Plan plan() {
            return new Plan(trop() ? List.of() : List.copyOf(pieces), nombre, octets, trop());
        }

        private boolean trop() {
            return octets > tailleMax || lignes > NOMBRE_MAX;
        }
    }
}
