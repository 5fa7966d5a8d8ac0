package fr.convergence.socle.personne;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.chiffrement.Coffre;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ce qui prouve qu'on est le titulaire : mot de passe haché, secret de l'application d'authentification scellé. */
@Component
public final class Secrets {

    /** @param motDePasse haché ; absent tant que le membre invité ne l'a pas choisi */
    public record DuCompte(UUID compte, @Nullable String motDePasse) {}

    /** @param dernierPas pas de temps du dernier code employé */
    public record Application(String secret, long dernierPas) {}

    private final JdbcClient base;
    private final Coffre coffre;
    private final Appareils appareils;

    Secrets(JdbcClient base, Coffre coffre, Appareils appareils) {
        this.base = base;
        this.coffre = coffre;
        this.appareils = appareils;
    }

    /** La même requête, connu ou inconnu. */
    public Optional<DuCompte> de(String identifiant) {
        return base.sql("""
                select id as compte, mot_de_passe from personne
                where nom_utilisateur_cle = :cle or courriel_cle = :cle
                """)
                .param("cle", Personnes.cle(identifiant))
                .query(DuCompte.class)
                .optional();
    }

    public Optional<String> motDePasse(UUID compte) {
        return base.sql("select mot_de_passe from personne where id = ? and mot_de_passe is not null")
                .param(compte)
                .query(String.class)
                .optional();
    }

    /** Un mot de passe neuf : qui avait l'ancien n'entre plus d'aucun navigateur sans code. */
    void remplacerMotDePasse(UUID compte, String hache) {
        changerMotDePasse(compte, hache);
        appareils.leverLesDispenses(compte);
    }

    /** Le même, haché autrement. */
    public void changerMotDePasse(UUID compte, String hache) {
        base.sql("update personne set mot_de_passe = ? where id = ?")
                .params(hache, compte)
                .update();
    }

    /** L'application d'authentification liée, son secret en clair le temps d'un calcul. */
    public Optional<Application> application(UUID compte) {
        return base.sql("select totp_scelle, totp_dernier_pas from personne where id = ? and totp_scelle is not null")
                .param(compte)
                .query((ligne, rang) -> new Application(
                        new String(coffre.ouvrir(ligne.getBytes("totp_scelle"), contexte(compte)), US_ASCII),
                        ligne.getLong("totp_dernier_pas")))
                .optional();
    }

    /**
     * Lie une application d'authentification.
     *
     * @param secret en base 32
     * @param pas celui du code qui l'a prouvée : il ne resservira pas
     */
    public void lier(UUID compte, String secret, long pas) {
        base.sql("update personne set totp_scelle = ?, totp_dernier_pas = ? where id = ?")
                .params(coffre.sceller(secret.getBytes(US_ASCII), contexte(compte)), pas, compte)
                .update();
    }

    /** L'application reliée, telle que la base la garde : ce qui en change montre qu'une autre l'a été. */
    public byte @Nullable [] applicationScellee(UUID compte) {
        return base.sql("select totp_scelle from personne where id = ? and totp_scelle is not null")
                .param(compte)
                .query((ligne, _) -> ligne.getBytes("totp_scelle"))
                .optional()
                .orElse(null);
    }

    /**
     * Lie une application à la place de celle-ci, ou d'aucune ; faux si ce n'est plus elle : de deux à la fois, une seule l'est.
     *
     * @param scellee ce qu'en disait {@link #applicationScellee}
     */
    public boolean remplacer(UUID compte, byte @Nullable [] scellee, String secret, long pas) {
        return base.sql("""
                update personne set totp_scelle = :neuf, totp_dernier_pas = :pas
                where id = :compte and totp_scelle is not distinct from cast(:scellee as bytea)
                """)
                        .param("neuf", coffre.sceller(secret.getBytes(US_ASCII), contexte(compte)))
                        .param("pas", pas)
                        .param("compte", compte)
                        .param("scellee", scellee, Types.BINARY)
                        .update()
                == 1;
    }

    /** Un seul acte à la fois change les seconds facteurs de ce compte, jusqu'à la fin de la transaction. */
    public void tenir(UUID compte) {
        base.sql("select id from personne where id = ? for update")
                .param(compte)
                .query()
                .listOfRows();
    }

    /** Consomme le code d'un pas de temps : faux si un code de ce pas ou d'un suivant a déjà servi. */
    public boolean consommer(UUID compte, long pas) {
        return base.sql("update personne set totp_dernier_pas = :pas where id = :compte and totp_dernier_pas < :pas")
                        .param("pas", pas)
                        .param("compte", compte)
                        .update()
                == 1;
    }

    /** Faux si aucune application n'était liée. */
    public boolean delier(UUID compte) {
        return base.sql("update personne set totp_scelle = null where id = ? and totp_scelle is not null")
                        .param(compte)
                        .update()
                == 1;
    }

    private static String contexte(UUID compte) {
        return "compte-totp/" + compte;
    }
}
