package fr.convergence.portail.registre;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.registre.Champs.LigneRejetee;
import fr.convergence.portail.registre.Enregistrement.Adresse;
import fr.convergence.portail.registre.Enregistrement.Categorie;
import fr.convergence.portail.registre.Enregistrement.Eg;
import fr.convergence.portail.registre.Enregistrement.Ej;
import fr.convergence.portail.registre.Enregistrement.Ght;
import fr.convergence.portail.registre.Enregistrement.Membre;
import fr.convergence.portail.registre.Enregistrement.Origine;
import fr.convergence.portail.registre.Enregistrement.Rejet;
import fr.convergence.portail.registre.Enregistrement.Secteur;
import fr.convergence.portail.registre.Enregistrement.Suivi;
import fr.convergence.portail.registre.Lignes.Ligne;
import fr.convergence.portail.tableur.TableauEnvoye;
import fr.convergence.socle.identifiant.CodeGht;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Le dossier préparé : quatre fichiers UTF-8 à points-virgules, colonnes nommées par leur en-tête. */
final class LecteurDossier implements Lecteur {

    /** Ainsi commence, dans {@code ght_membres.csv}, l'origine d'une appartenance qu'aucune liste officielle ne dit. */
    private static final String DEDUITE = "deduit";

    /** Ainsi se dit, dans {@code entites_juridiques.csv}, un nom qui n'est celui d'aucun établissement. */
    private static final String INVENTE = "INVENTE";

    private final Path dossier;
    private boolean invente;

    LecteurDossier(Path dossier) {
        this.dossier = dossier;
    }

    /** Un fichier du dossier, ses colonnes indispensables (la première identifie la ligne) et la lecture d'une rangée. */
    private record Fichier(String nom, List<String> colonnes, LectureDeRangee lecture) {}

    @FunctionalInterface
    private interface LectureDeRangee {
        Enregistrement lire(Tableau.Rangee rangee, Consumer<Enregistrement> vers) throws LigneRejetee;
    }

    private static final List<Fichier> FICHIERS = List.of(
            new Fichier(
                    "entites_juridiques.csv",
                    List.of("finess_ej", "raison_sociale", "type_candidat"),
                    LecteurDossier::ej),
            new Fichier(
                    "entites_geographiques.csv",
                    List.of("finess_et", "finess_ej", "raison_sociale"),
                    LecteurDossier::eg),
            new Fichier("ght.csv", List.of("code_ght", "code_diffusion", "nom"), (rangee, _) -> ght(rangee)),
            new Fichier("ght_membres.csv", List.of("code_ght", "finess_ej", "role"), (rangee, _) -> membre(rangee)));

    @Override
    public FormatDuRegistre format() {
        return invente ? FormatDuRegistre.DOSSIER_D_ESSAI : FormatDuRegistre.DOSSIER_CSV;
    }

    @Override
    public Optional<LocalDate> lire(Consumer<Enregistrement> vers) throws IOException, FichierRefuse {
        var manquants = noms(fichier -> !Files.isRegularFile(dossier.resolve(fichier.nom)));
        if (!manquants.isEmpty()) {
            throw new FichierRefuse(incomplet(manquants));
        }
        for (var fichier : FICHIERS) {
            var chemin = dossier.resolve(fichier.nom);
            try (var lignes = new Lignes(fichier.nom, FormatDuRegistre.ouvrir(chemin), StandardCharsets.UTF_8)) {
                lire(fichier, lignes, vers);
            }
        }
        return Optional.empty();
    }

    /** Ce qu'il faut joindre à un fichier envoyé seul, s'il est l'un des quatre, à son nom ou à son en-tête. */
    static Optional<FichierRefuse> envoyeSeul(String nom, String debut) {
        var colonnes =
                TableauEnvoye.decouper(debut.lines().findFirst().orElse("")).orElse(List.of());
        return FICHIERS.stream()
                .filter(fichier -> fichier.nom.equals(nom) || colonnes.containsAll(fichier.colonnes))
                .findFirst()
                .map(seul -> new FichierRefuse("%s ne s’importe pas seul : %s"
                        .formatted(nom, incomplet(noms(fichier -> !fichier.equals(seul))))));
    }

    private static String incomplet(List<String> manquants) {
        return "le dossier préparé compte quatre fichiers, à envoyer ensemble (%s) ; il manque %s"
                .formatted(String.join(", ", noms(_ -> true)), String.join(", ", manquants));
    }

    private static List<String> noms(Predicate<Fichier> choix) {
        return FICHIERS.stream().filter(choix).map(Fichier::nom).toList();
    }

    private void lire(Fichier fichier, Lignes lignes, Consumer<Enregistrement> vers) throws IOException, FichierRefuse {
        var tableau = enTete(fichier, lignes);
        for (var lue = lignes.suivante(); lue.isPresent(); lue = lignes.suivante()) {
            var ligne = lue.get();
            var valeurs = TableauEnvoye.decouper(ligne.texte());
            var complete = valeurs.isPresent() && valeurs.get().size() == tableau.largeur();
            if (!complete && !ligne.terminee()) {
                throw new FichierRefuse(fichier.nom, ligne.numero(), "fichier tronqué, dernière ligne incomplète");
            }
            if (complete) {
                var rangee = tableau.rangee(ligne, valeurs.get());
                invente |= INVENTE.equals(rangee.de("origine_nom"));
                lire(fichier, rangee, vers);
            } else if (!ligne.texte().isBlank()) {
                var motif = valeurs.map(List::size).map(tableau::largeurFausse).orElse("guillemet non refermé");
                vers.accept(new Rejet(new Origine(fichier.nom, ligne.numero()), motif, identifiant(ligne)));
            }
        }
    }

