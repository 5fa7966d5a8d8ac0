package fr.convergence.portail.conteneur;

import fr.convergence.socle.page.Message;
import fr.convergence.socle.sonde.Veille;
import fr.convergence.socle.sonde.Veille.Constat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les guichets qui n'ont plus de conteneur à remettre. */
@Configuration(proxyBeanMethods = false)
class VeilleDeLaReserve {

    @Bean
    Veille reservesEpuisees(ReserveDeConteneurs reserve) {
        return new Veille(() -> reserve.epuisees().stream()
                .map(guichet -> new Constat(
                        new Message("conteneur.reserve"),
                        new Message("conteneur.reserve.vide", guichet),
                        ReserveController.CHEMIN))
                .toList());
    }
}
