package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.ActeDuDossier.DeConvention;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Une ligne de l'historique d'un dossier (DOS-9) : qui, quand, quoi, de quoi à quoi.
 *
 * @param acte nom de l'acte au journal
 * @param libelle le même, tel qu'il se lit
 * @param changements les valeurs qu'il a changées, quand la page les montre
 */
public record Passage(
        Instant le,
        Acteur qui,
        String acte,
        Message libelle,
        Optional<Mouvement> mouvement,
        List<Detail> details,
        List<Changement> changements) {

    /**
     * Qui a agi.
     *
     * @param id identifiant de son compte, ou « systeme »
     * @param nom son nom et ce qu'il est
     */
    public record Acteur(String id, Message nom) {

        static Acteur sansCompte(String id) {
            return new Acteur(
                    id,
                    new Message(
                            id.equals(DeConvention.SIGNATAIRE)
                                    ? "dossier.acteur.signataire"
                                    : "dossier.acteur.systeme"));
        }
    }

    /** Le passage d'une étape d'un statut à un autre ; {@code version} est celle qu'avait l'étape avant lui. */
    public record Mouvement(String etape, int version, Statut de, Statut vers) {}

    /**
     * Une valeur avant et après.
     *
     * @param tableau celui dont elle est une cellule, tel qu'il se lit
     * @param partie celle de la réponse, quand elle en a plusieurs
     * @param geste ce qui est arrivé à un élément d'une liste, un fichier d'ordinaire, dont les autres restent
     * @param avant vide quand il n'y avait rien
     */
    public record Changement(
            Optional<String> tableau,
            String objet,
            Optional<Message> partie,
            Optional<Geste> geste,
            String avant,
            String apres) {

        public Changement {
            // La partie d'une question qui n'en a qu'une porte le même nom qu'elle.
            partie = partie.filter(nom -> !nom.equals(Message.brut(objet)));
        }

        public Changement(
                Optional<String> tableau, String objet, Optional<Message> partie, String avant, String apres) {
            this(tableau, objet, partie, Optional.empty(), avant, apres);
        }

        public static Changement ajoute(String objet, String element) {
            return new Changement(Optional.empty(), objet, Optional.empty(), Optional.of(Geste.AJOUTE), "", element);
        }

        public static Changement ote(String objet, Geste geste, String element) {
            return new Changement(Optional.empty(), objet, Optional.empty(), Optional.of(geste), element, "");
        }
    }

    /** Ce qui arrive à un élément d'une liste : le dire ne dit rien des autres. */
    public enum Geste {
        AJOUTE,
        RETIRE,
        REFUSE;

        public String cle() {
            return "dossier.historique." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Ce que l'acte a porté : un motif, une échéance. */
    public record Detail(Message libelle, String texte) {}

    public Passage {
        details = List.copyOf(details);
        changements = List.copyOf(changements);
    }

    /** Combien de cellules de chaque tableau. */
    public Map<String, Long> cellules() {
        return changements.stream()
                .flatMap(changement -> changement.tableau().stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }
}
