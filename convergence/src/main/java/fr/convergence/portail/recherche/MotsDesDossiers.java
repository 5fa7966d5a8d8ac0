package fr.convergence.portail.recherche;

import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.etablissement.Voisins;
import fr.convergence.socle.identifiant.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lit une saisie contre les mots des dossiers transmis. */
@Component
public final class MotsDesDossiers {

    /**
     * Des noms qui portent un mot, dans une région.
     *
     * @param mot entier, tel qu'un nom le porte
     */
    public record MotEnRegion(String region, String mot) {}

    /**
     * Par où lire des noms.
     *
     * @param rang celui du mot saisi
     * @param noms combien le portent, au plus quelques centaines par région
     */
    public record MotsDesNoms(int rang, List<MotEnRegion> mots, long noms) {

        public MotsDesNoms {
            mots = List.copyOf(mots);
        }
    }

    /** Un début de mot plus vague se cherche sans suivre l'ordre des noms. */
    private static final int MOTS_PAR_REGION = 20;
    /** Assez pour dire lequel de deux mots est rare. */
    private static final int NOMS_COMPTES = 200;

    private final JdbcClient base;
    private final Voisins voisins;

    public MotsDesDossiers(JdbcClient base) {
        this.base = base;
        this.voisins = new Voisins(base, "recherche_mot");
    }

    /**
     * @param ght le code du GHT de l'entité que désigne la saisie, s'il y en a un
     * @return vide quand la saisie ne demande rien
     */
    public static Optional<MotsCherches> lire(String saisie, String ght) {
        var mots = Mots.chercher(saisie);
        return mots.isEmpty()
                ? Optional.empty()
                : Optional.of(new MotsCherches(mots.stream().map(List::of).toList(), Mots.chercher(ght)));
    }

    /** Les mêmes à une faute de frappe près, quand il en est de proches. */
    public Optional<MotsCherches> approches(MotsCherches cherches) {
        var proches = voisins.de(cherches.choix().stream().map(List::getFirst).toList());
        return proches.stream().allMatch(List::isEmpty) ? Optional.empty() : Optional.of(cherches.elargis(proches));
    }

    /**
     * Les mots des noms par où lire une saisie dans l'ordre des noms : ceux du mot saisi que le moins de noms portent.
     *
     * @return vide quand trop de mots répondent à chacun : l'ordre des noms n'y aide pas
     */
    public Optional<MotsDesNoms> desNoms(MotsCherches cherches, Optional<Region> region) {
        if (!cherches.ght().isEmpty()) {
            return Optional.empty();
        }
        var regions = region.map(List::of).orElse(Arrays.asList(Region.values())).stream()
                .map(Region::code)
                .toArray(String[]::new);
        return IntStream.range(0, cherches.choix().size())
                .mapToObj(rang -> desNoms(rang, cherches.choix().get(rang), regions))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(MotsDesNoms::noms));
    }

    /** Un mot après l'autre : l'index saute d'un mot au suivant sans lire les noms qui le portent. */
    private Optional<MotsDesNoms> desNoms(int rang, List<String> debuts, String[] regions) {
        record Trouve(String region, String mot, int rang, long noms) {}
        var trouves = base.sql("""
                with recursive suite (region, debut, mot, rang) as (
                    select region, debut, null::text collate "C", 0
                    from unnest(:regions::text[]) region cross join unnest(:debuts::text[]) debut
                    union all
                    select s.region, s.debut, n.mot, s.rang + 1
                    from suite s cross join lateral (
                        select mot from recherche_nom
                        where region = s.region and mot >= s.debut collate "C" and mot > coalesce(s.mot, '') collate "C"
                        order by mot limit 1) n
                    where s.rang <= :limite and starts_with(n.mot, s.debut))
                select distinct s.region, s.mot, s.rang, n.noms
                from suite s cross join lateral (
                    select count(*) as noms
                    from (select from recherche_nom where region = s.region and mot = s.mot limit :compte) c) n
                where s.rang > 0
                """)
                .param("regions", regions)
                .param("debuts", debuts.toArray(String[]::new))
                .param("limite", MOTS_PAR_REGION)
                .param("compte", NOMS_COMPTES)
                .query(Trouve.class)
                .list();
        return trouves.stream().anyMatch(trouve -> trouve.rang > MOTS_PAR_REGION)
                ? Optional.empty()
                : Optional.of(new MotsDesNoms(
                        rang,
                        trouves.stream()
                                .map(trouve -> new MotEnRegion(trouve.region, trouve.mot))
                                .distinct()
                                .toList(),
                        trouves.stream().mapToLong(Trouve::noms).sum()));
    }
}
