package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.socle.base.PlanDuMoment;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.EtatDePersonne.Code;
import fr.convergence.socle.personne.Personnes;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** La table des comptes. */
@Component
public final class Comptes {

    private static final String COLONNES = """
            select id, role, region, role <> 'REFERENT' as equipe, nom_utilisateur, courriel, civilite, nom, prenom, telephone, etat, etat_depuis, cree_le
            from compte
            """;

    /** Telle que son index l'écrit ; une saisie normalisée n'a ni « % » ni « _ ». */
    private static final String CHERCHE =
            " compte_cherche(prenom, nom, nom_utilisateur, courriel) like '%' || :serre || '%'";

    private static final String EN_ATTENTE = "etat = " + Code.EN_ATTENTE.sql();
    private static final String ACTIF = "etat = " + Code.ACTIF.sql();
    private static final String VIVANT = "etat <> " + Code.SUPPRIME.sql();

    /** Comme le dit l'index compte_referent_par_nom. */
    private static final String REFERENTS = COLONNES + "where role = 'REFERENT' and " + VIVANT;

    private static final String EQUIPE = COLONNES + "where role <> 'REFERENT' and " + VIVANT + "\n";

    private static final String A_LA_SUITE = """

            and (cast(:apres as uuid) is null
                or (nom, prenom, id) > (select c.nom, c.prenom, c.id from compte c where c.id = :apres))
            order by nom, prenom, id limit :lignes
            """;

    private final JdbcClient base;
    private final JdbcClient parMots;

    Comptes(JdbcClient base, DataSource source) {
        this.base = base;
        this.parMots = PlanDuMoment.sur(source);
    }

    /** Qui est le titulaire d'un compte dont on tient l'identifiant d'un dossier, d'une session ou d'un jeton. */
    public Optional<Compte> titulaire(UUID compte) {
        return base.sql(COLONNES + "where id = ?")
                .param(compte)
                .query(LectureDesComptes::lire)
                .optional();
    }

    /** Le compte que désigne un nom d'utilisateur ou une adresse électronique, quel que soit son état. */
    public Optional<Compte> designe(String identifiant) {
        var cle = Personnes.cle(identifiant);
        return base.sql(COLONNES + "where nom_utilisateur_cle = :cle or courriel_cle = :cle")
                .param("cle", cle)
                .query(LectureDesComptes::lire)
                .optional();
    }

    /** Les vérificateurs actifs d'une région, à qui écrire. */
    public List<Compte> verificateurs(Region region) {
        return base.sql(COLONNES + "where role = 'ARS' and region = ? and " + ACTIF + " order by nom, prenom, id")
                .param(region.code())
                .query(LectureDesComptes::lire)
                .list();
    }

    /** Les comptes actifs d'un rôle de l'équipe. */
    public List<Compte> actifs(Role role) {
        return base.sql(COLONNES + "where role = ? and role <> 'REFERENT' and " + ACTIF + " order by nom, prenom, id")
                .param(role.name())
                .query(LectureDesComptes::lire)
                .list();
    }

    /** Ceux de l'équipe dont un nom ou l'adresse contient {@code recherche}, rangés par nom, à la suite d'{@code apres}. */
    public List<Compte> equipe(String recherche, @Nullable UUID apres, int lignes) {
        return parMots.sql(EQUIPE + """
                and (:recherche = '' or :serre <> '' and """ + CHERCHE + ")" + A_LA_SUITE)
                .param("recherche", recherche)
                .param("serre", serre(recherche))
                .param("apres", apres)
                .param("lignes", lignes)
                .query(LectureDesComptes::lire)
                .list();
    }

