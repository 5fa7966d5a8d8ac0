package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.contact.Contacts;
import fr.convergence.portail.convention.CarteDeConvention;
import fr.convergence.portail.dossier.QuestionDesignee;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.messagerie.CarteDesMessages;
import fr.convergence.portail.paiement.CarteDePaiement;
import fr.convergence.portail.tableaudebord.TableauDeBordPage.Echeance;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;

/**
 * La vue d'ensemble d'un dossier (DOS-3) : où il en est, ce qui vient ensuite et de qui cela dépend.
 *
 * @param rang l'étape courante, à partir de 1
 * @param modification ce qu'un vérificateur demande de reprendre, montré en haut
 * @param echeance celle de l'étape courante, si c'est au référent d'agir
 * @param repartible l'étape courante se commence, et d'autres réponses du même candidat peuvent y venir (DOS-12)
 * @param file la place de l'étape courante dans la file de qui la vérifie, et le délai habituel
 */
public record DossierPage(
        String reference,
        String guichet,
        String candidat,
        int rang,
        List<EtapeDuDossier> etapes,
        Optional<Modification> modification,
        Optional<Echeance> echeance,
        Optional<CarteDeConvention> convention,
        Optional<CarteDePaiement> paiement,
        Contacts contacts,
        CarteDesMessages messages,
        boolean repartible,
        List<Message> file)
        implements Page {

    public DossierPage {
        etapes = List.copyOf(etapes);
        file = List.copyOf(file);
    }

    /**
     * Une étape.
     *
     * @param periode quand elle s'ouvre et se ferme ; vide pour une étape finie, ou fermée quand sa période a commencé
     * @param quoi ce qui vient ensuite, {@code qui} de qui cela dépend
     * @param motif celui d'un refus
     * @param accuse l'adresse de son dernier accusé de dépôt
     */
    public record EtapeDuDossier(
            int rang,
            String titre,
            Statut statut,
            Optional<Message> periode,
            Message quoi,
            Optional<Message> qui,
            Optional<String> motif,
            Optional<String> accuse,
            Optional<Action> action) {}

    /** Ce que l'on peut faire d'une étape ; la principale est celle que le référent doit. */
    public record Action(Message libelle, String vers, boolean principale) {}

    /** @param limitee vrai si seules les questions désignées sont rouvertes */
    public record Modification(
            String etape, String motif, List<QuestionDesignee> designees, boolean limitee, String vers) {}

    public List<String> titres() {
        return etapes.stream().map(EtapeDuDossier::titre).toList();
    }

    /** Quand s'ouvrira l'étape qui suit la courante, si elle est fermée. */
    public Optional<Message> attente() {
        return etapes.stream()
                .skip(rang)
                .limit(1)
                .filter(suivante -> suivante.action().isEmpty())
                .map(EtapeDuDossier::quoi)
                .findFirst();
    }

    public EtapeDuDossier courante() {
        return etapes.get(rang - 1);
    }
}
