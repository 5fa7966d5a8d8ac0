package fr.convergence.socle.courriel;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.courriel.Lettres.Ecrite;
import fr.convergence.socle.courriel.Regroupement.Attente;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les courriels qui attendent l'heure que leur destinataire a choisie (NOT-4), écrits dans la transaction de l'acte comme les
 * autres. Ils ne partent pas d'ici : pris ensemble, ils font une lettre, dans la transaction qui les ôte.
 */
@Component
public final class Retenus {

    /** @param lien où mène le bouton du courriel qu'il aurait été, et {@code intitule} ce qu'il y aurait lu */
    public record Fait(Instant le, String objet, String intitule, String lien) {}

    /** @param tous combien ils sont, quand il y en a plus que ce qu'une lettre énumère */
    public record Pris(List<Fait> faits, long tous) {}

    /** Ce qu'une lettre énumère ; au-delà, elle dit combien. */
    private static final int ENUMERES = 100;

    private record Retenu(Ecrite ecrite, Attente attente) {

        MiseEnForme.Bouton bouton() {
            return MiseEnForme.bouton(ecrite.mots());
        }
    }

    private final JdbcClient base;
    private final ObjectProvider<Regroupement> regroupements;
    private final Expediteur expediteur;
    private final Clock horloge;

    Retenus(JdbcClient base, ObjectProvider<Regroupement> regroupements, Expediteur expediteur, Clock horloge) {
        this.base = base;
        this.regroupements = regroupements;
        this.expediteur = expediteur;
        this.horloge = horloge;
    }

    /** Retient ce qui doit attendre ; rend ce qui part aussitôt. */
    List<Ecrite> retenir(List<Ecrite> ecrites) {
        var attentes = attentes(ecrites);
        if (attentes.isEmpty()) {
            return ecrites;
        }
        var retenus = new ArrayList<Retenu>();
        var aussitot = new ArrayList<Ecrite>();
        for (var ecrite : ecrites) {
            var restent = new ArrayList<String>();
            for (var adresse : ecrite.lettre().destinataires()) {
                var attente = ecrite.lettre().titre() == null ? null : attentes.get(adresse);
                if (attente == null) {
                    restent.add(adresse);
                } else {
                    retenus.add(new Retenu(ecrite, attente));
                }
            }
            if (!restent.isEmpty()) {
                aussitot.add(new Ecrite(ecrite.lettre().aux(restent), ecrite.mots()));
            }
        }
        garder(retenus);
        return aussitot;
    }

    private Map<String, Attente> attentes(List<Ecrite> ecrites) {
        var adresses = ecrites.stream()
                .map(Ecrite::lettre)
                .filter(lettre -> lettre.titre() != null)
                .flatMap(lettre -> lettre.destinataires().stream())
                .distinct()
                .toList();
        var regroupement = adresses.isEmpty() ? null : regroupements.getIfAvailable();
        return regroupement == null ? Map.of() : regroupement.attentes(adresses);
    }

    private void garder(List<Retenu> retenus) {
        base.sql("""
                insert into courriel_retenu (id, pour, titre, objet, intitule, lien, depart, cree_le)
                select v.id, v.pour, v.titre, v.objet, v.intitule, v.lien, v.depart, :le
                from unnest(:ids, :pour, :titres, :objets, :intitules, :liens, cast(:departs as timestamptz[]))
                     as v (id, pour, titre, objet, intitule, lien, depart)
                """)
                .param("le", Timestamp.from(horloge.instant()))
                .param("ids", retenus.stream().map(_ -> Uuid.v7()).toArray(UUID[]::new))
                .param(
                        "pour",
                        retenus.stream().map(retenu -> retenu.attente().pour()).toArray(UUID[]::new))
                .param(
                        "titres",
                        textes(
                                retenus,
                                retenu -> Objects.requireNonNull(
                                        retenu.ecrite().lettre().titre())))
                .param(
                        "objets",
                        textes(
                                retenus,
                                retenu -> sansService(retenu.ecrite().mots().objet())))
                .param("intitules", textes(retenus, retenu -> retenu.bouton().intitule()))
                .param("liens", textes(retenus, retenu -> retenu.bouton().lien()))
                .param(
                        "departs",
                        textes(retenus, retenu -> retenu.attente().depart().toString()))
                .update();
    }

    /** À qui une réunion est due. */
    public List<UUID> dus() {
        return base.sql("select distinct pour from courriel_retenu where depart <= ?")
                .param(Timestamp.from(horloge.instant()))
                .query(UUID.class)
                .list();
    }

    /**
     * Ôte ce qui est dû à cette personne, et le rend, du plus ancien au plus récent. De deux nœuds, un seul l'a.
     *
     * @param titres les siens aujourd'hui : ce qui l'attendait à un autre s'efface avec le reste
     */
    public Pris prendre(UUID pour, Collection<String> titres) {
        var tous = new long[1];
        var faits = base.sql("""
                with dus as (
                    delete from courriel_retenu where pour = :pour and depart <= :maintenant
                    returning id, titre, objet, intitule, lien, cree_le)
                select cree_le, objet, intitule, lien, count(*) over () as tous
                from dus where titre = any (:titres) order by id limit :lignes
                """)
                .param("pour", pour)
                .param("maintenant", Timestamp.from(horloge.instant()))
                .param("titres", titres.toArray(String[]::new))
                .param("lignes", ENUMERES)
                .query((ligne, rang) -> {
                    tous[0] = ligne.getLong("tous");
                    return new Fait(
                            ligne.getTimestamp("cree_le").toInstant(),
                            ligne.getString("objet"),
                            ligne.getString("intitule"),
                            ligne.getString("lien"));
                })
                .list();
        return new Pris(faits, tous[0]);
    }

    /** Le choix a changé : ce qui attendait plus tard attend jusque-là. */
    public void avancer(UUID pour, Instant depart) {
        base.sql("update courriel_retenu set depart = :depart where pour = :pour and depart > :depart")
                .param("pour", pour)
                .param("depart", Timestamp.from(depart))
                .update();
    }

    /** La réunion dit déjà de qui elle vient. */
    private String sansService(String objet) {
        var service = "(" + expediteur.nom() + ") ";
        return objet.startsWith(service) ? objet.substring(service.length()) : objet;
    }

    private static String[] textes(List<Retenu> retenus, Function<Retenu, String> texte) {
        return retenus.stream().map(texte).toArray(String[]::new);
    }
}
