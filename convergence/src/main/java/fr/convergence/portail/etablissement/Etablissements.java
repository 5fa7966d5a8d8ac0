package fr.convergence.portail.etablissement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.Candidat.Entite;
import fr.convergence.portail.etablissement.CritereDeCandidat.Fenetre;
import fr.convergence.portail.etablissement.Recherche.Liste;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Siren;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Le registre, tel que l'inscription, les dossiers et l'auto-évaluation le consultent. */
@Component
public final class Etablissements {

    private static final int ENTITES_GEOGRAPHIQUES_MAX = 50;

    /** Chaque page d'un dossier redemande son candidat, et le registre change une fois par mois (décision 0021). */
    static final Duration FRAICHEUR = Duration.ofMinutes(1);

    private static final int ENTITES_RETENUES = 20_000;

    private static final String EJ_DU_GHT = """
            select e.finess as identifiant, e.raison_sociale as nom, e.commune, e.tri, e.recherche
            from etablissement_ght_membre m join etablissement_ej e on e.finess = m.finess_ej
            where m.code_ght = :identifiant and m.retire_le is null and e.ferme_le is null""";

    private static final String EG_DE_L_EJ = """
            select g.finess as identifiant, g.raison_sociale as nom, g.commune, g.tri, g.recherche
            from etablissement_eg g where g.finess_ej = :identifiant and g.ferme_le is null""";

    private final JdbcClient sql;
    private final Recherche recherche;
    private final NomsDesCandidats noms;

    private final Cache<CleCandidat, Candidat> candidats = Caffeine.newBuilder()
            .expireAfterWrite(FRAICHEUR)
            .maximumWeight(ENTITES_RETENUES)
            .<CleCandidat, Candidat>weigher(
                    (_, candidat) -> 1 + candidat.entites().size())
            .executor(Runnable::run)
            .build();

    public Etablissements(JdbcClient sql) {
        this.sql = sql;
        this.recherche = new Recherche(sql);
        this.noms = new NomsDesCandidats(sql);
    }

    /** Le candidat de cette clé, ouvert ou non : un dossier retrouve toujours le sien, tel qu'il fut il y a une minute au plus. */
    public Optional<Candidat> candidat(CleCandidat cle) {
        // Un candidat absent du registre ne se retient pas : il peut y entrer.
        return Optional.ofNullable(candidats.get(cle, cherchee -> lire(cherchee).orElse(null)));
    }

    public Optional<Candidat> candidat(TypeCandidat type, String identifiant) {
        return CleCandidat.lire(type.name(), identifiant).flatMap(this::candidat);
    }

    /** Le GHT dont cette entité juridique est membre : qui cherche l'une cherche aussi l'autre. */
    public Optional<CodeGht> ghtDe(Finess entite) {
        return candidat(new CleCandidat(TypeCandidat.EJ_MEMBRE_GHT, entite.valeur()))
                .flatMap(candidat ->
                        candidat instanceof Candidat.EntiteJuridique membre ? membre.ght() : Optional.<CodeGht>empty());
    }

    /** La dénomination de chacun, dans l'ordre où ils sont demandés ; ceux que le registre ne connaît pas n'y sont pas. */
    public Map<CleCandidat, String> noms(List<CleCandidat> cles) {
        return noms.de(cles, _ -> true);
    }

    /** Celle de chacun de ceux que le registre dit fermés : leurs dossiers les citent, on n'en ouvre plus à leur nom. */
    public Map<CleCandidat, String> fermes(List<CleCandidat> cles) {
        return noms.de(cles, connu -> !connu.ouvert());
    }

    /** Le registre vient de changer. */
    public void oublier() {
        candidats.invalidateAll();
        noms.oublier();
    }

    /** Celui qu'on peut encore choisir à ce titre : ouvert, et du type que le registre lui connaît aujourd'hui. */
    public Optional<Candidat> choisissable(CleCandidat cle) {
        return lire(cle).filter(Candidat::ouvert).filter(trouve -> switch (trouve) {
            case Candidat.Ght _ -> true;
            case Candidat.EntiteJuridique ej -> ej.typeActuel() == cle.type() && cle.type() != TypeCandidat.HORS_CHAMP;
        });
    }

    /** Les établissements ouverts d'un type, par pages, de nom en nom ou du plus au moins proche de ce qui est tapé ; les GHT par code. */
    public PageDe<LigneCandidat> chercher(CritereDeCandidat critere) {
        var region = critere.region().map(Region::code);
        var parametres =
                new HashMap<String, Object>(Map.of("type", critere.type().name()));
        region.ifPresent(code -> parametres.put("region", code));
        var liste = critere.type() == TypeCandidat.GHT
                ? new Liste(listeDesGht(region), parametres).parIdentifiant()
                : new Liste(listeDesEj(region), parametres);
        return recherche.page(
                liste, critere.saisie(), critere.fenetre(), (ligne, _) -> ligneCandidat(ligne, critere.type()));
    }

