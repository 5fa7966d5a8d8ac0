package fr.convergence.isc.declarant;

import fr.convergence.socle.captcha.Captchas;
import fr.convergence.socle.captcha.Tirage.Freine;
import fr.convergence.socle.captcha.Tirage.Tire;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Le contrôle de sécurité d’un formulaire ouvert à tous. */
@Component
public final class ControleDeSecurite {

    private final Captchas captchas;
    private final EnvoisUniques envois;

    ControleDeSecurite(Captchas captchas, EnvoisUniques envois) {
        this.captchas = captchas;
        this.envois = envois;
    }

    /** Faux, l’erreur étant dite, si ce qui est recopié n’est pas juste. */
    public boolean passe(SaisieDeDeclarant saisie, HttpServletRequest requete, Erreurs erreurs) throws Exception {
        var juste = envois.juger(
                requete, SaisieDeDeclarant.CONTROLE, () -> captchas.verifier(saisie.defi(), saisie.controle()));
        if (!juste) {
            erreurs.ajouter(
                    SaisieDeDeclarant.CONTROLE,
                    saisie.sansReponse() ? "declarant.controle.vide" : "declarant.controle.faux");
        }
        return juste;
    }

    /** Le défi à montrer ; nul, l’erreur étant dite, quand un frein n’en donne plus. */
    public @Nullable String defi(HttpServletRequest requete, Erreurs erreurs) {
        return switch (captchas.tirer(requete.getRemoteAddr())) {
            case Tire(var tire) -> tire.toString();
            case Freine(var jusqu) -> {
                erreurs.freiner(
                        SaisieDeDeclarant.CONTROLE,
                        new Message("declarant.controle.frein", Formats.heure(jusqu)),
                        jusqu);
                yield null;
            }
        };
    }
}
