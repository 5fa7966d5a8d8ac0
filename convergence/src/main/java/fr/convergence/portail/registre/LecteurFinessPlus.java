package fr.convergence.portail.registre;

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
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Le flux FINESS+ quotidien (schéma {@code structures-v1}), 750 Mo décompressé : une seule personne morale est en mémoire
 * à la fois. Le schéma et les fichiers publiés n'écrivent pas les noms de champs de la même façon ({@code pm_smsseId},
 * {@code pmSmsseId}) : ils sont comparés sans casse ni soulignés.
 */
final class LecteurFinessPlus implements Lecteur {

    private static final Set<String> TABLEAUX = Set.of("pmej", "gcc", "gco");
    private static final int LONGUEUR_COG = 5;
    private static final int TEXTE_MAX = 64 * 1024;
    private static final int PROFONDEUR_MAX = 50;

    private final Path chemin;
    private final JsonMapper json = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TEXTE_MAX)
                    .maxNestingDepth(PROFONDEUR_MAX)
                    .build())
            .build());

    LecteurFinessPlus(Path chemin) {
        this.chemin = chemin;
    }

    @Override
    public FormatDuRegistre format() {
        return FormatDuRegistre.FINESS_PLUS;
    }

    @Override
    public Optional<LocalDate> lire(Consumer<Enregistrement> vers) throws IOException, FichierRefuse {
        try (var flux = FormatDuRegistre.ouvrir(chemin);
                var parser = json.createParser(flux)) {
            return racine(parser, vers);
        } catch (JacksonException e) {
            var ligne = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new FichierRefuse(nom(), Math.max(ligne, 0), "JSON tronqué ou illisible");
        }
    }

    private Optional<LocalDate> racine(JsonParser parser, Consumer<Enregistrement> vers) throws FichierRefuse {
        Optional<LocalDate> date = Optional.empty();
        var vus = new HashSet<String>();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var champ = parser.currentName();
            var valeur = parser.nextToken();
            if (TABLEAUX.contains(champ) && valeur == JsonToken.START_ARRAY) {
                vus.add(champ);
                tableau(champ, parser, vers);
            } else if (champ.equals("generatedAt") && valeur == JsonToken.VALUE_STRING) {
                date = Optional.ofNullable(Champs.date(parser.getString()));
            } else {
                parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new FichierRefuse(nom(), parser.currentLocation().getLineNr(), "JSON tronqué");
        }
        if (!vus.contains("pmej") || !vus.contains("gcc")) {
            throw new FichierRefuse("%s : ni pmej ni gcc, ce n’est pas FINESS+".formatted(nom()));
        }
        return date;
    }

    private void tableau(String champ, JsonParser parser, Consumer<Enregistrement> vers) {
        var rang = 0L;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                return;
            }
            rang++;
            if (parser.currentToken() != JsonToken.START_OBJECT || champ.equals("gco")) {
                parser.skipChildren();
                continue;
            }
            JsonNode objet = parser.readValueAsTree();
            var origine = new Origine(champ, rang);
            if (champ.equals("pmej")) {
                pmej(objet, origine, vers);
            } else {
                gcc(objet, origine, vers);
            }
        }
    }

    private static void pmej(JsonNode objet, Origine origine, Consumer<Enregistrement> vers) {
        var infos = champ(objet, "informationsGeneralesPmej");
        try {
            var lu = texte(infos, "numFinessPm");
            var finess = Champs.finess("EJ", lu, lu);
            var statut = texte(infos, "statutJuridique");
            vers.accept(new Ej(
                    origine,
                    finess,
                    Champs.nom(
                            texte(infos, "denominationPm"), texte(infos, "denominationLonguePmSmsse"), finess.valeur()),
                    Champs.siren(texte(infos, "siren"), origine, vers),
                    statut,
                    Secteur.duStatut(statut),
                    null,
                    adresse(objet),
                    suivi(objet, infos)));
            for (var ege : champ(objet, "ege")) {
                eg(ege, finess, origine, vers);
            }
        } catch (LigneRejetee e) {
            vers.accept(e.de(origine));
            for (var ege : champ(objet, "ege")) {
                var finess = texte(champ(ege, "informationsGeneralesEge"), ege, "numFinessEge");
                vers.accept(new Rejet(origine, "rattaché à une EJ rejetée", finess));
            }
        }
    }

    private static void eg(JsonNode ege, Finess ej, Origine origine, Consumer<Enregistrement> vers) {
        var infos = champ(ege, "informationsGeneralesEge");
        try {
            var lu = texte(infos, ege, "numFinessEge");
            var finess = Champs.finess("de l’établissement", lu, lu);
            vers.accept(new Eg(
                    origine,
                    finess,
                    ej,
                    Champs.nom(texte(infos, ege, "nomEgeCourt"), texte(infos, ege, "nomEgeLong"), finess.valeur()),
                    new Categorie(texte(infos, ege, "categorieEntiteGeographiqueExercice"), null),
                    Champs.siret(texte(infos, ege, "siret"), origine, vers),
                    texte(champ(premier(champ(ege, "contact")), "telecom"), "telephone"),
                    adresse(ege),
                    suivi(ege, infos)));
        } catch (LigneRejetee e) {
            vers.accept(e.de(origine));
        }
    }

    /** Un GHT : son code de diffusion dit sa région et son rang, « 76104 » est « OCC-04 » (vérifié sur les 135). */
    private static void gcc(JsonNode objet, Origine origine, Consumer<Enregistrement> vers) {
        var diffusion = texte(objet, "gccIdentifiantExterne");
        try {
            var code = codeGht(diffusion);
            if (diffusion == null || code.isEmpty()) {
                throw new LigneRejetee(
                        "code de diffusion « %s » sans code GHT".formatted(Champs.cite(String.valueOf(diffusion))),
                        null);
            }
            if ("I".equals(texte(objet, "etatActif")) || "I".equals(texte(objet, "etatObjet"))) {
                return;
            }
            vers.accept(new Ght(
                    origine,
                    code.get(),
                    diffusion,
                    Champs.nom(texte(objet, "nomGcc"), null, code.get()).court()));
            for (var membre : champ(objet, "pmejDuGcc")) {
                var id = texte(membre, "pmSmsseId");
                if (id != null) {
                    vers.accept(new Membre(
                            origine, code.get(), id, "S".equals(texte(membre, "typeRoleEntiteGroupe")), false));
                }
            }
        } catch (LigneRejetee e) {
            vers.accept(e.de(origine));
        }
    }

    private static Optional<String> codeGht(@Nullable String diffusion) {
        return diffusion == null || !diffusion.matches("\\d{2}1\\d{2}")
                ? Optional.empty()
                : Region.lire(diffusion.substring(0, 2))
                        .siLue()
                        .flatMap(Region::prefixeGht)
                        .map(prefixe -> prefixe + "-" + diffusion.substring(3))
                        .filter(code -> CodeGht.lire(code).siLue().isPresent());
    }

    private static Suivi suivi(JsonNode objet, JsonNode infos) {
        return new Suivi(
                "I".equals(texte(infos, objet, "etatObjet")),
                Champs.date(texte(infos, objet, "dateFermeture")),
                texte(infos, "pmSmsseId"));
    }

    private static Adresse adresse(JsonNode objet) {
        var adresse = premier(champ(objet, "adresse"));
        var acheminement = texte(adresse, "ligneAcheminement");
        var codePostal = texte(adresse, "codePostal");
        var commune = texte(adresse, "cogCommune");
        return new Adresse(
                Champs.joindre(
                        texte(adresse, "numeroVoie"),
                        texte(adresse, "typeVoie"),
                        texte(adresse, "libelleVoie"),
                        texte(adresse, "lieuDit")),
                codePostal == null ? Champs.codePostal(acheminement) : codePostal,
                Champs.commune(acheminement),
                commune == null || commune.length() != LONGUEUR_COG
                        ? null
                        : commune.substring(0, commune.startsWith("97") || commune.startsWith("98") ? 3 : 2));
    }

    private static JsonNode premier(JsonNode tableau) {
        return tableau.isArray() && !tableau.isEmpty() ? tableau.get(0) : tableau;
    }

    private static JsonNode champ(JsonNode objet, String nom) {
        var exact = objet.path(nom);
        if (!exact.isMissingNode() || !objet.isObject()) {
            return exact;
        }
        var cherche = plat(nom);
        return objet.properties().stream()
                .filter(entree -> plat(entree.getKey()).equals(cherche))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(exact);
    }

    private static String plat(String nom) {
        return nom.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String texte(JsonNode premier, JsonNode second, String nom) {
        var texte = texte(premier, nom);
        return texte == null ? texte(second, nom) : texte;
    }

    /** La valeur simple, ou le {@code code} d'une valeur codée. */
    private static @Nullable String texte(JsonNode objet, String nom) {
        var valeur = premier(champ(objet, nom));
        var simple = valeur.isObject() ? valeur.path("code") : valeur;
        return simple.isString() || simple.isNumber() ? Champs.texte(simple.asString()) : null;
    }

    private String nom() {
        return String.valueOf(chemin.getFileName());
    }
}
