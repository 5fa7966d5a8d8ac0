package fr.convergence.isc.federation;

import fr.convergence.socle.connexion.OuvrirSession;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ce qui a prouvé l'identité, dans les mots du protocole (amr, RFC 8176). */
@Component
final class MoyensDeConnexion {

    /** Une session ouverte avant que son moyen ne soit retenu ne dit rien de plus que ce que toute connexion a. */
    List<String> de(HttpSession session) {
        return OuvrirSession.moyen(session).map(MoyensDeConnexion::dits).orElse(List.of("mfa"));
    }

    private static List<String> dits(Moyen moyen) {
        return switch (moyen) {
            case MOT_DE_PASSE_ET_COURRIEL, MOT_DE_PASSE_ET_APPLICATION, MOT_DE_PASSE_ET_SECOURS ->
                List.of("pwd", "otp", "mfa");
            case CLE_D_ACCES -> List.of("hwk", "user", "mfa");
            case MOT_DE_PASSE_ET_APPAREIL -> List.of("pwd", "mfa");
        };
    }
}
