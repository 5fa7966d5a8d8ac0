package fr.convergence.isc.client;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Comment un service prouve qui il est. Aucun n'est public : un navigateur ne garde pas de secret. */
public enum MethodeDeClient {
    SECRET_EN_ENTETE(ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
    SECRET_DANS_LE_CORPS(ClientAuthenticationMethod.CLIENT_SECRET_POST),
    CLE_PRIVEE(ClientAuthenticationMethod.PRIVATE_KEY_JWT);

    private final ClientAuthenticationMethod methode;

    MethodeDeClient(ClientAuthenticationMethod methode) {
        this.methode = methode;
    }

    ClientAuthenticationMethod methode() {
        return methode;
    }

    /** Son nom dans le protocole. */
    public String nom() {
        return methode.getValue();
    }

    static MethodeDeClient de(String nom) {
        for (var methode : values()) {
            if (methode.nom().equals(nom)) {
                return methode;
            }
        }
        throw new IllegalArgumentException(nom);
    }
}
