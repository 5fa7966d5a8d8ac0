package fr.convergence.portail.registre;

import fr.convergence.portail.registre.Enregistrement.Nom;
import fr.convergence.portail.registre.Enregistrement.Origine;
import fr.convergence.portail.registre.Enregistrement.Rejet;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Siren;
import fr.convergence.socle.identifiant.Siret;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Les contrôles que tous les formats partagent, champ par champ. */
final class Champs {

    /** Le plus vieil établissement de FINESS est de 1900 ; la base, elle, refuse l'an zéro. */
    private static final int ANNEE_MIN = 1000;

    private static final int TEXTE_MAX = 1000;
    private static final int NOM_MAX = 300;
    private static final int CITATION_MAX = 40;
    private static final Pattern FORME_FINESS = Pattern.compile("\\d[\\dAB]\\d{7}");
    private static final Pattern CODE_POSTAL_ET_COMMUNE = Pattern.compile("(\\d{5}) +(\\S.*)");

    private Champs() {}

    /** Un champ obligatoire est faux : la ligne est rejetée, les autres entrent. */
    static final class LigneRejetee extends Exception {

        private static final long serialVersionUID = 1L;

        private final @Nullable String identifiant;

        LigneRejetee(String motif, @Nullable String identifiant) {
            super(motif, null, false, false);
            this.identifiant = identifiant;
        }

        Rejet de(Origine origine) {
            return new Rejet(origine, String.valueOf(getMessage()), identifiant);
        }
    }

    static Finess finess(String role, @Nullable String valeur, @Nullable String identifiant) throws LigneRejetee {
        if (valeur == null) {
            throw new LigneRejetee("FINESS %s absent".formatted(role), identifiant);
        }
        if (!FORME_FINESS.matcher(valeur).matches()) {
            throw new LigneRejetee("FINESS %s « %s » mal formé".formatted(role, cite(valeur)), identifiant);
        }
        return Finess.lire(valeur)
                .siLue()
                .orElseThrow(() ->
                        new LigneRejetee("FINESS %s %s : clé de contrôle fausse".formatted(role, valeur), identifiant));
    }

    static Nom nom(@Nullable String court, @Nullable String entier, String identifiant) throws LigneRejetee {
        var nom = court == null ? entier : court;
        if (nom == null) {
            throw new LigneRejetee("raison sociale absente", identifiant);
        }
        if (nom.length() > NOM_MAX) {
            throw new LigneRejetee("raison sociale de %d caractères".formatted(nom.length()), identifiant);
        }
        return new Nom(nom, entier == null || entier.length() > NOM_MAX ? null : entier);
    }

    /** Un SIREN faux ne fait pas perdre l'entité : il est écarté, et dit. */
    static @Nullable String siren(@Nullable String valeur, Origine origine, Consumer<Enregistrement> vers) {
        return controle("SIREN", valeur, v -> Siren.lire(v).siLue().isPresent(), origine, vers);
    }

    static @Nullable String siret(@Nullable String valeur, Origine origine, Consumer<Enregistrement> vers) {
        return controle("SIRET", valeur, v -> Siret.lire(v).siLue().isPresent(), origine, vers);
    }

    /** Une date {@code AAAA-MM-JJ}, suivie ou non d'une heure ; nulle quand elle n'en est pas une. */
    static @Nullable LocalDate date(@Nullable String valeur) {
        if (valeur == null || valeur.length() < 10) {
            return null;
        }
        try {
            var date = LocalDate.parse(valeur.substring(0, 10));
            return date.getYear() < ANNEE_MIN ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Le texte débarrassé de ses bords, nul s'il est vide ; aucune donnée du registre n'approche la borne. */
    static @Nullable String texte(String valeur) {
        var texte = valeur.strip();
        return texte.isEmpty() ? null : texte.substring(0, Math.min(texte.length(), TEXTE_MAX));
    }

    static @Nullable String joindre(@Nullable String... parties) {
        var texte = Arrays.stream(parties).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return texte.isEmpty() ? null : texte;
    }

    /** La ligne d'acheminement « 34295 MONTPELLIER CEDEX 5 » porte le code postal puis la commune. */
    static @Nullable String codePostal(@Nullable String acheminement) {
        return acheminement(acheminement, 1);
    }

    static @Nullable String commune(@Nullable String acheminement) {
        var commune = acheminement(acheminement, 2);
        return commune == null ? acheminement : commune;
    }

    /**
     * FINESS note l'outre-mer 9A à 9J, ou 97 sans plus ; le registre emploie le code officiel géographique. Nul quand le
     * code ne suffit pas à dire le département : celui du FINESS vaut alors.
     */
    static @Nullable String departement(@Nullable String code) {
        return code == null
                ? null
                : switch (code) {
                    case "9A" -> "971";
                    case "9B" -> "972";
                    case "9C" -> "973";
                    case "9D" -> "974";
                    case "9E" -> "975";
                    case "9F" -> "976";
                    case "9J" -> "986";
                    case "97", "98" -> null;
                    default -> code;
                };
    }

    private static @Nullable String acheminement(@Nullable String ligne, int groupe) {
        if (ligne == null) {
            return null;
        }
        var lue = CODE_POSTAL_ET_COMMUNE.matcher(ligne);
        return lue.matches() ? lue.group(groupe) : null;
    }

    private static @Nullable String controle(
            String quoi,
            @Nullable String valeur,
            Predicate<String> juste,
            Origine origine,
            Consumer<Enregistrement> vers) {
        if (valeur == null || juste.test(valeur)) {
            return valeur;
        }
        vers.accept(
                new Rejet(origine, "%s « %s » faux : écarté, la ligne est gardée".formatted(quoi, cite(valeur)), null));
        return null;
    }

    static String cite(String valeur) {
        return valeur.length() <= CITATION_MAX ? valeur : valeur.substring(0, CITATION_MAX) + "…";
    }
}
