package fr.convergence.portail.registre;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ce qu'un lecteur tire d'un fichier, ligne après ligne, quel qu'en soit le format. */
sealed interface Enregistrement {

    /** D'où il vient, pour que chaque rejet se retrouve dans le fichier. */
    Origine origine();

    record Origine(String fichier, long ligne) {}

    record Ej(
            Origine origine,
            Finess finess,
            Nom nom,
            @Nullable String siren,
            @Nullable String statutJuridique,
            @Nullable Secteur secteur,
            @Nullable TypeCandidat typeDeclare,
            Adresse adresse,
            Suivi suivi)
            implements Enregistrement {}

    record Eg(
            Origine origine,
            Finess finess,
            Finess finessEj,
            Nom nom,
            Categorie categorie,
            @Nullable String siret,
            @Nullable String telephone,
            Adresse adresse,
            Suivi suivi)
            implements Enregistrement {}

    record Ght(Origine origine, String code, String codeDiffusion, String nom) implements Enregistrement {}

    /** {@code ej} est un FINESS, ou l'identifiant interne de FINESS+ quand le format ne donne que lui. */
    /** {@code deduite} : la source l'a conclue d'autres données, aucune liste officielle ne la dit. */
    record Membre(Origine origine, String codeGht, String ej, boolean support, boolean deduite)
            implements Enregistrement {}

    /** {@code identifiant}, s'il est lisible, protège de la fermeture l'entité que la ligne rejetée voulait décrire. */
    record Rejet(Origine origine, String motif, @Nullable String identifiant) implements Enregistrement {

        private static final int IDENTIFIANT_MAX = 20;

        public Rejet {
            identifiant = identifiant == null || identifiant.length() > IDENTIFIANT_MAX ? null : identifiant;
        }
    }

    record Nom(String court, @Nullable String entier) {}

    record Categorie(@Nullable String code, @Nullable String libelle) {}

    /**
     * {@code fermee} sans {@code fermeLe} : le fichier ne dit pas de quel jour. {@code idSmsse} est l'identifiant par lequel
     * FINESS+ désigne une EJ dans la composition des GHT.
     */
    record Suivi(
            boolean fermee,
            @Nullable LocalDate fermeLe,
            @Nullable String idSmsse) {

        static final Suivi OUVERT = new Suivi(false, null, null);
    }

    record Adresse(
            @Nullable String voie,
            @Nullable String codePostal,
            @Nullable String commune,
            @Nullable String departement) {

        /** À défaut de département lisible, celui d'immatriculation du FINESS. */
        Optional<Region> region(Finess finess) {
            return departement == null ? finess.region() : Region.duDepartement(departement);
        }
    }

    enum Secteur {
        PUBLIC,
        PRIVE_NON_LUCRATIF,
        PRIVE_LUCRATIF;

        /** Statut juridique FINESS (nomenclature TRE_R72) : 01 à 39 public, 40 à 69 et 89 sans but lucratif. */
        static @Nullable Secteur duStatut(@Nullable String statut) {
            if (statut == null || !statut.matches("\\d{2}")) {
                return null;
            }
            if (statut.compareTo("40") < 0) {
                return PUBLIC;
            }
            return statut.compareTo("70") < 0 || statut.equals("89") ? PRIVE_NON_LUCRATIF : PRIVE_LUCRATIF;
        }

        static @Nullable Secteur lu(@Nullable String nom) {
            return nom == null
                    ? null
                    : switch (nom.toUpperCase(Locale.ROOT)) {
                        case "PUBLIC" -> PUBLIC;
                        case "PRIVE_NON_LUCRATIF" -> PRIVE_NON_LUCRATIF;
                        case "PRIVE_LUCRATIF" -> PRIVE_LUCRATIF;
                        default -> null;
                    };
        }
    }
}
