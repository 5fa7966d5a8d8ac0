package fr.convergence.portail.recherche;

import static java.util.stream.Collectors.toCollection;

import fr.convergence.portail.compte.IdentiteChangee;
import fr.convergence.portail.dossier.EtapeTransmise;
import fr.convergence.portail.etablissement.ImporterRegistre;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.etablissement.Voisins;
import fr.convergence.portail.transfert.ContactCorrige;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tient l'index de la recherche (INSTR-8) dans la transaction de chaque acte : transmission, contact corrigé, référent
 * renommé, registre importé. Un brouillon n'y est pas : un vérificateur ne le voit pas.
 */
@Component
final class IndexDesDossiers {

    private static final String DOSSIERS = """
            select d.id, d.reference, d.region, d.candidat, d.candidat_nom as nom, d.referent, coalesce(r.texte, '') as registre
            from vue_recherche_dossier d left join vue_recherche_registre r on r.candidat = d.candidat
            """;
    private static final int MOT_MAX = 100;

    private record Dossier(
            UUID id, String reference, String region, String candidat, String nom, UUID referent, String registre) {}

    private final JdbcClient base;
    private final TexteDuDossier textes;
    private final Voisins voisins;

    IndexDesDossiers(JdbcClient base, TexteDuDossier textes) {
        this.base = base;
        this.textes = textes;
        this.voisins = new Voisins(base, "recherche_mot");
    }

    @EventListener
    void transmise(EtapeTransmise acte) {
        ecrire(base.sql(DOSSIERS + "where d.reference = ?")
                .param(acte.reference().valeur()));
    }

    @EventListener
    void contactCorrige(ContactCorrige acte) {
        ecrire(base.sql(DOSSIERS + "where d.id = ?").param(acte.dossier()));
    }

    @EventListener
    void identiteChangee(IdentiteChangee acte) {
        ecrire(base.sql(DOSSIERS + "join recherche_dossier i on i.dossier = d.id where d.referent = ?")
                .param(acte.compte()));
    }

    /** Seuls changent les dossiers dont le registre nomme ou situe autrement le candidat. */
    @EventListener
    void registreImporte(ImporterRegistre.Publie acte) {
        ecrire(base.sql(DOSSIERS + """
                join recherche_dossier i on i.dossier = d.id where i.registre is distinct from coalesce(r.texte, '')
                """));
    }

    private void ecrire(JdbcClient.StatementSpec dossiers) {
        dossiers.query(Dossier.class).list().forEach(this::ecrire);
    }

    private void ecrire(Dossier dossier) {
        record Transmise(UUID id, String tri) {}
        var etapes = base.sql("select id, tri from vue_recherche_etape where dossier = ? order by rang")
                .param(dossier.id)
                .query(Transmise.class)
                .list();
        var duNom = mots(Stream.of(dossier.nom));
        var ailleurs = mots(Stream.of(
                        Stream.of(dossier.reference, dossier.candidat, dossier.registre),
                        textes.duReferent(dossier.referent),
                        etapes.stream().flatMap(etape -> textes.deLEtape(etape.id)),
                        textes.desCorrections(corrections(dossier.id)))
                .flatMap(texte -> texte));
        garder(dossier, duNom, ailleurs);
        etapes.forEach(etape -> ranger(dossier.region, duNom, etape.tri, etape.id));
        var tous = new HashSet<>(duNom);
        tous.addAll(ailleurs);
        // Une référence n'est voisine de rien : dix lettres au hasard.
        tous.removeAll(mots(Stream.of(dossier.reference)));
        voisins.retenir(tous);
    }

    private void garder(Dossier dossier, Set<String> duNom, Set<String> ailleurs) {
        base.sql("""
                insert into recherche_dossier (dossier, registre, mots) values (:dossier, :registre, array_to_tsvector(:mots))
                on conflict (dossier) do update set registre = excluded.registre, mots = excluded.mots
                """)
                .param("dossier", dossier.id)
                .param("registre", dossier.registre)
                .param(
                        "mots",
                        Stream.concat(duNom.stream(), ailleurs.stream().map(mot -> MotsCherches.HORS_DU_NOM + mot))
                                .toArray(String[]::new))
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
