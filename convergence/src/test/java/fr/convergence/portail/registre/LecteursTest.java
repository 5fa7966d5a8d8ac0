package fr.convergence.portail.registre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.registre.Enregistrement.Eg;
import fr.convergence.portail.registre.Enregistrement.Ej;
import fr.convergence.portail.registre.Enregistrement.Ght;
import fr.convergence.portail.registre.Enregistrement.Membre;
import fr.convergence.portail.registre.Enregistrement.Rejet;
import fr.convergence.portail.registre.Enregistrement.Secteur;
import fr.convergence.socle.identifiant.Region;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chaque format, ligne à ligne, sans base. */
final class LecteursTest {

    private static final String EJ_501 = "structureej;349000018;CHU DE VALBRUNE;;;1;RUE;DES TILLEULS;;;;001;"
            + "34910 VALBRUNE CEDEX 5;34;HERAULT;;11;;;;999000011;;";
    private static final String EG_502 =
            "structureet;349000026;349000018;\"LE \"\"CLOS\"\"\";HÔPITAL DE VALBRUNE;;;1;RUE;"
                    + "DES TILLEULS;;BP 4;001;34;HERAULT;34910 VALBRUNE;0400000000;;355;Centre Hospitalier (C.H.);;;99900001100018"
                    + ";;;;;;;;;";

    @TempDir
    Path dossier;

    @Test
    void une_entite_juridique_du_flux_etalab_se_lit_champ_par_champ() throws Exception {
        var lus = lire(etalab("finess;etalab;1;2026-05-12", EJ_501));

        var ej = (Ej) lus.getFirst();
        assertThat(ej.finess().valeur()).isEqualTo("349000018");
        assertThat(ej.nom().court()).isEqualTo("CHU DE VALBRUNE");
        assertThat(ej.secteur()).isEqualTo(Secteur.PUBLIC);
        assertThat(ej.adresse().commune()).isEqualTo("VALBRUNE CEDEX 5");
        assertThat(ej.adresse().codePostal()).isEqualTo("34910");
        assertThat(ej.adresse().region(ej.finess())).contains(Region.OCCITANIE);
    }

    @Test
    void un_etablissement_du_flux_etalab_garde_ses_guillemets_et_ses_accents() throws Exception {
        var eg = (Eg) lire(etalab("finess;etalab;1;2026-05-12", EG_502)).getFirst();

        assertThat(eg.nom().court()).isEqualTo("LE \"CLOS\"");
        assertThat(eg.nom().entier()).isEqualTo("HÔPITAL DE VALBRUNE");
        assertThat(eg.finessEj().valeur()).isEqualTo("349000018");
        assertThat(eg.siret()).isEqualTo("99900001100018");
        assertThat(eg.categorie().code()).isEqualTo("355");
    }

    @Test
    void le_manifeste_date_les_donnees_et_la_geolocalisation_est_passee() throws Exception {
        var fichier = etalab("finess;etalab;1;2026-05-12", EG_502, "geolocalisation;349000026;1;2;s;d");

        assertThat(FormatDuRegistre.reconnaitre(fichier).lire(_ -> {})).contains(LocalDate.of(2026, 5, 12));
    }

    @Test
    void un_fichier_plus_court_que_son_manifeste_est_refuse_entier() throws Exception {
        var fichier = etalab("finess;etalab;2;2026-05-12", EG_502);

        assertThatThrownBy(() -> lire(fichier))
                .isInstanceOf(FichierRefuse.class)
                .hasMessage("essai.csv tronqué : le manifeste annonce 2 lignes, le fichier en a 1");
    }

