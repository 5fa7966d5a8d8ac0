package fr.convergence.portail.acces;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Qui se présente aux routes, face à un dossier transmis d'Occitanie ; le titulaire vient en dernier, ses actes changent l'objet. */
enum Personnage {
    ANONYME(null),
    AUTRE_REFERENT(Role.REFERENT),
    ARS_D_AILLEURS(Role.ARS),
    OPERATEUR(Role.OPERATEUR),
    ARS_DE_LA_REGION(Role.ARS),
    ANS(Role.ANS),
    TITULAIRE(Role.REFERENT);

    /** Ce que le serveur doit répondre. */
    enum Reponse {
        /** La page, ou un refus de ce qui est saisi : l'objet, lui, existe. */
        SERVI,
        /** Renvoyé à la page de connexion, ou prié de se connecter. */
        A_CONNECTER,
        /** Pas pour ce rôle. */
        REFUSE,
        /** Pour ce rôle, mais l'objet est à un autre : il n'existe pas. */
        INTROUVABLE
    }

    private final @Nullable Role role;

    Personnage(@Nullable Role role) {
        this.role = role;
    }

    Reponse attendue(Route route) {
        if (route.regle().publique()) {
            return Reponse.SERVI;
        }
        if (role == null) {
            return Reponse.A_CONNECTER;
        }
        var admis = route.admis();
        if (!admis.isEmpty() && !admis.contains(role)) {
            return Reponse.REFUSE;
        }
        return voient(PorteeDesRoutes.de(route)).contains(this) ? Reponse.SERVI : Reponse.INTROUVABLE;
    }

    private static Set<Personnage> voient(PorteeDesRoutes portee) {
        return switch (portee) {
            case PUBLIQUE, ROLE -> EnumSet.allOf(Personnage.class);
            case DOSSIER -> EnumSet.of(TITULAIRE);
            case INSTRUCTION -> EnumSet.of(ARS_DE_LA_REGION, ANS);
            case EXPORT -> EnumSet.of(ARS_DE_LA_REGION);
            case PIECE -> EnumSet.of(TITULAIRE, ARS_DE_LA_REGION, ANS);
        };
    }
}
