package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etablissement.Candidat.EntiteJuridique;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.etablissement.TypeCandidat;
import fr.convergence.portail.instruction.LigneDeListe.Candidat;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Formats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les étapes transmises, pour un vérificateur (INSTR-1). Un vérificateur ARS n'y lit que sa région : elle est dans le
 * WHERE, quoi que demande l'adresse.
 *
 * <p>Les pages se prennent par clé : un dossier qui arrive pendant la lecture n'en décale aucune.
 */
@Component
final class ListeDeTravail {

    /** Une page de la liste ; un curseur est vide quand il n'y a rien de ce côté. */
    record Feuillet(List<LigneDeListe> lignes, Optional<Curseur> precedente, Optional<Curseur> suivante) {}

    private record Rangee(LigneDeListe ligne, Curseur curseur) {}

    /**
     * Pour une recherche par mots : PostgreSQL en refait le plan chaque fois (une demi-milliseconde), pour ces mots-là. Le plan
     * qu'il retiendrait, sans les connaître, les croit tous rares et trie ce qu'il aurait lu dans l'ordre.
     */
    private static final class PlanDuMoment extends JdbcTemplate {

        PlanDuMoment(DataSource source) {
            super(source);
        }

        @Override
        protected void applyStatementSettings(Statement ordre) throws SQLException {
            super.applyStatementSettings(ordre);
            ordre.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }

    private final JdbcClient base;
    private final JdbcClient parMots;
    private final Titres titres;
    private final Etablissements etablissements;

    ListeDeTravail(JdbcClient base, DataSource source, Titres titres, Etablissements etablissements) {
        this.base = base;
        this.parMots = JdbcClient.create(new PlanDuMoment(source));
        this.titres = titres;
        this.etablissements = etablissements;
    }

    /** La page qui suit ce curseur, ou la première. */
    Feuillet apres(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur) {
        var rangees = lire(qui, filtre, curseur, filtre.decroissant());
        var reste = rangees.size() > filtre.taille();
        var page = reste ? rangees.subList(0, filtre.taille()) : rangees;
        return feuillet(page, curseur != null, reste);
    }

    /** La page qui précède ce curseur. */
    Feuillet avant(Connecte qui, FiltreDeListe filtre, Curseur curseur) {
        var rangees = lire(qui, filtre, curseur, !filtre.decroissant());
        var reste = rangees.size() > filtre.taille();
        var page = (reste ? rangees.subList(0, filtre.taille()) : rangees).reversed();
        return feuillet(page, reste, true);
    }

    /** Combien d'étapes dans chaque statut, pour ce guichet, cette étape et cette région. */
    Map<Statut, Long> compteurs(Connecte qui, FiltreDeListe filtre) {
        var requete = new Requete();
        requete.region(qui, filtre);
        requete.si(!filtre.guichet().isEmpty(), "guichet = :guichet", "guichet", filtre.guichet());
        requete.si(!filtre.etape().isEmpty(), "etape = :etape", "etape", filtre.etape());
        var compteurs = new EnumMap<Statut, Long>(Statut.class);
        base.sql("""
                select etat, niveau, sum(nombre) as nombre from vue_instruction_compteur
                where nombre <> 0 %s group by etat, niveau
                """.formatted(requete.conditions)).params(requete.parametres).query((ResultSet ligne) -> {
            compteurs.merge(
                    Statut.lire(ligne.getString("etat"), ligne.getString("niveau")),
                    ligne.getLong("nombre"),
                    Long::sum);
        });
        return compteurs;
    }

    /** La requête d'une page, aussi pour le test qui en lit le plan. */
    static Requete requete(
            Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur, boolean decroissant, List<String> ght) {
        var requete = new Requete();
        requete.region(qui, filtre);
        filtre.statut().ifPresent(requete::statut);
        requete.si(!filtre.guichet().isEmpty(), "guichet = :guichet", "guichet", filtre.guichet());
        requete.si(!filtre.etape().isEmpty(), "code = :etape", "etape", filtre.etape());
        filtre.type().ifPresent(type -> requete.si(true, "candidat_type = :type", "type", type.name()));
        filtre.du().ifPresent(jour -> requete.si(true, "depuis >= :du", "du", debut(jour)));
        filtre.au().ifPresent(jour -> requete.si(true, "depuis < :au", "au", debut(jour.plusDays(1))));
        requete.recherche(Mots.chercher(filtre.recherche()), ght);
        requete.ordre(filtre.parDate(), curseur, decroissant);
        requete.limite = filtre.taille() + 1;
        return requete;
    }

    private List<Rangee> lire(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur, boolean decroissant) {
        var requete = requete(qui, filtre, curseur, decroissant, ght(filtre));
        return (filtre.recherche().isBlank() ? base : parMots)
                .sql(requete.sql())
                .params(requete.parametres)
                .query((ligne, _) -> rangee(ligne, filtre.parDate()))
                .list();
    }

