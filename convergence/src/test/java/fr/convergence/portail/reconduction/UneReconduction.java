package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.guichet.GuichetsPublies;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Les guichets d'où et vers où l'on reprend des réponses, et les pages où cela se lit. */
@Component
final class UneReconduction {

    private static final String GUICHET = """
            guichet: %s
            titre: Guichet %s
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: %s@1
                fenetre: {candidature: J-1T09:00/J+10T23:59:59, premier_depot_avant: J+12T23:59:59}
                circuit: [ARS]
            """;

    private final GuichetsPublies guichets;
    private final Requetes requetes;

    UneReconduction(GuichetsPublies guichets, Requetes requetes) {
        this.guichets = guichets;
        this.requetes = requetes;
    }

    /** @param formulaire dont le code est celui du guichet, en minuscules */
    void publier(String guichet, String formulaire) {
        var code = guichet.toLowerCase(Locale.ROOT);
        assertThat(guichets.publierFormulaire(code + "-formulaire.yaml", formulaire))
                .isNotInstanceOf(GuichetsPublies.Publication.Refusee.class);
        assertThat(guichets.publierGuichet(code + ".yaml", GUICHET.formatted(guichet, guichet, code)))
                .isNotInstanceOf(GuichetsPublies.Publication.Refusee.class);
    }

    Document page(Connecte qui, String adresse) throws Exception {
        return Jsoup.parse(requetes.lire(qui, adresse).getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
