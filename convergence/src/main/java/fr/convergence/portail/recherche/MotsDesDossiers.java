package fr.convergence.portail.recherche;

import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.etablissement.Voisins;
import fr.convergence.socle.identifiant.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     * @param noms combien de noms les portent, deux cents au plus par mot et région : dans la région demandée pour un mot saisi
     *     seul, dans toutes dès qu'il y en a plusieurs, même quand « mots » ne garde que ceux de cette région
     */
    public record MotsDesNoms(int rang, List<MotEnRegion> mots, long noms) {

        public MotsDesNoms {
            mots = List.copyOf(mots);
        }

        private List<String> entiers() {
            return mots.stream().map(MotEnRegion::mot).distinct().sorted().toList();
        }

        private MotsDesNoms en(Region region) {
            return new MotsDesNoms(
                    rang,
                    mots.stream()
                            .filter(mot -> mot.region.equals(region.code()))
                            .toList(),
                    noms);
        }
    }

    /**
     * Comment lire une page d'une liste.
     *
     * @param cherches les mots, avec ce qu'on a appris d'eux
     * @param noms les mots à suivre dans l'ordre des noms
     * @param reunis tous les dossiers qui répondent, quand ils sont peu
     */
    public record Chemin(MotsCherches cherches, Optional<MotsDesNoms> noms, Optional<List<UUID>> reunis) {

        public Chemin {
            reunis = reunis.map(List::copyOf);
        }
    }

    /** Un début de mot plus vague se cherche sans suivre l'ordre des noms. */
    private static final int MOTS_PAR_REGION = 20;
    /** Assez pour dire lequel de deux mots est rare. */
    private static final int NOMS_COMPTES = 200;
    /** Au-delà, suivre l'ordre remplit plus vite une page. */
    private static final int REUNIS_MAX = 5_000;
    /** Dans un dossier sur deux mille : moins dit que les mots vont rarement ensemble. */
    private static final int RENCONTRES = 3;

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
     * Par où lire une saisie. Dans l'ordre des noms, ceux du mot que le moins de noms portent ; mais deux mots courants qui vont
     * rarement ensemble se réunissent d'abord : suivre un ordre les ferait lire tous deux en entier.
     */
    public Chemin chemin(MotsCherches cherches, Optional<Region> region, boolean parNom) {
        var plusieurs = cherches.choix().size() > 1;
        if (!cherches.ght().isEmpty() || !parNom && !plusieurs) {
            return new Chemin(cherches, Optional.empty(), Optional.empty());
        }
        var regions = (plusieurs ? Optional.<Region>empty() : region)
                .map(List::of).orElse(Arrays.asList(Region.values())).stream()
                        .map(Region::code)
                        .toArray(String[]::new);
        var desNoms = IntStream.range(0, cherches.choix().size())
                .mapToObj(rang -> desNoms(rang, cherches.choix().get(rang), regions))
                .toList();
        if (!plusieurs) {
            return new Chemin(cherches, desNoms.getFirst(), Optional.empty());
        }
        var appris = cherches.avecEntiers(
                desNoms.stream().map(noms -> noms.map(MotsDesNoms::entiers)).toList());
        var reunis = desNoms.stream().allMatch(Optional::isPresent)
                ? reunis(appris.partout())
                : Optional.<List<UUID>>empty();
        return reunis.isPresent() || !parNom
                ? new Chemin(appris, Optional.empty(), reunis)
                : new Chemin(
                        appris,
                        desNoms.stream()
                                .flatMap(Optional::stream)
                                .map(noms -> region.map(noms::en).orElse(noms))
                                .min(Comparator.comparingLong(MotsDesNoms::noms)),
                        Optional.empty());
    }

    /** @return vide quand ils sont trop : un échantillon suffit d'ordinaire à le dire */
    private Optional<List<UUID>> reunis(String condition) {
        var rencontres =
                base.sql("""
                select count(*) from recherche_dossier tablesample system (0.05) where mots @@ :mots::tsquery
                """).param("mots", condition).query(Long.class).single();
        if (rencontres >= RENCONTRES) {
            return Optional.empty();
        }
        // Prévus sans limite : PostgreSQL, qui les croit nombreux, lirait sinon la table en espérant les rencontrer.
        var reunis = base.sql("""
                with tous as materialized (select dossier from recherche_dossier where mots @@ :mots::tsquery)
                select dossier from tous limit :limite
                """)
                .param("mots", condition)
                .param("limite", REUNIS_MAX + 1)
                .query(UUID.class)
                .list();
        return reunis.size() > REUNIS_MAX ? Optional.empty() : Optional.of(reunis);
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
