package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.instruction.LigneDeListe.Candidat;
import fr.convergence.portail.recherche.MotsCherches;
import fr.convergence.portail.recherche.MotsDesDossiers;
import fr.convergence.socle.base.PlanDuMoment;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Les étapes transmises, pour un vérificateur (INSTR-1). Un vérificateur ARS n'y lit que sa région : elle est dans le
 * WHERE, quoi que demande l'adresse.
 *
 * <p>Les pages se prennent par clé : un dossier qui arrive pendant la lecture n'en décale aucune.
 */
@Component
public final class ListeDeTravail {

    /**
     * Une page de la liste ; un curseur est vide quand il n'y a rien de ce côté.
     *
     * @param approche vrai quand rien ne répond à la saisie telle quelle
     */
    record Feuillet(
            List<LigneDeListe> lignes, Optional<Curseur> precedente, Optional<Curseur> suivante, boolean approche) {}

    /**
     * Ce qui suit une ligne, dans la liste où elle fut lue.
     *
     * @param position la liste, et où l'on en est
     * @param fin vrai du dernier de plusieurs : d'un dossier seul, il n'y a pas de bout à dire
     */
    public record Suite(String position, Optional<String> suivant, boolean fin, String liste) {}

    private record Lecture(List<Rangee> rangees, boolean approche) {}

    private record Rangee(LigneDeListe ligne, Curseur curseur) {}

    private final JdbcClient base;
    private final JdbcClient duMoment;
    private final Titres titres;
    private final Etablissements etablissements;
    private final MotsDesDossiers mots;

    ListeDeTravail(
            JdbcClient base, DataSource source, Titres titres, Etablissements etablissements, MotsDesDossiers mots) {
        this.base = base;
        this.duMoment = PlanDuMoment.sur(source);
        this.titres = titres;
        this.etablissements = etablissements;
        this.mots = mots;
    }

    /** Ce que cette adresse demande à la liste, tel que cela se garde et se redemande. */
    public Map<String, String> filtres(Connecte qui, Map<String, String> adresse) {
        return FiltreDeListe.lire(qui, adresse).parametres(qui.perimetre() instanceof Perimetre.National);
    }

    /** L'adresse de la liste ainsi filtrée. */
    public String adresse(Connecte qui, Map<String, String> filtres) {
        return FiltreDeListe.lire(qui, filtres).adresse(qui.perimetre() instanceof Perimetre.National, Map.of());
    }

    /** Combien d'étapes y répondent, quand les compteurs le disent. */
    public OptionalLong nombre(Connecte qui, Map<String, String> filtres) {
        var filtre = FiltreDeListe.lire(qui, filtres);
        if (!filtre.compte()) {
            return OptionalLong.empty();
        }
        var compteurs = compteurs(qui, filtre);
        return OptionalLong.of(FiltreDeListe.STATUTS.stream()
                .filter(statut -> filtre.statut().isEmpty() || filtre.statut().get() == statut)
                .mapToLong(statut -> compteurs.getOrDefault(statut, 0L))
                .sum());
    }

    /**
     * Toutes les étapes qui y répondent, dans leur ordre, page après page ; dans la transaction de l'appelant, qui les veut
     * d'un même instant.
     */
    public void parcourir(Connecte qui, Map<String, String> filtres, Consumer<List<LigneDeListe>> page) {
        parcourirTantQue(qui, filtres, lignes -> {
            page.accept(lignes);
            return true;
        });
    }

    /** @param page faux quand elle n'en veut plus d'autre */
    public void parcourirTantQue(Connecte qui, Map<String, String> filtres, Predicate<List<LigneDeListe>> page) {
        var parPages = new HashMap<>(filtres);
        parPages.put("taille", String.valueOf(FiltreDeListe.TAILLES.getLast()));
        var filtre = FiltreDeListe.lire(qui, parPages);
        var feuillet = apres(qui, filtre, null);
        while (page.test(feuillet.lignes()) && feuillet.suivante().isPresent()) {
            feuillet = apres(qui, filtre, feuillet.suivante().get());
        }
    }

    /** Vide d'une position que nous n'avons pas écrite. La ligne lue peut n'être plus de la liste : ce qui la suivait la suit. */
    Optional<Suite> suite(Connecte qui, String position) {
        var parametres = new HashMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(position)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((nom, valeur) -> parametres.put(nom, valeur == null ? "" : decode(valeur)));
        var filtre = FiltreDeListe.lire(qui, parametres);
        var national = qui.perimetre() instanceof Perimetre.National;
        return Curseur.lire(parametres.get("apres"), filtre.parDate()).map(curseur -> {
            var suivantes = apres(qui, filtre.uneSeule(), curseur).lignes();
            var avant = avant(qui, filtre, curseur).lignes();
            return new Suite(
                    position,
                    suivantes.stream()
                            .findFirst()
                            .map(ligne -> EnTete.adresse(
                                    ligne.reference(),
                                    ligne.intitule().code(),
                                    filtre.position(national, ligne.rang()))),
                    suivantes.isEmpty() && !avant.isEmpty(),
                    filtre.adresse(national, filtre.page(avant)));
        });
    }

