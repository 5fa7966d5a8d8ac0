package fr.convergence.demonstration;

import fr.convergence.doublures.Authentificateur;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.compte.ComptePret;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.NomUtilisateur;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les personnes de la démonstration. Toutes sont inventées.
 *
 * @param personnes celles que l'on peut être : le panneau les annonce
 * @param figurants celles qui font vivre les guichets d'exemple
 */
record DonneesDeDemonstration(List<Personne> personnes, List<ComptePret> figurants) {

    static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";

    /** Une personne que l'on peut être, et ce qu'elle est, en mots affichés. */
    record Personne(String qui, ComptePret compte) {

        Personne rattachee(UnaryOperator<CleCandidat> ouvert, Function<CleCandidat, String> nom) {
            var siens = compte.etablissements();
            var ouverts = siens.stream().map(ouvert).distinct().toList();
            if (ouverts.equals(siens)) {
                return this;
            }
            var ou = ouverts.stream().map(nom).collect(Collectors.joining(", "));
            return new Personne(qui.replaceFirst(" .*", "") + ", " + ou, compte.avec(ouverts));
        }
    }

    static DonneesDeDemonstration usuelles() {
        var ght = CleCandidat.de(new CodeGht("OCC-71"));
        var clinique = new CleCandidat(TypeCandidat.EJ_PRIVEE, "349000216");
        var hopital = new CleCandidat(TypeCandidat.EJ_PUBLIQUE_HORS_GHT, "139000012");
        return new DonneesDeDemonstration(
                List.of(
                        referent("référente du GHT Garrigues et Causses", Civilite.MADAME, "Hélène", "Faure", ght),
                        referent(
                                "référent de la clinique des Arcades, Valbrune",
                                Civilite.MONSIEUR,
                                "Karim",
                                "Benali",
                                clinique),
                        referent("référente du CH de l’Étang-Bleu", Civilite.MADAME, "Inès", "Garcia", hopital),
                        membre(
                                "vérificatrice, ARS Occitanie",
                                Role.ARS,
                                Region.OCCITANIE,
                                Civilite.MADAME,
                                "Claire",
                                "Martin",
                                "AFVS4NPKHBM7VB4WVA3U6UZV4MYYG6PD"),
                        membre(
                                "vérificateur, ARS Bretagne",
                                Role.ARS,
                                Region.BRETAGNE,
                                Civilite.MONSIEUR,
                                "Yann",
                                "Morvan",
                                "H4D3D2VBWER6SYQZTDADGCO6354UH7LG"),
                        membre(
                                "vérificatrice, ARS Provence-Alpes-Côte d’Azur",
                                Role.ARS,
                                Region.PROVENCE_ALPES_COTE_D_AZUR,
                                Civilite.MADAME,
                                "Lucie",
                                "Arnaud",
                                "VS7HZZWZPTEJR7EV5JVVJ2ANQTICF56W"),
                        membre(
                                "vérificateur, ANS",
                                Role.ANS,
                                null,
                                Civilite.MONSIEUR,
                                "Paul",
                                "Durand",
                                "T6PL42HVMC2I43PM3KHJ75GRZB7K65QH"),
                        membre(
                                "opératrice",
                                Role.OPERATEUR,
                                null,
                                Civilite.MADAME,
                                "Nadia",
                                "Leroy",
                                "4MTAORYCJDP74TFFXBE4NRADYFPFNRHK")),
                figurantsUsuels());
    }

