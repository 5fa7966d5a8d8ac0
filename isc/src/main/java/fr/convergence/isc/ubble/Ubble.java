package fr.convergence.isc.ubble;

import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.isc.identite.PartenaireDistant;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.courriel.Expediteur;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Ubble, par la version 2 de son interface : un candidat, une vérification, et une tentative à chaque venue de la personne. */
@Component
final class Ubble implements PartenaireDistant {

    static final String NOM = "UBBLE";

    private static final Logger TRACES = LoggerFactory.getLogger(Ubble.class);

    private final ReglagesDUbble reglages;
    private final InterfaceUbble interfaceV2;
    private final Confies confies;
    private final Verifications verifications;
    private final Expediteur expediteur;

    Ubble(ReglagesDUbble reglages, Confies confies, Verifications verifications, Expediteur expediteur) {
        this.reglages = reglages;
        this.interfaceV2 = new InterfaceUbble(reglages);
        this.confies = confies;
        this.verifications = verifications;
        this.expediteur = expediteur;
    }

    @Override
    public String nom() {
        return NOM;
    }

    @Override
    public boolean regle() {
        var adresse = reglages.adresse();
        return adresse != null && !adresse.isBlank();
    }

    /** Ce que chaque appel a donné est retenu : une réponse perdue se redemande sans refaire le reste. */
    @Override
    public Ouverture ouvrir(Verification verification) {
        try {
            var reference = reference(verification);
            var reponse = interfaceV2.poster(
                    "/v2/identity-verifications/" + reference + "/attempts", Map.of("redirect_url", retour()));
            if (reponse.statusCode() == HttpStatus.CONFLICT.value()) {
                // Elle n'attend plus la personne : ce qu'elle est devenue se relève.
                confies.recevoir("conflit/" + reference + "/" + System.nanoTime(), reference);
                return new Ouverture.Indisponible();
            }
            var adresse = lien(InterfaceUbble.corps(reponse));
            confies.reprise(verification.id());
            return new Ouverture.Ouverte(adresse);
        } catch (UbbleDefaillant echec) {
            TRACES.warn("Vérification {} : Ubble n’a pas répondu, à redemander", verification.id(), echec);
            return new Ouverture.Indisponible();
        }
    }

    AvancementDUbble avancement(String reference) {
        return AvancementDUbble.lire(interfaceV2.lire("/v2/identity-verifications/" + reference));
    }

    private String reference(Verification verification) {
        var connue = confies.celui(verification.id());
        if (connue.isPresent() && connue.get().reference() != null && verification.reference() != null) {
            return connue.get().reference();
        }
        var candidat = connue.map(Confies.Confie::candidat).orElseGet(() -> candidat(verification));
        var personne = verification.personne();
        var demande = new HashMap<String, Object>(Map.of(
                "applicant_id",
                candidat,
                "declared_data",
                Map.of("name", personne.prenom() + " " + personne.nom()),
                "redirect_url",
                retour(),
                "webhook_url",
                expediteur.site() + UbbleController.CHEMIN));
        if (!reglages.parcours().isEmpty()) {
            demande.put("user_journey_id", reglages.parcours());
        }
        var reference = identifiant(interfaceV2.envoyer("/v2/identity-verifications", demande));
        confies.reference(verification.id(), reference);
        verifications.noter(verification.id(), reference, null);
        return reference;
    }

    private String candidat(Verification verification) {
        var candidat = identifiant(interfaceV2.envoyer(
                "/v2/applicants",
                Map.of(
                        "external_applicant_id",
                        verification.id().toString(),
                        "email",
                        verification.personne().courriel())));
        confies.candidat(verification.id(), candidat);
        return candidat;
    }

    private String retour() {
        return expediteur.site() + CommencerVerification.CHEMIN;
    }

    private static String identifiant(JsonNode dit) {
        var id = dit.path("id").asString("");
        if (!id.matches("[\\w-]{1,100}")) {
            throw new UbbleDefaillant("Réponse sans identifiant");
        }
        return id;
    }

    /** On n'envoie personne ailleurs que chez lui, par une adresse sûre. */
    private static String lien(JsonNode dit) {
        var adresse = dit.path("_links").path("verification_url").path("href").asString("");
        if (!adresse.startsWith("https://") && !adresse.startsWith("http://localhost:")) {
            throw new UbbleDefaillant("Adresse de vérification irrecevable");
        }
        return adresse;
    }
}
