package fr.convergence.doublures;

import java.io.IOException;
import java.time.Clock;

/** La boîte de réception ouverte : SMTP d'un côté, pages et interface JSON de l'autre. */
public final class BoiteDeReception implements AutoCloseable {

    private final ReceptionSmtp reception;
    private final ServeurWeb web;

    private BoiteDeReception(ReceptionSmtp reception, ServeurWeb web) {
        this.reception = reception;
        this.web = web;
    }

    /**
     * Ouvre la boîte et retrouve les courriels déjà gardés dans son dossier.
     *
     * @throws IOException si le dossier ou l'un des ports ne peut être employé
     */
    public static BoiteDeReception ouvrir(ReglagesDesDoublures reglages) throws IOException {
        var horloge = Clock.systemUTC();
        var courriels = new CourrielsRecus(reglages.dossier(), reglages.maximum(), horloge);
        var codes = new CodesDuMoment(reglages.authentificateurs(), horloge);
        var web = new ServeurWeb(reglages.portWeb(), courriels, codes);
        try {
            return new BoiteDeReception(ReceptionSmtp.ouvrir(reglages.portSmtp(), courriels), web);
        } catch (IOException e) {
            web.close();
            throw e;
        }
    }

    public int portSmtp() {
        return reception.port();
    }

    /** Adresse de la page d'accueil, sans barre finale. */
    public String adresse() {
        return "http://localhost:" + web.port();
    }

    @Override
    public void close() {
        reception.close();
        web.close();
    }
}
