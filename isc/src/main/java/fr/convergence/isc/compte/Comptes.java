package fr.convergence.isc.compte;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.EtatDePersonne.Code;
import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.site.Langue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des comptes. */
@Component
public final class Comptes {

    private static final String COLONNES = """
            select id, fonction, entreprise, fonction = 'OPERATEUR' as equipe, nom_utilisateur, courriel, civilite, nom,
                prenom, telephone, telephone_mobile, etat, etat_depuis, cree_le
            from compte
            """;
    private static final String ACTIF = "etat = " + Code.ACTIF.sql();

    private final JdbcClient base;

    Comptes(JdbcClient base) {
        this.base = base;
    }

    public Optional<Compte> titulaire(UUID compte) {
        return base.sql(COLONNES + "where id = ?")
                .param(compte)
                .query(Comptes::lire)
                .optional();
    }

    /** Le compte que désigne un nom d'utilisateur ou une adresse électronique, quel que soit son état. */
    public Optional<Compte> designe(String identifiant) {
        return base.sql(COLONNES + "where nom_utilisateur_cle = :cle or courriel_cle = :cle")
                .param("cle", Personnes.cle(identifiant))
                .query(Comptes::lire)
                .optional();
    }

    /** Ceux qui traitent les demandes de cette entreprise : ses mandataires et ses représentants actifs. */
    public List<Compte> responsables(UUID entreprise) {
        return base.sql(COLONNES + "where entreprise = ? and fonction in ('MANDATAIRE', 'REPRESENTANT') and " + ACTIF
                        + " order by nom, prenom, id")
                .param(entreprise)
                .query(Comptes::lire)
                .list();
    }

    public List<Compte> operateurs() {
        return base.sql(COLONNES + "where fonction = 'OPERATEUR' and " + ACTIF + " order by nom, prenom, id")
                .query(Comptes::lire)
                .list();
    }

    /** Faux, sans rien écrire, quand le nom d'utilisateur ou l'adresse est pris. */
    boolean creer(Compte compte, Langue langue, @Nullable String motDePasse) {
        var personne = compte.personne();
        var maintenant = Timestamp.from(personne.creeLe());
        return base.sql("""
                insert into compte (id, fonction, entreprise, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
                    civilite, nom, prenom, telephone, telephone_mobile, mot_de_passe, etat, etat_depuis, cree_le,
                    langue)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                        .params(Arrays.asList(
                                compte.id(),
                                compte.fonction().name(),
                                compte.entreprise(),
                                personne.nomUtilisateur().valeur(),
                                personne.nomUtilisateur().cle(),
                                personne.courriel().valeur(),
                                personne.courriel().cle(),
                                personne.civilite().name(),
                                personne.nom(),
                                personne.prenom(),
                                valeur(personne.telephone()),
                                valeur(compte.mobile()),
                                motDePasse,
                                Code.EN_ATTENTE.name(),
                                maintenant,
                                maintenant,
                                langue.code()))
                        .update()
                == 1;
    }

    /** Faux, sans rien changer, quand l'adresse est celle d'un autre compte. */
    public boolean joindre(UUID compte, AdresseElectronique courriel, @Nullable Telephone mobile) {
        return base.sql("""
                update compte set courriel = :courriel, courriel_cle = :cle, telephone_mobile = :mobile
                where id = :compte and not exists (
                    select from compte where courriel_cle = :cle and id <> :compte)
                """)
                        .param("courriel", courriel.valeur())
                        .param("cle", courriel.cle())
                        .param("mobile", valeur(mobile))
                        .param("compte", compte)
                        .update()
                == 1;
    }

    /** @param langue celle où il se connecte : les courriels la parlent ensuite */
    void noterConnexion(UUID compte, Instant le, Langue langue) {
        base.sql("update compte set connecte_le = ?, langue = ? where id = ?")
                .params(Timestamp.from(le), langue.code(), compte)
                .update();
    }

    /** Faux si elle est acceptée, ou s'il n'y en a plus : l'invitation seule s'efface, jamais un compte qui a servi. */
    boolean effacerInvitation(UUID compte) {
        return base.sql("delete from compte where id = ? and etat = 'EN_ATTENTE' and mot_de_passe is null")
                        .param(compte)
                        .update()
                == 1;
    }

    /** Faux quand elle l'était déjà. */
    boolean changerDeFonction(UUID compte, Fonction fonction) {
        return base.sql("update compte set fonction = ? where id = ? and fonction <> ?")
                        .params(fonction.name(), compte, fonction.name())
                        .update()
                == 1;
    }

    private static @Nullable String valeur(@Nullable Telephone telephone) {
        return telephone == null ? null : telephone.valeur();
    }

    private static Compte lire(ResultSet ligne, int rang) throws SQLException {
        var mobile = ligne.getString("telephone_mobile");
        return new Compte(
                Personne.lire(ligne),
                Fonction.valueOf(ligne.getString("fonction")),
                ligne.getObject("entreprise", UUID.class),
                mobile == null ? null : new Telephone(mobile));
    }
}
