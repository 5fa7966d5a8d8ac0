package fr.convergence.portail.guichet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(BaseDeTest.class)
@Tag("FRM-1")
@Tag("DOS-7")
final class GuichetsPubliesTest {

    private static final String FORMULAIRE = """
            formulaire: essai@1
            sections:
              - id: seule
                titre: Seule
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court, obligatoire: true}
            """;

    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final JdbcClient base;
    private final GuichetsPublies guichets;

    GuichetsPubliesTest(JdbcClient base) {
        this.base = base;
        this.guichets = new GuichetsPublies(new VersionsPubliees(base), horloge);
    }

    @Test
    void une_version_publiee_ne_change_plus() {
        assertThat(guichets.publierFormulaire("essai.yaml", FORMULAIRE)).isInstanceOf(Publication.Publiee.class);
        assertThat(guichets.publierFormulaire("essai.yaml", FORMULAIRE)).isInstanceOf(Publication.DejaPubliee.class);
        assertThat(guichets.publierFormulaire("essai.yaml", FORMULAIRE.replace("Votre rôle", "Votre fonction")))
                .isInstanceOf(Publication.VersionPrise.class);
        assertThatThrownBy(() ->
                        base.sql("update guichet_formulaire set canonique = ''").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void une_prolongation_vaut_pour_les_dossiers_deja_commences() {
        guichets.publierFormulaire("autre.yaml", FORMULAIRE.replace("essai@1", "autre@1"));
        guichets.publierGuichet("guichet.yaml", guichet(1, "J+5T23:59:59"));
        var commence = new Reference("ESSAI", 1);
        var avant = guichets.fenetre(commence, "candidature").limite().orElseThrow();

        guichets.publierGuichet("guichet.yaml", guichet(2, "J+20T23:59:59"));
        horloge.avancer(Duration.ofSeconds(10));

        assertThat(guichets.fenetre(commence, "candidature")
                        .limite()
                        .orElseThrow()
                        .echeance())
                .isAfter(avant.echeance());
        assertThat(guichets.formulaire(commence, "candidature")).isPresent();
    }

    private static String guichet(int version, String limite) {
        return """
                guichet: ESSAI@%d
                titre: Guichet d'essai
                programme: CaRE
                public: etablissements
                eligibles: [GHT]
                etapes:
                  - code: candidature
                    titre: Formulaire de candidature
                    formulaire: autre@1
                    fenetre: {candidature: J-1T09:00/%s, premier_depot_avant: %s}
                    circuit: [ARS]
                """.formatted(version, limite, limite);
    }
}
