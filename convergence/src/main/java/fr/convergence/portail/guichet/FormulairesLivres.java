package fr.convergence.portail.guichet;

import fr.convergence.portail.guichet.GuichetsPublies.Publication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Publie au démarrage les formulaires livrés avec l'application ; les guichets, l'opérateur les ouvre. */
@Component
@Order(FormulairesLivres.AVANT_TOUT)
final class FormulairesLivres implements ApplicationRunner {

    static final int AVANT_TOUT = 0;

    private static final Logger JOURNAL = LoggerFactory.getLogger(FormulairesLivres.class);
    private static final String MOTIF = "classpath*:fr/convergence/portail/guichet/definitions/*-*-*.yaml";

    private final GuichetsPublies guichets;

    FormulairesLivres(GuichetsPublies guichets) {
        this.guichets = guichets;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (var fichier : new PathMatchingResourcePatternResolver().getResources(MOTIF)) {
            var yaml = fichier.getContentAsString(StandardCharsets.UTF_8);
            switch (guichets.publierFormulaire(String.valueOf(fichier.getFilename()), yaml)) {
                case Publication.Publiee(var reference) -> JOURNAL.info("Formulaire {} publié", reference);
                case Publication.DejaPubliee _ -> {}
                case Publication.VersionPrise(var reference) ->
                    JOURNAL.error(
                            "Le formulaire livré {} diffère de la version publiée, qui reste en vigueur", reference);
                case Publication.Refusee(var defauts) ->
                    throw new IllegalStateException("Formulaire livré refusé : " + defauts);
            }
        }
    }
}