    /** Qui cherche le FINESS d'une entité juridique cherche aussi le dossier de son GHT. */
    private List<String> ght(FiltreDeListe filtre) {
        return Finess.lire(filtre.recherche())
                .siLue()
                .flatMap(
                        finess -> etablissements.candidat(new CleCandidat(TypeCandidat.EJ_MEMBRE_GHT, finess.valeur())))
                .flatMap(candidat ->
                        candidat instanceof EntiteJuridique entite ? entite.ght() : Optional.<CodeGht>empty())
                .map(code -> Mots.chercher(code.valeur()))
                .orElse(List.of());
    }

    private Rangee rangee(ResultSet ligne, boolean parDate) throws SQLException {
        var depuis = ligne.getTimestamp("depuis").toInstant();
        var retour = ligne.getTimestamp("retour_avant");
        var affichee = new LigneDeListe(
                ligne.getString("reference"),
                new Candidat(
                        ligne.getString("candidat_nom"),
                        TypeCandidat.valueOf(ligne.getString("candidat_type")).libelle()),
                Region.lire(ligne.getString("region")).siLue().map(Region::nom).orElse(""),
                titres.intitule(ligne.getString("guichet"), ligne.getInt("version_guichet"), ligne.getString("code")),
                Statut.lire(ligne.getString("etat"), ligne.getString("niveau")),
                depuis,
                Optional.ofNullable(retour).map(instant -> instant.toInstant().minusSeconds(1)));
        var cle = parDate ? String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, depuis)) : ligne.getString("tri");
        return new Rangee(affichee, new Curseur(cle, ligne.getObject("id", UUID.class)));
    }

    private static Feuillet feuillet(List<Rangee> page, boolean avant, boolean apres) {
        return new Feuillet(
                page.stream().map(Rangee::ligne).toList(),
                avant && !page.isEmpty() ? Optional.of(page.getFirst().curseur()) : Optional.empty(),
                apres && !page.isEmpty() ? Optional.of(page.getLast().curseur()) : Optional.empty());
    }

    private static Timestamp debut(LocalDate jour) {
        return Timestamp.from(jour.atStartOfDay(Formats.PARIS).toInstant());
    }

    /** Une requête qui se compose : seules nos propres conditions entrent dans le texte, toute valeur est un paramètre. */
    static final class Requete {

        final StringBuilder conditions = new StringBuilder();
        final Map<String, Object> parametres = new HashMap<>();
        private String ordre = "";
        /** Écrite dans l'ordre : PostgreSQL ne le prévoit alors qu'une fois, et sait que la page est courte. */
        private int limite;

        String sql() {
            return """
                    select e.*, p.reference, p.version_guichet, p.candidat, p.candidat_nom
                    from (select * from vue_instruction_etape where true%s%s limit %d) e
                    join vue_instruction_porteur p on p.id = e.porteur%s
                    """.formatted(conditions, ordre.formatted("", ""), limite, ordre.formatted("e.", "e."));
        }

        void region(Connecte qui, FiltreDeListe filtre) {
            if (qui.role() == Role.ARS) {
                si(true, "region = :region", "region", qui.regionArs());
            } else {
                filtre.region().ifPresent(region -> si(true, "region = :region", "region", region.code()));
            }
        }

        void statut(Statut statut) {
            var colonnes = ColonnesDuStatut.de(statut);
            si(true, "etat = :etat", "etat", colonnes.etat());
            colonnes.niveau().ifPresent(niveau -> si(true, "niveau = :niveau", "niveau", niveau));
        }

        /** Tous les mots cherchés, ou tous ceux du code de GHT. */
        void recherche(List<String> mots, List<String> ght) {
            if (!mots.isEmpty()) {
                var cherches = tous("mot", mots);
                conditions
                        .append(" and (")
                        .append(ght.isEmpty() ? cherches : cherches + " or " + tous("ght", ght))
                        .append(")");
            }
        }

        private String tous(String nom, List<String> mots) {
            var likes = new ArrayList<String>();
            for (var i = 0; i < mots.size(); i++) {
                parametres.put(nom + i, "% " + mots.get(i) + "%");
                likes.add("recherche like :" + nom + i);
            }
            return String.join(" and ", likes);
        }

        void ordre(boolean parDate, @Nullable Curseur curseur, boolean decroissant) {
            var colonne = parDate ? "depuis" : "tri";
            var sens = decroissant ? " desc" : "";
            if (curseur != null) {
                conditions
                        .append(" and (%s, id) ".formatted(colonne))
                        .append(decroissant ? "<" : ">")
                        .append(" (:cle, :id)");
                parametres.put("cle", parDate ? instant(curseur) : curseur.cle());
                parametres.put("id", curseur.id());
            }
            ordre = " order by %%s%1$s%2$s, %%sid%2$s".formatted(colonne, sens);
        }

        void si(boolean vrai, String condition, String nom, Object valeur) {
            if (vrai) {
                conditions.append(" and ").append(condition);
                parametres.put(nom, valeur);
            }
        }

        private static Timestamp instant(Curseur curseur) {
            return Timestamp.from(Instant.EPOCH.plus(Long.parseLong(curseur.cle()), ChronoUnit.MICROS));
        }
    }
}