    @Test
    void un_fichier_en_utf_8_au_lieu_de_latin_1_est_refuse_avec_sa_ligne() throws Exception {
        var fichier = ecrire("essai.csv", "finess;etalab;1;2026-05-12\n" + EG_502 + "\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> lire(fichier))
                .isInstanceOf(FichierRefuse.class)
                .hasMessage("essai.csv, ligne 2 : encodage UTF-8, Latin-1 (ISO-8859-1) demandé");
    }

    @Test
    void un_indicateur_d_ordre_des_octets_ne_change_ni_la_lecture_ni_le_motif() throws Exception {
        var accentue =
                ecrire("essai.csv", "\uFEFFfiness;etalab;1;2026-05-12\n" + EG_502 + "\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> lire(accentue))
                .isInstanceOf(FichierRefuse.class)
                .hasMessage("essai.csv, ligne 2 : encodage UTF-8, Latin-1 (ISO-8859-1) demandé");

        var sansManifeste = ecrire("essai.csv", "\uFEFF" + EG_502 + "\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> lire(sansManifeste))
                .hasMessage("essai.csv, ligne 1 : encodage UTF-8, Latin-1 (ISO-8859-1) demandé");

        var ascii = Normalizer.normalize(EG_502, Normalizer.Form.NFD).replaceAll("[^\\x00-\\x7f]", "");
        assertThat(lire(ecrire("essai.csv", "\uFEFF" + ascii + "\n", StandardCharsets.UTF_8)))
                .isEqualTo(lire(ecrire("essai.csv", ascii + "\n", StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void une_cle_fausse_une_ligne_courte_et_un_guillemet_ouvert_sont_rejetes_avec_ligne_et_raison() throws Exception {
        var lus = lire(etalab(
                "finess;etalab;4;2026-05-12",
                EG_502.replace("349000026;", "349000028;"),
                "structureet;349000026;349000018",
                EG_502.replace("\"LE \"\"CLOS\"\"\"", "\"LE CLOS"),
                EG_502));

        assertThat(rejets(lus))
                .containsExactly(
                        "2 FINESS de l’établissement 349000028 : clé de contrôle fausse",
                        "3 3 champs au lieu de 32",
                        "4 guillemet non refermé");
        assertThat(lus).hasAtLeastOneElementOfType(Eg.class);
    }

    @Test
    void un_siret_faux_est_ecarte_mais_l_etablissement_reste() throws Exception {
        var lus = lire(etalab("finess;etalab;1;2026-05-12", EG_502.replace("99900001100018", "99900001100014")));

        assertThat(rejets(lus)).containsExactly("2 SIRET « 99900001100014 » faux : écarté, la ligne est gardée");
        assertThat(lus.getLast())
                .isInstanceOfSatisfying(Eg.class, eg -> assertThat(eg.siret()).isNull());
    }

    @Test
    void finess_plus_donne_ej_eg_ght_et_membres_meme_compresse() throws Exception {
        var lus = lire(compresser(ecrire("plus.json", FINESS_PLUS, StandardCharsets.UTF_8)));

        assertThat(lus.stream().map(lu -> lu.getClass().getSimpleName()))
                .containsExactly("Ght", "Membre", "Ej", "Eg", "Rejet");
        assertThat(lus)
                .element(0)
                .isInstanceOfSatisfying(Ght.class, ght -> assertThat(ght.code()).isEqualTo("OCC-71"));
        assertThat(lus)
                .element(1)
                .isInstanceOfSatisfying(
                        Membre.class, membre -> assertThat(membre.support()).isTrue());
        assertThat(lus).element(3).isInstanceOfSatisfying(Eg.class, eg -> {
            assertThat(eg.nom().court()).isEqualTo("HOPITAL DES ARCEAUX");
            assertThat(eg.categorie().code()).isEqualTo("101");
            assertThat(eg.adresse().departement()).isEqualTo("34");
        });
        assertThat(rejets(lus)).containsExactly("2 FINESS EJ 349000012 : clé de contrôle fausse");
    }

    @Test
    void un_json_ou_un_gz_tronque_est_refuse_entier() throws Exception {
        var json = ecrire("plus.json", FINESS_PLUS.substring(0, FINESS_PLUS.length() - 20), StandardCharsets.UTF_8);
        var gz = compresser(ecrire("entier.json", FINESS_PLUS, StandardCharsets.UTF_8));
        var court = Files.write(dossier.resolve("court.json.gz"), java.util.Arrays.copyOf(Files.readAllBytes(gz), 200));

        assertThatThrownBy(() -> lire(json)).isInstanceOf(FichierRefuse.class);
        assertThatThrownBy(() -> lire(court)).isInstanceOfAny(IOException.class, FichierRefuse.class);
    }

    @Test
    void un_fichier_qui_n_est_d_aucun_format_est_refuse() throws Exception {
        var fichier = ecrire("notes.txt", "bonjour", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> lire(fichier)).hasMessage("notes.txt : format non reconnu");
    }

    @Test
    void un_fichier_du_dossier_prepare_envoye_seul_dit_ceux_qui_manquent() throws Exception {
        var seul = ecrire("ght.csv", "code_ght;code_diffusion;nom\n", StandardCharsets.UTF_8);
        var renomme = ecrire("membres-2026.csv", "code_ght;finess_ej;role;origine\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> lire(seul))
                .hasMessage(
                        "ght.csv ne s’importe pas seul : le dossier préparé compte quatre fichiers, à envoyer ensemble"
                                + " (entites_juridiques.csv, entites_geographiques.csv, ght.csv, ght_membres.csv) ; il manque"
                                + " entites_juridiques.csv, entites_geographiques.csv, ght_membres.csv");
        assertThatThrownBy(() -> lire(renomme))
                .hasMessageStartingWith("membres-2026.csv ne s’importe pas seul")
                .hasMessageEndingWith("il manque entites_juridiques.csv, entites_geographiques.csv, ght.csv");
    }

    @Test
    void un_champ_unique_se_dit_au_singulier() throws Exception {
        var lus = lire(etalab("finess;etalab;2;2026-05-12", EG_502, "perdue"));

        assertThat(rejets(lus)).containsExactly("3 1 champ au lieu de 32");
    }

    @Test
    void le_dossier_prepare_refuse_un_fichier_manquant_une_colonne_manquante_et_une_fin_coupee() throws Exception {
        var registre = new RegistreEcrit(dossier);
        assertThatThrownBy(() -> lire(dossier))
                .hasMessageEndingWith(
                        "il manque entites_juridiques.csv, entites_geographiques.csv, ght.csv, ght_membres.csv");

        registre.ej("349000018;CHU;X").ecrire();
        assertThatThrownBy(() -> lire(dossier))
                .hasMessage("entites_juridiques.csv, ligne 2 : fichier tronqué, dernière ligne incomplète");

        Files.writeString(dossier.resolve("entites_juridiques.csv"), "finess_ej;raison_sociale\n");
        assertThatThrownBy(() -> lire(dossier))
                .hasMessage("entites_juridiques.csv, ligne 1 : colonnes manquantes : type_candidat");
    }

    @Test
    void le_dossier_prepare_dit_quand_ses_etablissements_sont_inventes() throws Exception {
        new RegistreEcrit(dossier).ecrire();
        var ej = dossier.resolve("entites_juridiques.csv");
        Files.writeString(
                ej, "finess_ej;raison_sociale;type_candidat;origine_nom\n349000018;CHU DE VALBRUNE;GHT;INVENTE\n");
        var invente = FormatDuRegistre.reconnaitre(dossier);
        invente.lire(_ -> {});
        assertThat(invente.format()).isEqualTo(FormatDuRegistre.DOSSIER_D_ESSAI);

        Files.writeString(ej, "finess_ej;raison_sociale;type_candidat;origine_nom\n349000018;CHU;GHT;ET_UNIQUE\n");
        var prepare = FormatDuRegistre.reconnaitre(dossier);
        prepare.lire(_ -> {});
        assertThat(prepare.format()).isEqualTo(FormatDuRegistre.DOSSIER_CSV);
    }

    @Test
    void les_extraits_du_fichier_officiel_se_lisent_entiers() throws Exception {
        var brut = DonneesFiness.dossier().resolve("brut");
        var lus = new ArrayList<Enregistrement>();
        // L'extrait a gardé le manifeste d'un fichier plus long : il est tronqué, et c'est ce qu'il faut en dire.
        assertThatThrownBy(
                        () -> FormatDuRegistre.reconnaitre(brut.resolve("extrait_etalab-cs1100502-stock-20260512.csv"))
                                .lire(lus::add))
                .hasMessageContaining("annonce 111 lignes, le fichier en a 8");
        assertThat(lus).hasSize(8).allSatisfy(lu -> assertThat(lu).isInstanceOf(Eg.class));
        assertThat(lire(brut.resolve("extrait_etalab-cs1100501-stock-20260311_reconstitue.csv")))
                .hasSize(5)
                .allSatisfy(lu -> assertThat(lu).isInstanceOf(Ej.class));
    }

    private static final String FINESS_PLUS = """
            {"schemaVersion": "1", "generatedAt": "2026-10-01T04:00:00Z",
             "gcc": [{"nomGcc": "GARRIGUES", "typeGcc": "001", "gccIdentifiantExterne": "76171",
                      "pmejDuGcc": [{"pmSmsseId": "p1", "typeRoleEntiteGroupe": "S"}]}],
             "gco": [{"typeGCO": "x"}],
             "pmej": [
               {"informationsGeneralesPMEJ": {"pmSmsseId": "p1", "numFinessPm": "349000018",
                  "denominationPm": "CHU DE VALBRUNE", "siren": "999000011", "statutJuridique": {"code": "11"}},
                "adresse": [{"cogCommune": "34001", "ligneAcheminement": "34910 VALBRUNE"}],
                "ege": [{"informationsGeneralesEGE": {"numFinessEge": "349000026", "nomEgeCourt": "HOPITAL DES ARCEAUX"},
                         "categorieentiteGeographiqueExercice": {"code": "101"}, "etatObjet": {"code": "A"},
                         "adresse": [{"cogCommune": "34001", "ligneAcheminement": "34910 VALBRUNE"}]}]},
               {"informationsGeneralesPmej": {"pm_smsseId": "p2", "numFinessPm": "349000012",
                  "denominationPm": "X", "statutJuridique": {"code": "11"}}, "ege": []}
             ]}
            """;

    private static List<Enregistrement> lire(Path chemin) throws IOException, FichierRefuse {
        var lus = new ArrayList<Enregistrement>();
        FormatDuRegistre.reconnaitre(chemin).lire(lus::add);
        return lus;
    }

    private static List<String> rejets(List<Enregistrement> lus) {
        return lus.stream()
                .filter(Rejet.class::isInstance)
                .map(Rejet.class::cast)
                .map(rejet -> rejet.origine().ligne() + " " + rejet.motif())
                .toList();
    }

    private Path etalab(String... lignes) throws IOException {
        return ecrire("essai.csv", String.join("\n", lignes) + "\n", StandardCharsets.ISO_8859_1);
    }

    private Path ecrire(String nom, String texte, Charset encodage) throws IOException {
        return Files.write(dossier.resolve(nom), texte.getBytes(encodage));
    }

    private Path compresser(Path clair) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var gz = new GZIPOutputStream(octets)) {
            gz.write(Files.readAllBytes(clair));
        }
        return Files.write(dossier.resolve(clair.getFileName() + ".gz"), octets.toByteArray());
    }
}
