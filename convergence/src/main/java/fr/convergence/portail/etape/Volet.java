package fr.convergence.portail.etape;

import fr.convergence.portail.contact.Contacts;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.dossier.QuestionDesignee;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.formulaire.Evaluation.Place;
import fr.convergence.portail.formulaire.QuestionRestante;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.guichet.Periode;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ce qui entoure toute page d'une étape : où l'on est, ce qui reste, pour quand, ce que le vérificateur demande.
 *
 * @param demande la demande de modification, montrée en haut du formulaire
 * @param echeance jusqu'à quand transmettre, et combien de jours pleins il reste
 * @param depuisCloture quand le délai est passé
 * @param consigne ce qui est demandé à qui remplit
 * @param alentours ce qui ne dépend pas des réponses ; absent quand seule la complétude est redemandée
 */
public record Volet(
        String reference,
        String guichet,
        String candidat,
        String etape,
        String adresse,
        List<String> etapes,
        int rang,
        Statut statut,
        boolean modifiable,
        Optional<Demande> demande,
        Optional<Echeance> echeance,
        Optional<Instant> depuisCloture,
        Completude completude,
        Message consigne,
        List<LienDeSection> sections,
        Optional<Alentours> alentours) {

    /** @param suivante quand s'ouvrira l'étape suivante, si elle est fermée (DOS-3) */
    public record Alentours(Contacts contacts, Optional<Message> suivante) {}

    /**
     * Ce que le vérificateur demande de reprendre.
     *
     * @param corrections ce qu'il demande à chacune, à côté d'elle
     * @param limitee vrai s'il n'a rouvert que les questions désignées (INSTR-3)
     */
    public record Demande(
            String motif, List<QuestionDesignee> designees, List<ACorriger> corrections, boolean limitee) {}

    /** Une échéance, ce qu'il en reste et ce qu'elle est. */
    public record Echeance(Instant le, long jours, Message mot) {}

    /**
     * Où en est ce qui est demandé (DOS-5) : les questions obligatoires ; après une demande de modification, celles qu'elle
     * désigne.
     *
     * @param avancement en une ligne : la barre d'un téléphone
     * @param aCorriger celles qui n'ont pas changé depuis la demande
     * @param restantes ce qui empêche de transmettre
     */
    public record Completude(
            Message titre,
            int pourcent,
            Message compte,
            Message avancement,
            List<QuestionDesignee> aCorriger,
            List<Restante> restantes) {

        Completude(
                Message titre,
                int pourcent,
                Message compte,
                Message avancement,
                List<QuestionDesignee> aCorriger,
                List<Restante> restantes,
                List<Restante> aVerifier) {
            this(
                    titre,
                    pourcent,
                    compte,
                    avancement,
                    aCorriger,
                    Stream.concat(restantes.stream(), aVerifier.stream()).toList());
        }

        /** Combien de réponses restent à donner ou à corriger. */
        public int aDonner() {
            return restantes.stream().mapToInt(Restante::nombre).sum();
        }
    }

    /** Une question à laquelle il reste à répondre, et où. */
    public record Restante(Message libelle, String vers, int nombre) {}

    /** Une section, son état et sa page (DOS-5b). */
    public record LienDeSection(String id, String titre, String vers, SectionEvaluee.Etat etat) {}

    /** Sans ses alentours : ce que l'enregistrement d'une réponse change. */
    static Volet seul(SaisieDeLEtape saisie) {
        return de(saisie, Optional.empty());
    }

    static Volet de(SaisieDeLEtape saisie, Optional<Alentours> alentours) {
        var definition = saisie.guichet().definition();
        return new Volet(
                saisie.dossier().reference().valeur(),
                definition.titre(),
                saisie.dossier().candidat().nom(),
                saisie.titre(),
                saisie.adresse(),
                definition.etapes().stream().map(e -> e.titre()).toList(),
                saisie.etape().rang(),
                Statut.de(saisie.etape()).a(saisie.lue(), saisie.fenetre()),
                saisie.modifiable(),
                demande(saisie),
                saisie.echeance()
                        .filter(le -> saisie.modifiable())
                        .map(le -> new Echeance(
                                le.minusSeconds(1), Periode.jours(saisie.lue(), le), saisie.motDeLEcheance())),
                saisie.obstacle()
                        .filter(Obstacle.DelaiPasse.class::isInstance)
                        .map(obstacle -> ((Obstacle.DelaiPasse) obstacle).depuis()),
                completude(saisie),
                saisie.reprise().map(Reprise::consigne).orElseGet(() -> new Message("etape.obligatoires")),
                saisie.evaluation().sections().stream()
                        .map(section -> lien(saisie, section))
                        .toList(),
                alentours);
    }

    /** Où l'on en est, en une ligne : la barre d'un téléphone. */
    public Message avancement() {
        return completude.avancement();
    }

    /** La première question qui reste, à un clic. */
    public Optional<Restante> premiere() {
        return completude.restantes().stream().findFirst();
    }

    /** « /dossiers/{ref} ». */
    public String dossier() {
        return "/dossiers/" + reference;
    }

    private static Optional<Demande> demande(SaisieDeLEtape saisie) {
        return saisie.etape().etat() instanceof AModifier retour
                ? Optional.of(new Demande(
                        retour.motif(), saisie.questionsDesignees(), saisie.corrections(), retour.limitee()))
                : Optional.empty();
    }

    private static Completude completude(SaisieDeLEtape saisie) {
        var evaluation = saisie.evaluation();
        var reprise = saisie.reprise();
        var enCopie = saisie.modifiable() ? saisie.placesEnCopie() : Set.<String>of();
        return new Completude(
                reprise.map(Reprise::titre)
                        .orElseGet(() -> new Message("page.completude", saisie.titre(), evaluation.pourcentage())),
                reprise.map(Reprise::pourcent).orElseGet(evaluation::pourcentage),
                reprise.map(Reprise::compte)
                        .orElseGet(() -> new Message(
                                "page.completude.questions", evaluation.repondues(), evaluation.obligatoires())),
                reprise.map(Reprise::avancement)
                        .orElseGet(() -> new Message("etape.cote", evaluation.repondues(), evaluation.obligatoires())),
                reprise.map(_ -> saisie.questionsIntouchees()).orElseGet(List::of),
                // Une étape qui ne s'écrit plus ne demande plus rien.
                (saisie.modifiable() ? evaluation.aFaire() : List.<QuestionRestante>of())
                        .stream()
                                .filter(restante -> !enCopie.contains(restante.champ()))
                                .map(restante -> new Restante(
                                        restante.libelle(),
                                        saisie.champ(restante.section(), restante.champ()),
                                        restante.nombre()))
                                .toList(),
                Stream.concat(
                                restantes(saisie, saisie.aVerifier(), "etape.a-verifier.reste"),
                                restantes(
                                        saisie,
                                        saisie.evaluation()
                                                .places()
                                                .filter(place -> enCopie.contains(
                                                        place.question().id()))
                                                .toList(),
                                        "etape.en-copie.reste"))
                        .toList());
    }

    /** Une par question ; d'un tableau, la première de ses cellules sert d'ancre. */
    private static Stream<Restante> restantes(SaisieDeLEtape saisie, List<Place> places, String mot) {
        return places.stream()
                .collect(Collectors.groupingBy(
                        place -> place.porteuse().question(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(reprises -> new Restante(
                        new Message(mot, reprises.getKey().libelle()),
                        saisie.champ(
                                saisie.formulaire()
                                        .definition()
                                        .section(reprises.getKey())
                                        .orElseThrow()
                                        .id(),
                                reprises.getValue().getFirst().question().id()),
                        reprises.getValue().size()));
    }

    private static LienDeSection lien(SaisieDeLEtape saisie, SectionEvaluee section) {
        return new LienDeSection(
                section.section().id(),
                section.section().titre(),
                saisie.adresse() + "/" + section.section().id(),
                saisie.etat(section));
    }
}
