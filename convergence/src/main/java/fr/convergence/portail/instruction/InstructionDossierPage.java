package fr.convergence.portail.instruction;

import fr.convergence.portail.avis.CarteDAvis;
import fr.convergence.portail.concertation.CarteDeConcertation;
import fr.convergence.portail.contact.ContactTransmis;
import fr.convergence.portail.convention.CarteDeConvention;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.instruction.ListeDeTravail.Suite;
import fr.convergence.portail.instruction.SectionLue.QuestionLue;
import fr.convergence.portail.messagerie.CarteDesMessages;
import fr.convergence.portail.paiement.CarteDePaiement;
import fr.convergence.portail.rib.RibsLus.Avis;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Un dossier tel qu'un vérificateur le lit (INSTR-2). */
public record InstructionDossierPage(
        EnTete enTete,
        Optional<Suite> suite,
        List<EtapeDuDossier> etapes,
        Decisions decisions,
        Contenu contenu,
        Fiche fiche,
        Optional<CarteDeConvention> convention,
        Optional<CarteDePaiement> paiement,
        Histoire histoire)
        implements Page {

    /** @param attente quand elle s'ouvrira, si elle est fermée */
    public record EtapeDuDossier(
            int rang,
            String titre,
            Statut statut,
            String adresse,
            boolean courante,
            boolean lisible,
            Optional<Message> attente) {}

    /**
     * Ce que ce vérificateur peut décider ici.
     *
     * @param attente pourquoi il ne peut rien décider, quand c'est le cas
     */
    public record Decisions(List<Action> actions, Optional<Message> attente, Optional<Demande> enCours) {}

    public record Action(Message libelle, String adresse, boolean principale) {}

    /** La demande de modification à laquelle le référent n'a pas encore répondu. */
    public record Demande(String message, Instant retourAvant, boolean limitee) {}

    /**
     * @param avis ce qui se lit des RIB, par question
     * @param precedente la transmission à laquelle celle-ci est comparée
     * @param repondue la demande de modification à laquelle le référent vient de répondre : de qui, et quand
     */
    public record Contenu(
            List<Envoi> envois,
            List<SectionLue> sections,
            Map<String, List<Avis>> avis,
            Optional<Envoi> precedente,
            Optional<Message> repondue) {

        /** Celles auxquelles on peut la comparer, de la plus récente à la plus ancienne, quand il y a le choix. */
        public List<Choix> anciennes(Cadre cadre) {
            return envois.size() < 3
                    ? List.of()
                    : Choix.de(
                            envois.subList(0, envois.size() - 1).reversed(),
                            envoi -> String.valueOf(envoi.numero()),
                            envoi -> cadre.t("instruction.comparer.a", envoi.numero(), cadre.date(envoi.le())));
        }

        /** Ce que la dernière demande désigne, question par question. */
        public List<QuestionLue> designees() {
            return sections.stream()
                    .flatMap(section -> section.questions().stream())
                    .filter(question -> question.correction().isPresent())
                    .toList();
        }

        public List<QuestionLue> changees() {
            return sections.stream()
                    .flatMap(section -> section.questions().stream())
                    .filter(question -> !question.ecarts().isEmpty())
                    .toList();
        }
    }

    public record Envoi(int numero, Instant le) {}

    /**
     * L'établissement et les personnes à joindre.
     *
     * @param entites nom et FINESS de ce qui lui est rattaché aujourd'hui
     */
    public record Fiche(
            Identite identite,
            List<Entite> entites,
            Optional<Personne> referent,
            List<ContactTransmis> contacts,
            CarteDesMessages messages,
            CarteDeConcertation concertation,
            CarteDAvis avis) {}

    public record Identite(String nom, String type, String identifiant, String finess, String region) {}

    public record Entite(String nom, String finess) {}

    public record Personne(String nom, String courriel, String telephone) {}

    /** Les derniers passages ; {@code etapes} donne le titre de chaque étape. */
    public record Histoire(List<Passage> derniers, Map<String, String> etapes) {}

    public String adresseDeLHistorique() {
        return "/instruction/" + enTete.reference() + "/historique";
    }
}
