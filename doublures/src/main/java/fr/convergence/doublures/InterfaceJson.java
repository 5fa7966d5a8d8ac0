package fr.convergence.doublures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * L'interface des essais automatiques.
 *
 * <p>{@code GET /api/courriels?a=ADRESSE&depuis=ID&attendre=SECONDES} : les courriels arrivés après {@code depuis}, dans
 * l'ordre, 200 au plus ; avec {@code attendre} (30 au plus) la réponse vient dès le premier. {@code DELETE /api/courriels}
 * efface tout. {@code GET /api/codes} : les codes des authentificateurs.
 *
 * <p>{@code POST /api/sms} : la passerelle de SMS, telle que le site la connaît ; un SMS se range avec les courriels.
 */
final class InterfaceJson {

    private static final int LIMITE = 200;
    private static final int ATTENTE_MAXIMALE = 30;

    private final CourrielsRecus courriels;
    private final CodesDuMoment codes;
    private final ReceptionDesSms sms;
    private final ObjectMapper json = JsonMapper.builder().build();

    InterfaceJson(CourrielsRecus courriels, CodesDuMoment codes) {
        this.courriels = courriels;
        this.codes = codes;
        this.sms = new ReceptionDesSms(courriels);
    }

    ReponseHttp repondre(Demande demande) throws IOException, InterruptedException {
        var ressource = demande.chemin().size() == 2 ? demande.chemin().getLast() : "";
        return switch (demande.methode() + " " + ressource) {
            case "GET courriels" -> objet(lire(demande));
            case "DELETE courriels" -> {
                courriels.effacerTout();
                yield ReponseHttp.vide(204);
            }
            case "GET codes" -> objet(codes.tous());
            case "POST sms" -> sms.recevoir(demande.corps());
            default -> ReponseHttp.vide(404);
        };
    }

    private List<Courriel> lire(Demande demande) throws IOException, InterruptedException {
        var adresse = demande.texte("a");
        var attente = Duration.ofSeconds(Math.min(demande.nombre("attendre", 0), ATTENTE_MAXIMALE));
        var lus = new ArrayList<Courriel>();
        for (var enveloppe : courriels.arrives(demande.nombre("depuis", 0), e -> e.pour(adresse), LIMITE, attente)) {
            var contenu = courriels.contenu(enveloppe.id());
            if (contenu.isPresent()) {
                try (var entree = contenu.get()) {
                    lus.add(LectureMime.lire(enveloppe, entree));
                }
            }
        }
        return lus;
    }

    private ReponseHttp objet(Object valeur) {
        return ReponseHttp.de("application/json; charset=utf-8", json.writeValueAsBytes(valeur));
    }
}
