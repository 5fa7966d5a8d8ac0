package fr.convergence.portail.acte;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ce qui arrive à un dossier, et que son historique raconte (DOS-9). */
public sealed interface ActeDuDossier extends Acte
        permits ActeDeReprise,
                DossierReconduit,
                ActeDuDossier.DeSaisie,
                ActeDuDossier.DePassage,
                ActeDuDossier.DeConvention,
                ActeDuDossier.DePaiement,
                ActeDuDossier.DossierCree,
                ActeDuDossier.PieceRefusee,
                ActeDuDossier.DeConteneur,
                ActeDuDossier.ContactModifie,
                ActeDuDossier.DossierTransfere,
                ActeDuDossier.MessageEnvoye,
                ActeDuDossier.Interne {

    /** Le code de l'étape que l'acte nomme ; vide s'il est de tout le dossier. */
    default Optional<String> etapeNommee() {
        return switch (this) {
            case DePassage passage -> Optional.of(passage.mouvement().etape());
            case DeReponses reponses -> Optional.of(reponses.etape());
            case DePaiement paiement -> Optional.of(paiement.etape());
            case ActeDeConcertation.DEtape acte -> Optional.of(acte.etape());
            case DossierReconduit reconduit -> Optional.of(reconduit.etape());
            case DossierCree _,
                    PieceDeposee _,
                    PieceRetiree _,
                    PieceRefusee _,
                    ContactModifie _,
                    DossierTransfere _,
                    ActeDeReprise _,
                    MessageEnvoye _,
                    Interne _,
                    DeConteneur _,
                    DeConvention _ -> Optional.empty();
        };
    }

    /** Ce qui s'enregistre au fil de la saisie : un vérificateur n'en lit que ce qui est transmis (DOS-6). */
    sealed interface DeSaisie extends ActeDuDossier {

        /** Combien de réponses, de fichiers il compte. */
        default int nombre() {
            return 1;
        }
    }

    /** Une réponse enregistrée, ou toutes celles d'un envoi. */
    sealed interface DeReponses extends DeSaisie {

        /** Ce qu'inscrit qui écrit dans cette étape, des révisions que ses réponses ont prises et de l'empreinte de leur valeur. */
        static BiFunction<SortedMap<String, Integer>, String, DeReponses> enregistrees(String etape) {
            return (revisions, empreinte) -> revisions.size() == 1
                    ? new ReponseEnregistree(
                            etape, revisions.firstKey(), revisions.firstEntry().getValue(), empreinte)
                    : ReponsesEnregistrees.de(etape, revisions, empreinte);
        }

        String etape();

        /** La révision que chacune a prise, par place. */
        SortedMap<String, Integer> revisions();

        @Override
        default int nombre() {
            return revisions().size();
        }
    }

    /** Ce qui fait passer une étape d'un état à un autre : {@code Dossiers} l'écrit, d'autres paquets l'entendent. */
    sealed interface DePassage extends ActeDuDossier {

        Mouvement mouvement();
    }

    /** Ce qui arrive à la convention du dossier : {@code convention} l'écrit, d'autres paquets l'entendent. */
    sealed interface DeConvention extends ActeDuDossier {

        /** L'auteur de ce que fait le signataire : il n'a pas de compte. */
        String SIGNATAIRE = "signataire";

        /** Son rang parmi celles du dossier. */
        int numero();
    }

    /** Ce qui arrive au paiement d'une étape acceptée : {@code paiement} l'écrit. */
    sealed interface DePaiement extends ActeDuDossier {

        String etape();
    }

    /** @param candidat sa clé */
    record DossierCree(String guichet, String candidat) implements ActeDuDossier {}

    /** @param empreinte celle de la valeur : la valeur se purge, le journal non */
    record ReponseEnregistree(String etape, String question, int revision, String empreinte) implements DeReponses {

        @Override
        public SortedMap<String, Integer> revisions() {
            return new TreeMap<>(Map.of(question, revision));
        }
    }

    /**
     * Plusieurs réponses enregistrées d'un coup : une page envoyée entière.
     *
     * @param reponses la place de chacune et la révision qu'elle a prise, une par ligne
     * @param empreinte celle de leurs valeurs, par place
     */
    record ReponsesEnregistrees(String etape, String reponses, String empreinte) implements DeReponses {

        private static final Pattern LIGNE = Pattern.compile("(\\S+) (\\d{1,9})");

        public static ReponsesEnregistrees de(String etape, SortedMap<String, Integer> revisions, String empreinte) {
            return new ReponsesEnregistrees(
                    etape,
                    revisions.entrySet().stream()
                            .map(reponse -> reponse.getKey() + " " + reponse.getValue())
                            .collect(Collectors.joining("\n")),
                    empreinte);
        }

        @Override
        public SortedMap<String, Integer> revisions() {
            return revisions(reponses);
        }

        /** @param reponses comme une ligne du journal les dit ; ce qui ne s'y lit pas n'y est pas */
        public static SortedMap<String, Integer> revisions(String reponses) {
            var revisions = new TreeMap<String, Integer>();
            reponses.lines()
                    .map(LIGNE::matcher)
                    .filter(Matcher::matches)
                    .forEach(ligne -> revisions.put(ligne.group(1), Integer.valueOf(ligne.group(2))));
            return revisions;
        }
    }

    record PieceDeposee(String question, UUID fichier, String sha256) implements DeSaisie {}

    record PieceRetiree(String question, UUID fichier, String sha256) implements DeSaisie {}

    record PieceRefusee(String question, UUID fichier, String sha256) implements ActeDuDossier {}

    /** Ce qui arrive au conteneur confidentiel d'une question ; jamais ses identifiants. */
    sealed interface DeConteneur extends ActeDuDossier {

        String question();
    }

    /** Ses identifiants ont été montrés, et ne le seront plus (ZED-1). */
    record ConteneurActive(String question, int numero) implements DeConteneur {}

    /** @param numero celui du conteneur dont les identifiants sont perdus : il n'est plus reçu */
    record ConteneurRemplace(String question, int numero) implements DeConteneur {}

    /** Le référent accepte que ses preuves soient analysées par l'ANS (ZED-3). */
    record ConteneurAccepte(String question) implements DeConteneur {}

    /**
     * @param contact ce qu'il est, jamais qui
     * @param correction son numéro
     */
    record ContactModifie(String contact, String question, int correction) implements ActeDuDossier {}

    /**
     * Le dossier a changé de référent.
     *
     * @param ancien son compte : les noms se purgent, le journal non
     * @param motif pourquoi, quand l'opérateur l'a décidé
     */
    record DossierTransfere(UUID ancien, UUID nouveau, Optional<String> motif) implements ActeDuDossier {}

    /**
     * Un message du fil du dossier ; son texte n'est pas au journal.
     *
     * @param sha256 l'empreinte de son texte
     */
    record MessageEnvoye(int numero, String sha256) implements ActeDuDossier {}

    /** Ce que les vérificateurs font entre eux : l'établissement n'en lit rien. */
    sealed interface Interne extends ActeDuDossier permits ActeDeConcertation {}

    record EtapeOuverte(@JsonUnwrapped Mouvement mouvement) implements DePassage {}

    /** @param edition numéro de l'édition scellée, qui est celui de son accusé de dépôt */
    record EtapeTransmise(@JsonUnwrapped Mouvement mouvement, int edition, String empreinte) implements DePassage {}

    /**
     * Un vérificateur a rendu une étape au référent.
     *
     * @param retourAvant le premier instant où il est trop tard
     * @param corrections les questions désignées et pourquoi, une par ligne, en clair ; absent s'il n'en désigne aucune
     * @param limitee vrai si seules ces questions sont rouvertes ; absent s'il n'en désigne aucune
     */
    record ModificationDemandee(
            @JsonUnwrapped Mouvement mouvement,
            String motif,
            Instant retourAvant,
            Optional<String> corrections,
            Optional<Boolean> limitee)
            implements DePassage {}

    /** Un niveau l'a validée : le suivant la vérifie, ou elle est acceptée. */
    record EtapeValidee(@JsonUnwrapped Mouvement mouvement) implements DePassage {}

    /**
     * Le dernier niveau l'a acceptée, et dit ce qui sera payé. En centimes.
     *
     * @param avance absente quand tout se verse en une fois
     * @param motif pourquoi moins que demandé
     */
    record FinancementAccorde(
            @JsonUnwrapped Mouvement mouvement,
            Optional<Long> demande,
            long retenu,
            Optional<Long> avance,
            Optional<String> motif)
            implements DePassage {}

    record EtapeRefusee(@JsonUnwrapped Mouvement mouvement, String motif) implements DePassage {}

    /** Un vérificateur a défait la décision de son niveau : l'étape est de nouveau en vérification. */
    record DecisionReprise(@JsonUnwrapped Mouvement mouvement, String motif) implements DePassage {}

    /** La décision qui l'avait ouverte est reprise, et rien n'y est écrit. */
    record EtapeRefermee(@JsonUnwrapped Mouvement mouvement) implements DePassage {}

    record EtapeClose(@JsonUnwrapped Mouvement mouvement) implements DePassage {}

    record ConventionEtablie(int numero) implements DeConvention {}

    /** @param document l'empreinte SHA-256 de ce qui est soumis au signataire */
    record ConventionEnvoyee(int numero, String document) implements DeConvention {}

    /** Le signataire a reçu un nouveau lien : un rappel, ou quelqu'un l'a demandé. */
    record ConventionRelancee(int numero) implements DeConvention {}

    /** @param document l'empreinte SHA-256 du document scellé */
    record ConventionSignee(int numero, String document) implements DeConvention {}

    record ConventionRefusee(int numero, String motif) implements DeConvention {}

    record ConventionExpiree(int numero) implements DeConvention {}

    /** Une autre la remplace, ou l'acceptation qui l'a fait établir est reprise. */
    record ConventionRemplacee(int numero, String motif) implements DeConvention {}

    /**
     * L'avance ou le solde est payé.
     *
     * @param montant en centimes
     * @param jour celui du paiement
     */
    record VersementNote(String etape, CodeDeVersement versement, long montant, LocalDate jour) implements DePaiement {}

    /** Il avait été noté par erreur. */
    record VersementAnnule(String etape, CodeDeVersement versement, long montant, String motif) implements DePaiement {}
}
