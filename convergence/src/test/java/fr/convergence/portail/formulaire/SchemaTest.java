package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.convergence.portail.definition.Defauts;
import fr.convergence.portail.definition.Document;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.Guichets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Les schémas publiés sont ceux que le lecteur applique, et disent la même chose que lui. */
@Tag("FRM-1")
final class SchemaTest {

    private static final Path PAQUETS = Path.of("src/main/java/fr/convergence/portail");
    private static final Formulaires FORMULAIRES = Formulaires.standard();

    /** Lancé avec -Dschemas=ecrire, il met les fichiers à jour. */
    @Test
    void les_fichiers_publies_sont_ceux_du_lecteur() throws IOException {
        publie("formulaire/formulaire.schema.json", FORMULAIRES.schema());
        publie("guichet/guichet.schema.json", Guichets.schema());
    }

    @Test
    void les_definitions_livrees_y_sont_conformes() {
        DefinitionLivree.formulaires()
                .forEach(d -> assertThat(ecarts(FORMULAIRES.schema(), d.texte()))
                        .as(d.fichier())
                        .isEmpty());
        DefinitionLivree.guichets()
                .forEach(d -> assertThat(ecarts(Guichets.schema(), d.texte()))
                        .as(d.fichier())
                        .isEmpty());
        DefinitionLivree.guichetsDeDemonstration()
                .forEach(d -> assertThat(ecarts(Guichets.schema(), d.texte()))
                        .as(d.fichier())
                        .isEmpty());
    }

    @Test
    void ce_que_le_lecteur_refuse_dans_la_forme_le_schema_le_refuse_aussi() {
        var juste = DefinitionLivree.formulaires().getFirst().texte();
        for (var faute : List.of(
                List.of("titre: Prérequis", "tittre: Prérequis"),
                List.of("type: oui_non", "type: ouinon"),
                List.of("type: iban", "type: ibane"),
                List.of("obligatoire: true", "obligatoire: oui"),
                List.of("taille_max: 10 Mo", "taille_max: 10 MB"),
                List.of("nombre_max: 1", "nombre_max: 1000"),
                List.of("id: role", "id: Role"),
                List.of("fonction: true", "formats: [pdf]"),
                List.of("formats: [pdf, jpg, png]", "formats: []"),
                List.of("care-d1-candidature@1", "care-d1-candidature"))) {
            var faux = juste.replace(faute.getFirst(), faute.getLast());
            var lus = FORMULAIRES.importer("f.yaml", faux).defauts();
            assertThat(ecarts(FORMULAIRES.schema(), faux).isEmpty())
                    .as("%s", faute)
                    .isEqualTo(lus.isEmpty());
        }
    }

    private static List<?> ecarts(String schema, String texte) {
        Schema lu = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        var json = Document.lire(texte, new Defauts("f.yaml"))
                .orElseThrow()
                .racine()
                .json();
        return lu.validate(json.toString(), InputFormat.JSON);
    }

    private static void publie(String fichier, String schema) throws IOException {
        var chemin = PAQUETS.resolve(fichier);
        if ("ecrire".equals(System.getProperty("schemas"))) {
            Files.writeString(chemin, schema);
        }
        assertThat(Files.readString(chemin)).isEqualTo(schema);
    }
}
