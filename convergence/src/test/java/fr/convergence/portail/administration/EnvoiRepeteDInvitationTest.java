package fr.convergence.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Un formulaire sans état ni version à lui : seule sa clé fait qu'il ne se fait qu'une fois. */
@TestDuPortail
final class EnvoiRepeteDInvitationTest {

    @Autowired
    Requetes requetes;

    @Autowired
    BoiteAuxLettres boite;

    @Test
    void vingt_envois_simultanes_font_une_invitation_et_vingt_reponses_egales() throws Exception {
        var operateur =
                new Connecte(UUID.randomUUID(), Role.OPERATEUR, "Olga Essai", new Perimetre.Aucun(), Instant.now());
        var courriel = UUID.randomUUID() + "@essai.example";
        var champs = Map.of(
                "nom", "Durand",
                "prenom", "Zoé",
                "civilite", "MADAME",
                "nomUtilisateur", "zoe-" + UUID.randomUUID().toString().substring(0, 8),
                "courriel", courriel,
                "role", "ANS",
                "_cle", UUID.randomUUID().toString());
        Callable<String> envoi = () -> requetes.envoyer(operateur, "/administration/invitations", champs)
                .getResponse()
                .getHeader("Location");

        try (var fils = Executors.newFixedThreadPool(20)) {
            assertThat(fils.invokeAll(Collections.nCopies(20, envoi)).stream()
                            .map(Future::resultNow)
                            .toList())
                    .hasSize(20)
                    .allSatisfy(adresse -> assertThat(adresse).startsWith("/administration/comptes/"))
                    .containsOnly(requetes.envoyer(operateur, "/administration/invitations", champs)
                            .getResponse()
                            .getHeader("Location"));
        }

        assertThat(boite.de(courriel)).hasSize(1);
    }
}