    private static void lire(Fichier fichier, Tableau.Rangee rangee, Consumer<Enregistrement> vers) {
        try {
            vers.accept(fichier.lecture.lire(rangee, vers));
        } catch (LigneRejetee e) {
            vers.accept(e.de(rangee.origine()));
        }
    }

    private static Tableau enTete(Fichier fichier, Lignes lignes) throws IOException, FichierRefuse {
        var ligne = lignes.suivante().orElseThrow(() -> new FichierRefuse("%s est vide".formatted(fichier.nom)));
        var colonnes = TableauEnvoye.decouper(ligne.texte()).orElse(List.of());
        if (colonnes.stream().distinct().count() != colonnes.size()) {
            throw new FichierRefuse(fichier.nom, 1, "une colonne est nommée deux fois");
        }
        var tableau = new Tableau(fichier.nom, colonnes);
        var manquantes = tableau.manquantes(fichier.colonnes);
        if (!manquantes.isEmpty()) {
            throw new FichierRefuse(fichier.nom, 1, "colonnes manquantes : " + String.join(", ", manquantes));
        }
        return tableau;
    }

    private static Ej ej(Tableau.Rangee rangee, Consumer<Enregistrement> vers) throws LigneRejetee {
        var finess = Champs.finess("EJ", rangee.de("finess_ej"), rangee.de("finess_ej"));
        var statut = rangee.de("code_statut_juridique");
        var secteur = Secteur.lu(rangee.de("secteur"));
        return new Ej(
                rangee.origine(),
                finess,
                Champs.nom(rangee.de("raison_sociale"), null, finess.valeur()),
                Champs.siren(rangee.de("siren"), rangee.origine(), vers),
                statut,
                secteur == null ? Secteur.duStatut(statut) : secteur,
                typeDeclare(rangee, finess.valeur()),
                adresse(rangee),
                Suivi.OUVERT);
    }

    /** « GHT » ne déclare rien : l'appartenance vient de {@code ght_membres.csv}. */
    private static @Nullable TypeCandidat typeDeclare(Tableau.Rangee rangee, String identifiant) throws LigneRejetee {
        var type = rangee.de("type_candidat");
        return type == null
                ? null
                : switch (type) {
                    case "GHT" -> null;
                    case "EJ_PRIVEE" -> TypeCandidat.EJ_PRIVEE;
                    case "EJ_PUBLIQUE_HORS_GHT" -> TypeCandidat.EJ_PUBLIQUE_HORS_GHT;
                    case "HORS_CHAMP" -> TypeCandidat.HORS_CHAMP;
                    default -> throw new LigneRejetee("type de candidat inconnu", identifiant);
                };
    }

    private static Eg eg(Tableau.Rangee rangee, Consumer<Enregistrement> vers) throws LigneRejetee {
        var finess = Champs.finess("de l’établissement", rangee.de("finess_et"), rangee.de("finess_et"));
        return new Eg(
                rangee.origine(),
                finess,
                Champs.finess("EJ", rangee.de("finess_ej"), finess.valeur()),
                Champs.nom(rangee.de("raison_sociale"), rangee.de("raison_sociale_longue"), finess.valeur()),
                new Categorie(rangee.de("code_categorie"), rangee.de("libelle_categorie")),
                Champs.siret(rangee.de("siret"), rangee.origine(), vers),
                rangee.de("telephone"),
                adresse(rangee),
                Suivi.OUVERT);
    }

    private static Ght ght(Tableau.Rangee rangee) throws LigneRejetee {
        var code = rangee.de("code_ght");
        if (CodeGht.lire(code).siLue().filter(lu -> lu.valeur().equals(code)).isEmpty()) {
            throw new LigneRejetee("code GHT mal formé", code);
        }
        var diffusion = rangee.de("code_diffusion");
        if (code == null || diffusion == null || !diffusion.matches("\\d{5}")) {
            throw new LigneRejetee("code de diffusion mal formé", code);
        }
        return new Ght(
                rangee.origine(),
                code,
                diffusion,
                Champs.nom(rangee.de("nom"), null, code).court());
    }

    private static Membre membre(Tableau.Rangee rangee) throws LigneRejetee {
        var finess = Champs.finess("EJ", rangee.de("finess_ej"), rangee.de("finess_ej"));
        var code = rangee.de("code_ght");
        var role = rangee.de("role");
        if (code == null || !("S".equals(role) || "M".equals(role))) {
            throw new LigneRejetee("rôle inconnu (S ou M)", finess.valeur());
        }
        var origine = rangee.de("origine");
        return new Membre(
                rangee.origine(),
                code,
                finess.valeur(),
                "S".equals(role),
                origine != null && origine.startsWith(DEDUITE));
    }

    private static Adresse adresse(Tableau.Rangee rangee) {
        return new Adresse(
                Champs.joindre(rangee.de("voie"), rangee.de("bp")),
                rangee.de("code_postal"),
                rangee.de("commune"),
                Champs.departement(rangee.de("departement")));
    }

    private static String identifiant(Ligne ligne) {
        return ligne.texte().split(";", 2)[0].strip();
    }
}
