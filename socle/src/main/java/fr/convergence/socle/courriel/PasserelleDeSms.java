package fr.convergence.socle.courriel;

import fr.convergence.socle.chiffrement.ScellementInvalide;
import fr.convergence.socle.courriel.EnvoiDesCourriels.EnPartance;
import fr.convergence.socle.courriel.EnvoiDesCourriels.Issue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Porte les SMS à leur passerelle, par HTTP. Un SMS est un courriel dont le destinataire est un numéro : il s'écrit, attend, se
 * refait et se suit comme les autres (décision 0104).
 */
@Component
public final class PasserelleDeSms {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TROP_DE_DEMANDES = 429;
    private static final int DELAI_PASSE = 408;
    private static final String INJOIGNABLE = "Passerelle de SMS injoignable";

    private final ReglagesDesSms reglages;
    private final HttpClient http;

    PasserelleDeSms(ReglagesDesSms reglages) {
        this.reglages = reglages;
        this.http = HttpClient.newBuilder().connectTimeout(reglages.delai()).build();
    }

    /** Vrai quand le site peut proposer d'en envoyer. */
    public boolean reglee() {
        var adresse = reglages.adresse();
        return adresse != null && !adresse.isBlank();
    }

    static boolean prend(EnPartance courriel) {
        return courriel.destinataire().startsWith("+");
    }

    /**
     * Porte un lot, comme {@link Facteur#tournee} : à la première panne de la passerelle, ce qui reste attend, et les courriels
     * n'attendent pas derrière.
     */
    void tournee(
            List<EnPartance> lot,
            Function<EnPartance, byte[]> ouvrir,
            Consumer<Collection<EnPartance>> tenir,
            BiConsumer<EnPartance, Issue> noter) {
        var restent = new ArrayDeque<>(lot);
        var panne = "";
        for (tenir.accept(restent); !restent.isEmpty(); tenir.accept(restent)) {
            var sms = restent.getFirst();
            var issue = panne.isEmpty() ? porter(sms, ouvrir) : new Issue.ARefaire(panne);
            if (issue instanceof Issue.ARefaire(var erreur) && erreur.startsWith(INJOIGNABLE)) {
                panne = erreur;
            }
            noter.accept(restent.removeFirst(), issue);
        }
    }

    private Issue porter(EnPartance sms, Function<EnPartance, byte[]> ouvrir) {
        if (!reglee()) {
            return new Issue.ARefaire(INJOIGNABLE + " : aucune n’est réglée");
        }
        try {
            var texte = JSON.readValue(ouvrir.apply(sms), Facteur.Corps.class).texte();
            var statut =
                    http.send(requete(sms, texte), BodyHandlers.discarding()).statusCode();
            return switch (statut) {
                case DELAI_PASSE, TROP_DE_DEMANDES -> new Issue.ARefaire("Refusé pour l’instant : " + statut);
                default ->
                    switch (statut / 100) {
                        case 2 -> new Issue.Parti();
                        case 4 -> new Issue.Impossible("SMS refusé : " + statut);
                        default -> new Issue.ARefaire(INJOIGNABLE + " : " + statut);
                    };
            };
        } catch (ScellementInvalide illisible) {
            return new Issue.ARefaire("Corps scellé illisible par ce nœud");
        } catch (IOException panne) {
            return new Issue.ARefaire(INJOIGNABLE + " : " + panne.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Issue.ARefaire("Envoi interrompu");
        }
    }

    /** La même clé à chaque essai : une passerelle qui la connaît n'envoie pas deux fois. */
    private HttpRequest requete(EnPartance sms, String texte) {
        var corps = Map.of(
                "id",
                sms.id().toString(),
                "to",
                sms.destinataire(),
                "from",
                reglages.expediteur(),
                "text",
                texte.strip());
        return HttpRequest.newBuilder(URI.create(String.valueOf(reglages.adresse())))
                .timeout(reglages.delai())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + reglages.cle())
                .header("Idempotency-Key", sms.id().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(corps)))
                .build();
    }
}
