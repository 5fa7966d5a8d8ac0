package fr.convergence.portail.recherche;

import static java.util.stream.Collectors.toCollection;

import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.contact.ContactCorrige;
import fr.convergence.portail.dossier.DossierConfie;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.etablissement.Voisins;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tient l'index de la recherche (INSTR-8) dans la transaction de chaque acte : transmission, contact corrigé ; et, en fond, des
 * dossiers que {@link RelectureDesDossiers} relit. Un brouillon n'y est pas : un vérificateur ne le voit pas.
 */
@Component
final class IndexDesDossiers {

    private static final int MOT_MAX = 100;

    private record Dossier(
            UUID id, String reference, String region, String candidat, String nom, UUID referent, String registre) {}

    private record Transmise(UUID id, String tri) {}

    private record Range(String tri, List<String> mots) {}

    private final JdbcClient base;
    private final TexteDuDossier textes;
    private final Voisins voisins;
    private final Clock horloge;

    IndexDesDossiers(JdbcClient base, TexteDuDossier textes, Clock horloge) {
        this.base = base;
        this.textes = textes;
        this.voisins = new Voisins(base, "recherche_mot");
        this.horloge = horloge;
    }

    @EventListener
    void transmise(EtapePassee fait) {
        if (fait.acte() instanceof EtapeTransmise) {
            ecrire(base.sql("select id from vue_recherche_dossier where reference = ?")
                    .param(fait.reference().valeur())
                    .query(UUID.class)
                    .single());
        }
    }

    @EventListener
    void contactCorrige(ContactCorrige acte) {
        ecrire(acte.dossier());
    }

    @EventListener
    void confie(DossierConfie acte) {
        ecrire(acte.dossier());
    }

    /**
     * Récrit l'index de ce dossier, dans la transaction en cours. Deux qui l'écrivent à la fois le font l'un après l'autre, et le
     * second lit ce que le premier a écrit : aucun ne rend à l'index ce que le dossier disait avant.
     */
    void ecrire(UUID id) {
        tenir(id);
        var etapes = base.sql("select id, tri from vue_recherche_etape where dossier = ? order by rang")
                .param(id)
                .query(Transmise.class)
                .list();
        if (!etapes.isEmpty()) {
            ecrire(lire(id), etapes);
        }
    }

    /** Une ligne écrite avant que l'index ne retienne sous quel nom il range : c'est là qu'il faudra la déranger. */
    void retenirLeTri(UUID dossier, String tri) {
        base.sql("update recherche_dossier set tri = ? where dossier = ? and tri = ''")
                .params(tri, dossier)
                .update();
    }

    private void tenir(UUID dossier) {
        base.sql("select pg_advisory_xact_lock_shared(" + MotsQuittes.VERROU
                        + "), pg_advisory_xact_lock(hashtextextended('recherche/' || :dossier, 0))")
                .param("dossier", dossier.toString())
                .query()
                .singleRow();
    }

    private Dossier lire(UUID id) {
        return base.sql("""
                select d.id, d.reference, d.region, d.candidat, d.candidat_nom as nom, d.referent,
                       coalesce(r.texte, '') as registre
                from vue_recherche_dossier d left join vue_recherche_registre r on r.candidat = d.candidat
                where d.id = ?
                """).param(id).query(Dossier.class).single();
    }

    private void ecrire(Dossier dossier, List<Transmise> etapes) {
        var duNom = mots(Stream.of(dossier.nom));
        var ailleurs = mots(Stream.of(
                        Stream.of(dossier.reference, dossier.candidat, dossier.registre),
                        textes.duReferent(dossier.referent),
                        etapes.stream().flatMap(etape -> textes.deLEtape(etape.id)),
                        textes.desCorrections(corrections(dossier.id)))
                .flatMap(texte -> texte));
        garder(dossier, etapes.getFirst().tri, duNom, ailleurs)
                .ifPresent(avant -> etapes.forEach(etape -> deranger(dossier.region, avant, etape.id)));
        etapes.forEach(etape -> ranger(dossier.region, duNom, etape.tri, etape.id));
        var tous = new HashSet<>(duNom);
        tous.addAll(ailleurs);
        // Une référence n'est voisine de rien : dix lettres au hasard.
        tous.removeAll(mots(Stream.of(dossier.reference)));
        voisins.retenir(tous);
    }