    /** Ce qui est rattaché et ouvert, par pages : les EJ d'un GHT, les EG d'une EJ. */
    public PageDe<Entite> entites(CleCandidat cle, String saisie, Fenetre fenetre) {
        return recherche.page(rattachees(cle), saisie, fenetre, (ligne, _) -> entite(ligne));
    }

    /** Les premières entités géographiques ouvertes qui répondent à ce qui est tapé, dans tout le registre. */
    public List<Entite> entitesGeographiques(String saisie, Optional<Region> region, int limite) {
        var ordre = """
                select g.finess as identifiant, g.raison_sociale as nom, g.commune, g.tri, g.recherche
                from etablissement_eg g where g.ferme_le is null""" + region.map(_ -> " and g.region = :region").orElse("");
        var parametres = region.map(choisie -> Map.of("region", choisie.code())).orElse(Map.of());
        return recherche.premieres(
                new Liste(ordre, parametres),
                saisie,
                Math.clamp(limite, 1, ENTITES_GEOGRAPHIQUES_MAX),
                (ligne, _) -> entite(ligne));
    }

    private Optional<Candidat> lire(CleCandidat cle) {
        return cle.type() == TypeCandidat.GHT ? ght(cle) : entiteJuridique(cle);
    }

    private Optional<Candidat> ght(CleCandidat cle) {
        var entites = toutes(cle);
        return sql.sql("""
                select g.code, g.nom, g.region, g.ferme_le is null as ouvert,
                    e.finess as identifiant, e.raison_sociale, e.commune
                from etablissement_ght g join etablissement_ej e on e.finess = g.finess_support
                where g.code = :code""")
                .param("code", cle.identifiant())
                .<Candidat>query((ligne, _) -> new Candidat.Ght(
                        new CodeGht(texte(ligne, "code")),
                        texte(ligne, "nom"),
                        new Entite(
                                new Finess(texte(ligne, "identifiant")),
                                texte(ligne, "raison_sociale"),
                                texte(ligne, "commune")),
                        region(ligne),
                        entites,
                        ligne.getBoolean("ouvert")))
                .optional();
    }

    private Optional<Candidat> entiteJuridique(CleCandidat cle) {
        var entites = toutes(cle);
        return sql.sql("""
                select raison_sociale, siren, region, type, code_ght, ferme_le is null as ouvert
                from etablissement_ej where finess = :finess""")
                .param("finess", cle.identifiant())
                .<Candidat>query((ligne, _) -> new Candidat.EntiteJuridique(
                        cle,
                        texte(ligne, "raison_sociale"),
                        Siren.lire(ligne.getString("siren")).siLue(),
                        region(ligne),
                        TypeCandidat.valueOf(texte(ligne, "type")),
                        codeGht(ligne),
                        entites,
                        ligne.getBoolean("ouvert")))
                .optional();
    }

    private List<Entite> toutes(CleCandidat cle) {
        var liste = rattachees(cle);
        return sql.sql(liste.ordre() + " order by tri, identifiant")
                .params(liste.parametres())
                .query((ligne, _) -> entite(ligne))
                .list();
    }

    private static Liste rattachees(CleCandidat cle) {
        return new Liste(
                cle.type() == TypeCandidat.GHT ? EJ_DU_GHT : EG_DE_L_EJ, Map.of("identifiant", cle.identifiant()));
    }

    private static String listeDesGht(Optional<String> region) {
        return """
                select g.code as identifiant, g.nom, g.code as code_ght, e.finess, e.raison_sociale, e.commune, g.tri,
                    g.recherche
                from etablissement_ght g join etablissement_ej e on e.finess = g.finess_support
                where g.ferme_le is null""" + region.map(_ -> " and g.region = :region").orElse("");
    }

    private static String listeDesEj(Optional<String> region) {
        return """
                select e.finess as identifiant, e.raison_sociale as nom, e.code_ght, e.finess, e.raison_sociale,
                    e.commune, e.tri, e.recherche
                from etablissement_ej e where e.ferme_le is null and e.type = :type""" + region.map(_ -> " and e.region = :region").orElse("");
    }

    private static LigneCandidat ligneCandidat(ResultSet ligne, TypeCandidat type) throws SQLException {
        return new LigneCandidat(
                new CleCandidat(type, texte(ligne, "identifiant")),
                texte(ligne, "nom"),
                codeGht(ligne),
                new Finess(texte(ligne, "finess")),
                texte(ligne, "raison_sociale"),
                texte(ligne, "commune"));
    }

    private static Entite entite(ResultSet ligne) throws SQLException {
        return new Entite(new Finess(texte(ligne, "identifiant")), texte(ligne, "nom"), texte(ligne, "commune"));
    }

    private static Optional<CodeGht> codeGht(ResultSet ligne) throws SQLException {
        return Optional.ofNullable(ligne.getString("code_ght")).map(CodeGht::new);
    }

    private static Optional<Region> region(ResultSet ligne) throws SQLException {
        return Region.lire(ligne.getString("region")).siLue();
    }

    static String texte(ResultSet ligne, String colonne) throws SQLException {
        return Objects.requireNonNullElse(ligne.getString(colonne), "");
    }
}