    private static String decode(String valeur) {
        try {
            return UriUtils.decode(valeur, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** La page qui suit ce curseur, ou la première. */
    Feuillet apres(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur) {
        var lecture = lire(qui, filtre, curseur, filtre.decroissant());
        var rangees = lecture.rangees;
        var reste = rangees.size() > filtre.taille();
        var page = reste ? rangees.subList(0, filtre.taille()) : rangees;
        return feuillet(page, curseur != null, reste, lecture.approche);
    }

    /** La page qui précède ce curseur. */
    Feuillet avant(Connecte qui, FiltreDeListe filtre, Curseur curseur) {
        var lecture = lire(qui, filtre, curseur, !filtre.decroissant());
        var rangees = lecture.rangees;
        var reste = rangees.size() > filtre.taille();
        var page = (reste ? rangees.subList(0, filtre.taille()) : rangees).reversed();
        return feuillet(page, reste, true, lecture.approche);
    }

    /** Combien d'étapes dans chaque statut, pour ce guichet, cette étape et cette région. */
    Map<Statut, Long> compteurs(Connecte qui, FiltreDeListe filtre) {
        var requete = RequeteDeListe.compteurs(qui, filtre);
        var compteurs = new EnumMap<Statut, Long>(Statut.class);
        base.sql("""
                select etat, niveau, sum(nombre) as nombre from vue_instruction_compteur
                where nombre <> 0 %s group by etat, niveau
                """.formatted(requete.conditions()))
                .params(requete.parametres())
                .query((ResultSet ligne) -> {
                    compteurs.merge(
                            Statut.lire(ligne.getString("etat"), ligne.getString("niveau")),
                            ligne.getLong("nombre"),
                            Long::sum);
                });
        return compteurs;
    }

    /** Combien d'avis sont attendus de lui, sur les dossiers que sa liste lui montre. */
    int avisAttendus(Connecte qui) {
        var requete = RequeteDeListe.avisAttendus(qui);
        var lecture = base.sql(requete.nombreDAvis()).params(requete.parametres());
        return lecture.query(Integer.class).single();
    }

    /** Mot pour mot ; à une faute de frappe près quand rien n'y répond. Après une ligne, comme la liste où elle fut lue. */
    private Lecture lire(Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur, boolean decroissant) {
        var cherches = MotsDesDossiers.lire(filtre.recherche(), ght(filtre));
        if (cherches.isEmpty()) {
            var requete = RequeteDeListe.page(qui, filtre, curseur, decroissant);
            return lire(filtre.rare() ? duMoment : base, requete, filtre, false);
        }
        if (curseur == null || !curseur.approche()) {
            var exactes = lire(duMoment, requete(qui, filtre, curseur, decroissant, cherches.get()), filtre, false);
            if (curseur != null || !exactes.rangees.isEmpty()) {
                return exactes;
            }
        }
        return mots.approches(cherches.get())
                .map(proches -> lire(duMoment, requete(qui, filtre, curseur, decroissant, proches), filtre, true))
                .orElseGet(() -> new Lecture(List.of(), false));
    }

    /** La requête d'une page, aussi pour le test qui en lit le plan. */
    RequeteDeListe requete(
            Connecte qui, FiltreDeListe filtre, @Nullable Curseur curseur, boolean decroissant, MotsCherches cherches) {
        return RequeteDeListe.page(qui, filtre, curseur, decroissant)
                .cherchant(mots.chemin(cherches, filtre.region(), !filtre.parDate()));
    }

    private Lecture lire(JdbcClient base, RequeteDeListe requete, FiltreDeListe filtre, boolean approche) {
        return new Lecture(
                base.sql(requete.sql())
                        .params(requete.parametres())
                        .query((ligne, _) -> rangee(ligne, filtre.parDate(), approche))
                        .list(),
                approche);
    }

    /** Qui cherche le FINESS d'une entité juridique cherche aussi le dossier de son GHT ; vide s'il n'y en a pas. */
    private String ght(FiltreDeListe filtre) {
        return Finess.lire(filtre.recherche())
                .siLue()
                .flatMap(etablissements::ghtDe)
                .map(CodeGht::valeur)
                .orElse("");
    }

    private Rangee rangee(ResultSet ligne, boolean parDate, boolean approche) throws SQLException {
        var depuis = ligne.getTimestamp("depuis").toInstant();
        var statut = Statut.lire(ligne.getString("etat"), ligne.getString("niveau"));
        var retour = ligne.getTimestamp("retour_avant");
        var cle = parDate ? String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, depuis)) : ligne.getString("tri");
        var curseur = new Curseur(cle, ligne.getObject("id", UUID.class), approche);
        var affichee = new LigneDeListe(
                ligne.getString("reference"),
                new Candidat(
                        ligne.getString("candidat_nom"),
                        TypeCandidat.valueOf(ligne.getString("candidat_type")).libelle()),
                Region.duCode(ligne.getString("region")).nom(),
                titres.intitule(ligne.getString("guichet"), ligne.getInt("version_guichet"), ligne.getString("code")),
                LigneDeListe.suivi(statut, ligne.getString("convention"), ligne.getString("paiement")),
                depuis,
                Optional.ofNullable(retour).map(instant -> instant.toInstant().minusSeconds(1)),
                curseur.toString());
        return new Rangee(affichee, curseur);
    }

    private static Feuillet feuillet(List<Rangee> page, boolean avant, boolean apres, boolean approche) {
        return new Feuillet(
                page.stream().map(Rangee::ligne).toList(),
                avant && !page.isEmpty() ? Optional.of(page.getFirst().curseur()) : Optional.empty(),
                apres && !page.isEmpty() ? Optional.of(page.getLast().curseur()) : Optional.empty(),
                approche);
    }
}