    /**
     * Les mots que le dossier portait et ne porte plus se jugent plus tard ({@link MotsQuittes}).
     *
     * @return où ses étapes étaient rangées, s'il se nommait autrement
     */
    private Optional<Range> garder(Dossier dossier, String tri, Set<String> duNom, Set<String> ailleurs) {
        return base.sql("""
                with ecrit as (
                    insert into recherche_dossier (dossier, registre, mots, lu_le, tri)
                    values (:dossier, :registre, array_to_tsvector(:mots), :le, :tri)
                    on conflict (dossier) do update set registre = excluded.registre, mots = excluded.mots,
                                                        lu_le = excluded.lu_le, tri = excluded.tri
                    returning old.mots as avant, new.mots as apres, old.tri as tri_avant),
                quittes as (
                    select ltrim(mot, '=') as mot from ecrit, unnest(tsvector_to_array(avant)) mot
                    except select ltrim(mot, '=') from ecrit, unnest(tsvector_to_array(apres)) mot),
                a_juger as (
                    insert into recherche_mot_quitte (mot)
                    select mot from quittes where mot ~ '^[a-z]{4,}$' order by mot
                    on conflict (mot) do update set mot = excluded.mot)
                select tri_avant as tri, tsvector_to_array(avant) as mots from ecrit where tri_avant not in ('', :tri)
                """)
                .param("dossier", dossier.id)
                .param("registre", dossier.registre)
                .param("le", Timestamp.from(horloge.instant()))
                .param("tri", tri)
                .param(
                        "mots",
                        Stream.concat(duNom.stream(), ailleurs.stream().map(mot -> MotsCherches.HORS_DU_NOM + mot))
                                .toArray(String[]::new))
                .query((ligne, _) -> new Range(ligne.getString("tri"), List.of((String[])
                        ligne.getArray("mots").getArray())))
                .optional();
    }

    private void deranger(String region, Range avant, UUID etape) {
        base.sql("delete from recherche_nom where region = ? and mot = any (?) and tri = ? and etape = ?")
                .params(region, avant.mots.toArray(String[]::new), avant.tri, etape)
                .update();
    }

    private void ranger(String region, Collection<String> mots, String tri, UUID etape) {
        base.sql("""
                insert into recherche_nom (region, mot, tri, etape)
                select :region, mot, :tri, :etape from unnest(:mots) mot order by mot
                on conflict do nothing
                """)
                .param("region", region)
                .param("mots", mots.toArray(String[]::new))
                .param("tri", tri)
                .param("etape", etape)
                .update();
    }

    private List<String> corrections(UUID dossier) {
        return base.sql("select valeur from vue_recherche_correction where dossier = ?")
                .param(dossier)
                .query(String.class)
                .list();
    }

    /** Les mots de ces textes et leurs équivalents ; des chiffres que séparent des espaces y sont aussi d'un bloc. */
    private static Set<String> mots(Stream<String> textes) {
        return textes.flatMap(texte ->
                        Stream.concat(Arrays.stream(Mots.indexer(texte).split(" ")), Stream.of(chiffres(texte))))
                .filter(mot -> !mot.isEmpty())
                .map(mot -> mot.length() > MOT_MAX ? mot.substring(0, MOT_MAX) : mot)
                .collect(toCollection(TreeSet::new));
    }

    /** « 39 380,50 € » se cherche aussi 3938050, et « 06 11 22 33 44 » d'un trait. */
    private static String chiffres(String texte) {
        var normalise = Mots.normaliser(texte);
        return normalise.chars().allMatch(c -> c == ' ' || Character.isDigit(c)) ? normalise.replace(" ", "") : "";
    }
}
