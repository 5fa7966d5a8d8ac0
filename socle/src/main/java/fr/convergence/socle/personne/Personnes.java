package fr.convergence.socle.personne;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.EtatDePersonne.Code;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les personnes d'un site, que la base de ce site montre sous le nom {@code personne} : sa table des comptes, ou une vue de
 * celle-ci où l'on écrit. C'est le site qui en ajoute.
 */
@Component
public final class Personnes {

    private static final String COLONNES = """
            select id, equipe, nom_utilisateur, courriel, civilite, nom, prenom, telephone, etat, etat_depuis, cree_le
            from personne
            """;

    private final JdbcClient base;
    private final Clock horloge;
    private final ApplicationEventPublisher faits;

    Personnes(JdbcClient base, Clock horloge, ApplicationEventPublisher faits) {
        this.base = base;
        this.horloge = horloge;
        this.faits = faits;
    }

    /** Qui est le titulaire d'un compte dont on tient l'identifiant d'une session ou d'un jeton. */
    public Optional<Personne> titulaire(UUID compte) {
        return base.sql(COLONNES + "where id = ?")
                .param(compte)
                .query((ligne, _) -> Personne.lire(ligne))
                .optional();
    }

    /** La personne que désigne un nom d'utilisateur ou une adresse électronique, quel que soit l'état de son compte. */
    public Optional<Personne> designee(String identifiant) {
        return base.sql(COLONNES + "where nom_utilisateur_cle = :cle or courriel_cle = :cle")
                .param("cle", cle(identifiant))
                .query((ligne, _) -> Personne.lire(ligne))
                .optional();
    }

    /** La forme sous laquelle se cherche ce qu'une personne saisit pour se désigner. */
    public static String cle(String identifiant) {
        return AdresseElectronique.lire(identifiant)
                .siLue()
                .map(AdresseElectronique::cle)
                .orElseGet(() -> FormeNormale.nom(identifiant).toLowerCase(Locale.ROOT));
    }

    /** Faux quand son adresse était déjà prouvée. */
    public boolean activer(UUID compte) {
        return passer(compte, Code.EN_ATTENTE, Code.ACTIF);
    }

    /** Faux quand il n'était pas actif. */
    boolean desactiver(UUID compte) {
        return passer(compte, Code.ACTIF, Code.DESACTIVE);
    }

    /** Faux quand il n'était pas désactivé. */
    boolean reactiver(UUID compte) {
        return passer(compte, Code.DESACTIVE, Code.ACTIF);
    }

    private boolean passer(UUID compte, Code de, Code a) {
        return base.sql("update personne set etat = ?, etat_depuis = ? where id = ? and etat = ?")
                        .params(a.name(), Timestamp.from(horloge.instant()), compte, de.name())
                        .update()
                == 1;
    }

    /** Ôte au compte tout ce qui est personnel ; la ligne reste, parce que ce qu'il a fait y renvoie. */
    public boolean anonymiser(UUID compte) {
        var fait = base.sql("""
                update personne
                set nom_utilisateur = 'supprime', nom_utilisateur_cle = 'supprime:' || id,
                    courriel = 'supprime@supprime.invalid', courriel_cle = 'supprime:' || id,
                    nom = 'supprimé', prenom = 'Compte', telephone = null, mot_de_passe = null,
                    totp_scelle = null, etat = :supprime, etat_depuis = :maintenant
                where id = :compte and etat = :actif
                """)
                        .param("compte", compte)
                        .param("supprime", Code.SUPPRIME.name())
                        .param("actif", Code.ACTIF.name())
                        .param("maintenant", Timestamp.from(horloge.instant()))
                        .update()
                == 1;
        faits.publishEvent(new IdentiteChangee(compte));
        return fait;
    }

    public void corriger(UUID compte, Civilite civilite, String nom, String prenom, @Nullable Telephone telephone) {
        base.sql("update personne set civilite = ?, nom = ?, prenom = ?, telephone = ? where id = ? and etat = ?")
                .params(Arrays.asList(
                        civilite.name(),
                        nom,
                        prenom,
                        telephone == null ? null : telephone.valeur(),
                        compte,
                        Code.ACTIF.name()))
                .update();
        faits.publishEvent(new IdentiteChangee(compte));
    }
}