    /**
     * Les référents dont un nom ou l'adresse contient {@code recherche}, ou qui représentent l'un de ces candidats, rangés
     * par nom, à la suite d'{@code apres}. Deux recherches, dont chacune a son index ; réunies dans une condition, elles
     * reliraient tous les comptes.
     */
    public List<Compte> referents(String recherche, List<String> candidats, @Nullable UUID apres, int lignes) {
        return parMots.sql("""
                (%1$s and :serre <> '' and %2$s %3$s)
                union
                (%1$s and id in (select compte from compte_etablissement where candidat = any (:candidats)) %3$s)
                order by nom, prenom, id limit :lignes
                """.formatted(REFERENTS, CHERCHE, A_LA_SUITE))
                .param("serre", serre(recherche))
                .param("candidats", candidats.toArray(String[]::new))
                .param("apres", apres)
                .param("lignes", lignes)
                .query(LectureDesComptes::lire)
                .list();
    }

    /** Les noms de ces titulaires, d'une lecture. */
    public Map<UUID, String> noms(Collection<UUID> comptes) {
        var noms = new HashMap<UUID, String>();
        base.sql("select id, prenom, nom from compte where id = any(?)")
                .param(comptes.toArray(UUID[]::new))
                .query((ResultSet ligne) -> {
                    noms.put(
                            ligne.getObject("id", UUID.class),
                            ligne.getString("prenom") + " " + ligne.getString("nom"));
                });
        return noms;
    }

    /** Les autres référents actifs d'un établissement (TRF-1). */
    public List<Compte> collaborateurs(UUID compte, CleCandidat candidat) {
        return base.sql(COLONNES + "where " + ACTIF + """
                 and id <> :compte and id in (
                    select compte from compte_etablissement where candidat_type = :type and candidat = :candidat)
                order by nom, prenom, id
                """)
                .param("compte", compte)
                .param("type", candidat.type().name())
                .param("candidat", candidat.identifiant())
                .query(LectureDesComptes::lire)
                .list();
    }

    /** Un nom s'écrit avec ou sans apostrophe, accent ou espace : ses lettres seules le cherchent. */
    private static String serre(String recherche) {
        return Mots.normaliser(recherche).replace(" ", "");
    }

    /** Vrai si personne n'a ni ce nom d'utilisateur ni cette adresse. */
    boolean libre(Compte compte) {
        return base.sql("select not exists (select from compte where nom_utilisateur_cle = ? or courriel_cle = ?)")
                .params(compte.nomUtilisateur().cle(), compte.courriel().cle())
                .query(Boolean.class)
                .single();
    }

    /** Faux, sans rien écrire, quand le nom d'utilisateur ou l'adresse est pris. */
    boolean creer(Compte compte, @Nullable String motDePasse) {
        var maintenant = Timestamp.from(compte.creeLe());
        var region = compte.region();
        var telephone = compte.telephone();
        return base.sql("""
                insert into compte (id, role, region, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
                    civilite, nom, prenom, telephone, mot_de_passe, etat, etat_depuis, cree_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                        .params(Arrays.asList(
                                compte.id(),
                                compte.role().name(),
                                region == null ? null : region.code(),
                                compte.nomUtilisateur().valeur(),
                                compte.nomUtilisateur().cle(),
                                compte.courriel().valeur(),
                                compte.courriel().cle(),
                                compte.civilite().name(),
                                compte.nom(),
                                compte.prenom(),
                                telephone == null ? null : telephone.valeur(),
                                motDePasse,
                                Code.EN_ATTENTE.name(),
                                maintenant,
                                maintenant))
                        .update()
                == 1;
    }

    /** Efface le compte de référent jamais activé de cette adresse : la nouvelle inscription le remplace. */
    void effacerEnAttente(AdresseElectronique courriel) {
        base.sql("delete from compte where courriel_cle = ? and role = 'REFERENT' and " + EN_ATTENTE)
                .param(courriel.cle())
                .update();
    }

    /** Efface les inscriptions jamais activées avant cette date ; leur nom redevient libre. */
    int effacerEnAttenteDAvant(Instant limite) {
        return base.sql("delete from compte where role = 'REFERENT' and cree_le < ? and " + EN_ATTENTE)
                .param(Timestamp.from(limite))
                .update();
    }
}