    private static List<ComptePret> figurantsUsuels() {
        return List.of(
                figurant(
                        Civilite.MADAME,
                        "Amandine",
                        "Rey",
                        prive("319000014"),
                        prive("349000307"),
                        horsGht("819000019")),
                figurant(
                        Civilite.MONSIEUR,
                        "Julien",
                        "Costes",
                        prive("309000099"),
                        prive("669000010"),
                        prive("119000016"),
                        horsGht("469000012")),
                figurant(
                        Civilite.MADAME,
                        "Gwénaëlle",
                        "Tanguy",
                        CleCandidat.de(new CodeGht("BRE-71")),
                        prive("359000015"),
                        prive("229000096")),
                figurant(
                        Civilite.MONSIEUR,
                        "Erwan",
                        "Lecorre",
                        prive("299000117"),
                        horsGht("569000094"),
                        prive("299000158")),
                figurant(Civilite.MADAME, "Nolwenn", "Salaün", prive("359000098"), prive("569000177")),
                verificateur(Region.OCCITANIE, Civilite.MADAME, "Farida", "Haddad", "QZ5N6LJQK2W7ROE4BHDXTI3MYCUPFGSA"),
                verificateur(Region.BRETAGNE, Civilite.MONSIEUR, "Loïc", "Prigent", "X4TRBMN2QH6WKYJ7C5DPLZGEOIVUFA3S"),
                membre("", Role.ANS, null, Civilite.MADAME, "Solène", "Marchand", "K3PWZ6QNBTYH5RDMXE2JVUCA7GFLO4SI")
                        .compte());
    }

    private static CleCandidat prive(String finess) {
        return new CleCandidat(TypeCandidat.EJ_PRIVEE, finess);
    }

    private static CleCandidat horsGht(String finess) {
        return new CleCandidat(TypeCandidat.EJ_PUBLIQUE_HORS_GHT, finess);
    }

    private static ComptePret figurant(Civilite civilite, String prenom, String nom, CleCandidat... candidats) {
        return referent("", civilite, prenom, nom, candidats).compte();
    }

    private static ComptePret verificateur(Region region, Civilite civilite, String prenom, String nom, String secret) {
        return membre("", Role.ARS, region, civilite, prenom, nom, secret).compte();
    }

    /** Les mêmes, chacune rattachée à un établissement encore ouvert : un référentiel importé a pu fermer le sien. */
    DonneesDeDemonstration rattachees(UnaryOperator<CleCandidat> ouvert, Function<CleCandidat, String> nom) {
        return new DonneesDeDemonstration(
                personnes.stream()
                        .map(personne -> personne.rattachee(ouvert, nom))
                        .toList(),
                figurants);
    }

    /** Les établissements que le registre doit connaître. */
    Stream<CleCandidat> rattachements() {
        return personnes.stream().flatMap(personne -> personne.compte().etablissements().stream());
    }

    /** Les établissements des dossiers d'exemple. */
    Stream<CleCandidat> rattachementsDesFigurants() {
        return figurants.stream().flatMap(compte -> compte.etablissements().stream());
    }

    /** Ceux qui ont relié une application d'authentification. */
    List<Authentificateur> authentificateurs() {
        return personnes.stream()
                .flatMap(personne -> authentificateur(personne.compte()))
                .toList();
    }

    private static Stream<Authentificateur> authentificateur(ComptePret compte) {
        return Stream.ofNullable(compte.secret())
                .map(secret -> new Authentificateur(
                        compte.prenom() + " " + compte.nom(),
                        compte.nomUtilisateur().valeur(),
                        secret));
    }

    private static Personne referent(
            String qui, Civilite civilite, String prenom, String nom, CleCandidat... candidats) {
        return new Personne(
                qui,
                new ComptePret(
                        Role.REFERENT,
                        null,
                        new NomUtilisateur(identifiant(prenom, nom)),
                        adresse(prenom, nom),
                        civilite,
                        nom,
                        prenom,
                        null,
                        MOT_DE_PASSE,
                        null,
                        List.of(candidats)));
    }

    private static Personne membre(
            String qui,
            Role role,
            @Nullable Region region,
            Civilite civilite,
            String prenom,
            String nom,
            String secret) {
        return new Personne(
                qui,
                new ComptePret(
                        role,
                        region,
                        new NomUtilisateur(identifiant(prenom, nom)),
                        adresse(prenom, nom),
                        civilite,
                        nom,
                        prenom,
                        null,
                        MOT_DE_PASSE,
                        secret,
                        List.of()));
    }

    private static AdresseElectronique adresse(String prenom, String nom) {
        return new AdresseElectronique(identifiant(prenom, nom) + "@demonstration.example");
    }

    private static String identifiant(String prenom, String nom) {
        var sansAccents =
                Normalizer.normalize(prenom + "." + nom, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return sansAccents.toLowerCase(Locale.ROOT);
    }
}
