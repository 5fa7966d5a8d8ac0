package fr.convergence.isc.murs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.Isc;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Un paquet n'emploie que ceux qu'il nomme, et aucun cercle ne les lie. */
final class MursDesPaquetsDIscTest {

    @Test
    void chaque_paquet_n_emploie_que_ceux_qu_il_nomme() {
        var modules = ApplicationModules.of(Isc.class);
        modules.verify();
        assertThat(modules.stream().count()).isGreaterThan(5);
    }
}
