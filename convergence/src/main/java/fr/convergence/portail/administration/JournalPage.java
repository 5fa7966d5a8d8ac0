package fr.convergence.portail.administration;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Les lignes du journal qui répondent aux filtres. */
public record JournalPage(
        Filtres filtres,
        Erreurs erreurs,
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante) implements PageDeSaisie {

    /** Ce que porte l'adresse. */
    public record Filtres(String objet, String acteur, String acte, String du, String au) {

        /** Un filtre absent de l'adresse est un filtre vide. */
        public Filtres {
            objet = net(objet);
            acteur = net(acteur);
            acte = net(acte);
            du = net(du);
            au = net(au);
        }

        private static String net(@Nullable String saisi) {
            return saisi == null ? "" : Adresse.net(saisi);
        }

        String adresse(String apres) {
            return Adresse.de(
                    JournalController.CHEMIN,
                    Map.of("objet", objet, "acteur", acteur, "acte", acte, "du", du, "au", au, "apres", apres));
        }
    }

    /** @param detail « clé : valeur », séparés par des virgules */
    public record Ligne(Instant le, String objet, String acteur, String acte, String detail) {

        static Ligne de(fr.convergence.socle.journal.Ligne ligne) {
            return new Ligne(
                    ligne.le(),
                    ligne.chaine(),
                    ligne.acteur(),
                    ligne.acte(),
                    ligne.detail().entrySet().stream()
                            .map(entree -> entree.getKey() + " : " + entree.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** @param trouvees une de plus que {@code parPage} quand une page suit */
    static JournalPage de(
            Filtres filtres,
            Erreurs erreurs,
            List<fr.convergence.socle.journal.Ligne> trouvees,
            int parPage,
            boolean plusLoin) {
        var montrees = trouvees.stream().limit(parPage).toList();
        return new JournalPage(
                filtres,
                erreurs,
                montrees.stream().map(Ligne::de).toList(),
                plusLoin ? filtres.adresse("") : null,
                trouvees.size() > parPage
                        ? filtres.adresse(montrees.getLast().id().toString())
                        : null);
    }

    /** Remplace l'identifiant de chaque acteur par son nom, quand c'est un compte. */
    JournalPage avecLesNoms(Function<Collection<UUID>, Map<UUID, String>> annuaire) {
        var noms = annuaire.apply(lignes.stream()
                .flatMap(ligne -> compte(ligne.acteur()).stream())
                .distinct()
                .toList());
        var nommees = lignes.stream()
                .map(ligne -> new Ligne(
                        ligne.le(),
                        ligne.objet(),
                        compte(ligne.acteur()).map(noms::get).orElse(ligne.acteur()),
                        ligne.acte(),
                        ligne.detail()))
                .toList();
        return new JournalPage(filtres, erreurs, nommees, debut, suivante);
    }

    private static Optional<UUID> compte(String acteur) {
        try {
            return Optional.of(UUID.fromString(acteur));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
