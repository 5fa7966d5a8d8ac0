package fr.convergence.portail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Un nœud réglé sans travaux de fond : ses beans sont tous là, préparés à la construction, et aucun ne part. */
@TestDuPortail
final class TravauxDeFondTest {

    @Autowired
    ApplicationContext contexte;

    @Test
    void aucun_ne_part_sur_un_noeud_qui_n_en_fait_pas() {
        var deNous = contexte.getBeansOfType(SmartLifecycle.class);
        deNous.values().removeIf(bean -> !bean.getClass().getName().startsWith("fr.convergence"));
        assertThat(deNous).containsKeys("taches", "filDesCourriels", "horloge");
        deNous.remove("horloge"); // elle marche partout
        deNous.remove("sondes"); // chaque nœud dit sa propre santé
        deNous.remove("porteDesMesures"); // et donne ses propres mesures

        assertThat(deNous)
                .allSatisfy((nom, bean) -> assertThat(bean.isRunning()).isFalse());
    }
}
