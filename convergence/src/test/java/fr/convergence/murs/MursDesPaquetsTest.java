package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import fr.convergence.murs.fixture.aveu.ApplicationSansAveu;
import fr.convergence.murs.fixture.cycle.ApplicationEnCercle;
import fr.convergence.portail.Portail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Les murs entre paquets du portail : chacun dit de qui il dépend, et l'ensemble n'a pas de cercle. */
final class MursDesPaquetsTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Portail.class);

    @Test
    void chaque_paquet_ne_depend_que_de_ceux_qu_il_nomme() {
        MODULES.verify();
    }

    @Test
    void deux_paquets_qui_se_tiennent_l_un_l_autre_sont_refuses() {
        var modules = ApplicationModules.of(ApplicationEnCercle.class, new ImportOption.OnlyIncludeTests());

        assertThatThrownBy(modules::verify).isInstanceOf(Violations.class).hasMessageContaining("Cycle");
    }

    @Test
    void un_paquet_qui_en_emploie_un_autre_sans_le_nommer_est_refuse() {
        var modules = ApplicationModules.of(ApplicationSansAveu.class, new ImportOption.OnlyIncludeTests());

        assertThatThrownBy(modules::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Module 'client' depends on module 'fournisseur'");
    }

    @Test
    void le_graphe_de_la_documentation_est_celui_du_code() throws IOException {
        var noms = MODULES.stream().map(MursDesPaquetsTest::nom).sorted().toList();
        var lignes = new ArrayList<>(List.of("graph LR"));
        noms.forEach(nom -> lignes.add("    " + nom));
        MODULES.stream()
                .flatMap(module -> module.getDirectDependencies(MODULES)
                        .uniqueModules()
                        .map(dependance -> "    " + nom(module) + " --> " + nom(dependance)))
                .distinct()
                .sorted()
                .forEach(lignes::add);

        Documentation.ecrire("paquets-du-portail.md", """
                # Paquets du portail

                Écrit par `MursDesPaquetsTest` d'après le code : une flèche va de qui dépend vers qui il connaît.

                ```mermaid
                %s
                ```
                """.formatted(String.join("\n", lignes)));
        assertThat(noms).isNotEmpty();
    }

    private static String nom(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
