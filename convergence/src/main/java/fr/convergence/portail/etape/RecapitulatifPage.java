package fr.convergence.portail.etape;

import fr.convergence.portail.contact.ContactRemplace;
import fr.convergence.portail.dossier.QuestionDesignee;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Toute l'étape à relire ; à transmettre tant qu'elle s'écrit, à consulter ensuite.
 *
 * @param empechement ce qui a empêché une transmission demandée
 * @param erreurs réponses à corriger, avec un lien vers chacune
 * @param inchangees ce que la demande de modification fait reprendre et qui n'a pas changé : dit, sans rien empêcher
 */
public record RecapitulatifPage(
        HttpStatus statut,
        Volet volet,
        List<Contenu> sections,
        Erreurs erreurs,
        Optional<Message> empechement,
        Inchangees inchangees,
        List<Depot> depots)
        implements Page {

    /** @param tout rien du tout n'a changé depuis la demande, qu'elle désigne des questions ou non */
    public record Inchangees(List<QuestionDesignee> questions, boolean tout) {

        static Inchangees de(SaisieDeLEtape saisie) {
            return saisie.modifiable()
                    ? new Inchangees(
                            saisie.questionsIntouchees(), saisie.retour().inchangee())
                    : new Inchangees(List.of(), false);
        }

        public boolean aDire() {
            return tout || !questions.isEmpty();
        }
    }

    /**
     * Une section relue.
     *
     * @param modifiable vrai si une question au moins s'y écrit : un retour limité n'en rouvre que quelques-unes
     */
    public record Contenu(
            String titre, String vers, SectionEvaluee.Etat etat, boolean modifiable, List<Relecture> questions) {}

    /**
     * Une question relue ; les espaces de dépôt montrent leurs fichiers, un tableau ses lignes.
     *
     * @param champs ce que le résumé des erreurs peut en citer, et son nom
     * @param refuses les fichiers qui n'en partiront pas, et pourquoi
     * @param corrigeLe quand ce contact a été corrigé, à côté d'un formulaire qui garde l'ancien
     */
    public record Relecture(
            String libelle,
            Map<String, Message> champs,
            List<LigneDeReponse> lignes,
            Optional<Instant> corrigeLe,
            Optional<TableauEntites.Lu> tableau,
            List<PieceDeposee> pieces,
            List<FichierRefuse> refuses,
            boolean enErreur) {}

    /**
     * Un fichier que l'analyse a refusé : il reste là jusqu'à la transmission, qui l'efface.
     *
     * @param vers l'adresse de son espace de dépôt
     */
    public record FichierRefuse(String question, String nom, Message pourquoi, String vers) {}

    /** Une transmission déjà faite. */
    public record Depot(int numero, Instant le, String empreinte, String vers) {}

    /** @param remplaces les contacts corrigés depuis leur réponse, par question */
    static List<Contenu> sections(SaisieDeLEtape saisie, Map<String, ContactRemplace> remplaces) {
        return saisie.evaluation().sections().stream()
                .map(section -> new Contenu(
                        section.section().titre(),
                        saisie.adresse() + "/" + section.section().id(),
                        saisie.etat(section),
                        section.questions().stream()
                                .anyMatch(question ->
                                        saisie.modifiable(question.question().id())),
                        section.questions().stream()
                                .filter(question -> !question.lignes().isEmpty())
                                .map(question -> relecture(
                                        saisie,
                                        section,
                                        question,
                                        Optional.ofNullable(remplaces.get(
                                                question.question().id()))))
                                .toList()))
                .toList();
    }

    private static Relecture relecture(
            SaisieDeLEtape saisie,
            SectionEvaluee section,
            QuestionEvaluee question,
            Optional<ContactRemplace> remplace) {
        return new Relecture(
                question.question().libelle(),
                champs(question),
                remplace.map(ContactRemplace::lignes)
                        .orElseGet(() -> question.lignes().stream()
                                .map(ligne -> ligne.nommee(saisie::nomDeFichier))
                                .toList()),
                remplace.map(ContactRemplace::le),
                TableauEntites.lu(question.question(), question.valeur(), saisie::nomDeFichier),
                saisie.pieces().getOrDefault(question.question().id(), List.of()),
                refuses(saisie, section.section().id(), question),
                !question.erreurs().isEmpty());
    }

    /** Les siens, ou ceux de ses cellules ; rien d'une étape qui ne se transmet pas. */
    private static List<FichierRefuse> refuses(SaisieDeLEtape saisie, String section, QuestionEvaluee evaluee) {
        return saisie.modifiable()
                ? evaluee.question().places(evaluee.valeur()).stream()
                        .flatMap(place -> saisie.pieces().getOrDefault(place.id(), List.of()).stream()
                                .flatMap(piece -> piece.refus().stream()
                                        .map(pourquoi -> new FichierRefuse(
                                                place.libelle(),
                                                piece.nom(),
                                                pourquoi,
                                                saisie.champ(section, place.id())))))
                        .toList()
                : List.of();
    }

    private static Map<String, Message> champs(QuestionEvaluee evaluee) {
        var question = evaluee.question();
        var champs = new LinkedHashMap<String, Message>();
        champs.put(question.id(), Message.brut(question.libelle()));
        question.type()
                .parties(evaluee.valeur())
                .forEach(
                        partie -> champs.putIfAbsent(question.champ(partie.nom()), partie.libelle(question.libelle())));
        return champs;
    }

    /** Dits avant de transmettre, sans l'empêcher. */
    public List<FichierRefuse> refuses() {
        return sections.stream()
                .flatMap(section -> section.questions().stream())
                .flatMap(question -> question.refuses().stream())
                .toList();
    }

    public boolean transmissible() {
        return volet.completude().restantes().isEmpty() && erreurs.vides();
    }
}
