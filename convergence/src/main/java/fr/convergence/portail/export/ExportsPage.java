package fr.convergence.portail.export;

import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Les exports de la personne connectée, du plus récent au plus ancien. */
public record ExportsPage(List<Export> exports) implements Page {

    /**
     * @param etat clé du mot qui le dit
     * @param contenu ce qui est emporté, en mots
     * @param pieces vrai si ce sont les pièces
     */
    public record Export(
            String etat,
            Ton ton,
            List<String> contenu,
            boolean pieces,
            Instant demandeLe,
            Optional<Avancement> avancement,
            Optional<Message> echec,
            Optional<Fichier> fichier) {}

    /** @param total vide quand nul ne le sait avant d'avoir tout lu */
    public record Avancement(long faits, Optional<Long> total) {}

    public record Fichier(String id, String nom, String forme, long taille, Instant jusqua, String adresse) {}

    static ExportsPage de(List<SuiviDExport> suivis, Function<DemandeDExport, List<String>> enClair) {
        return new ExportsPage(suivis.stream()
                .map(suivi -> {
                    var demande = suivi.demande();
                    return new Export(
                            etat(suivi),
                            ton(suivi),
                            enClair.apply(demande),
                            demande.dePieces(),
                            suivi.demandeLe(),
                            suivi.enCours()
                                    ? Optional.of(new Avancement(suivi.faits(), suivi.total()))
                                    : Optional.empty(),
                            suivi.echec(),
                            suivi.rendu().map(rendu -> fichier(demande, rendu)));
                })
                .toList());
    }

    /** Combien se font ; tant que l'un d'eux se fait, la page se relit. */
    public long enCours() {
        return exports.stream()
                .filter(export -> export.avancement().isPresent())
                .count();
    }

    /** Ce qu'est devenu le dernier demandé, quand plus aucun ne se fait. */
    public String dernier() {
        return exports.getFirst().fichier().isPresent() ? "export.dernier.pret" : "export.dernier.echoue";
    }

    public String adresse() {
        return ExportsController.ADRESSE;
    }

    private static Fichier fichier(DemandeDExport demande, SuiviDExport.Rendu rendu) {
        return new Fichier(
                "fichier-" + demande.id(),
                rendu.nom(),
                demande.forme().name(),
                rendu.taille(),
                rendu.expireLe(),
                ExportsController.ADRESSE + "/" + demande.id() + "/fichier");
    }

    private static String etat(SuiviDExport suivi) {
        if (suivi.rendu().isPresent()) {
            return "export.etat.pret";
        }
        return suivi.enCours() ? "export.etat.en-cours" : "export.etat.echoue";
    }

    private static Ton ton(SuiviDExport suivi) {
        if (suivi.rendu().isPresent()) {
            return Ton.SUCCES;
        }
        return suivi.enCours() ? Ton.INFORMATION : Ton.ERREUR;
    }
}
