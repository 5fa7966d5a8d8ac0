package fr.convergence.portail.etablissement;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.denomination.Denomination;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.lieu.Maille;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Siren;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Un établissement qui peut candidater, tel que le registre le connaît aujourd'hui. */
public sealed interface Candidat {

    CleCandidat cle();

    /** Le nom que publie le registre : celui de l'entité juridique, ou le territoire du GHT. */
    String nom();

    /** La façon de le nommer, partout : « GHT Gers (OCC-10) – CH d'Auch », « CLINIQUE DU SOUFFLE (010000222) ». */
    String denomination();

    /** Celle dont l'agence régionale instruit ; pour un GHT, celle de son établissement support. Vide hors des 18 régions. */
    Optional<Region> region();

    /** Le FINESS de l'entité juridique qui engage le candidat : la sienne, ou le support du GHT. */
    Finess finess();

    /** Celle de l'entité juridique que {@link #finess()} désigne : pour un GHT, son établissement support. */
    default String raisonSociale() {
        return nom();
    }

    /** Ce qui lui est rattaché et encore ouvert : les EJ d'un GHT, les EG d'une EJ, par nom. */
    List<Entite> entites();

    /** Les entités pour lesquelles une part d'un formulaire se répète. */
    List<Lot> lots(Maille maille);

    /** Le nom d'une de ses entités ; vide quand elle ne l'est plus. */
    default Optional<String> nom(Finess entite) {
        return Stream.of(Maille.values())
                .flatMap(maille -> lots(maille).stream())
                .filter(lot -> lot.finess().equals(entite))
                .map(Lot::nom)
                .findFirst();
    }

    /** Faux quand il a quitté les fichiers publiés : ses dossiers le citent encore, il ne se choisit plus. */
    boolean ouvert();

    default TypeCandidat type() {
        return cle().type();
    }

    record Ght(CodeGht code, String nom, Entite support, Optional<Region> region, List<Entite> entites, boolean ouvert)
            implements Candidat {

        public Ght {
            entites = List.copyOf(entites);
        }

        /** « GHT Gers ». */
        public String intitule() {
            return Denomination.intitule(nom);
        }

        @Override
        public String denomination() {
            return Denomination.duGht(code, nom, support.nom(), support.commune());
        }

        @Override
        public CleCandidat cle() {
            return CleCandidat.de(code);
        }

        @Override
        public Finess finess() {
            return support.finess();
        }

        @Override
        public String raisonSociale() {
            return support.nom();
        }

        @Override
        public List<Lot> lots(Maille maille) {
            return switch (maille) {
                case ENTITES, EJ -> entites.stream().map(Entite::lot).toList();
            };
        }
    }

    /** {@code cle} dit à quel titre elle candidate, {@code typeActuel} ce que le registre en conclut aujourd'hui. */
    record EntiteJuridique(
            CleCandidat cle,
            String nom,
            Optional<Siren> siren,
            Optional<Region> region,
            TypeCandidat typeActuel,
            Optional<CodeGht> ght,
            List<Entite> entites,
            boolean ouvert)
            implements Candidat {

        public EntiteJuridique {
            entites = List.copyOf(entites);
        }

        @Override
        public String denomination() {
            return Denomination.deLEntite(nom, finess());
        }

        @Override
        public Finess finess() {
            return new Finess(cle.identifiant());
        }

        @Override
        public List<Lot> lots(Maille maille) {
            return switch (maille) {
                case ENTITES -> entites.stream().map(Entite::lot).toList();
                case EJ -> List.of(new Lot(finess(), nom));
            };
        }
    }

    /** Une entité rattachée : EJ d'un GHT ou EG d'une EJ. */
    record Entite(Finess finess, String nom, String commune) {

        private Lot lot() {
            return new Lot(finess, nom);
        }
    }
}
