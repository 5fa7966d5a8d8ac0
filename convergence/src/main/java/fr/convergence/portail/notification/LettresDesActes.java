package fr.convergence.portail.notification;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier.ConventionEnvoyee;
import fr.convergence.portail.acte.ActeDuDossier.ConventionEtablie;
import fr.convergence.portail.acte.ActeDuDossier.ConventionExpiree;
import fr.convergence.portail.acte.ActeDuDossier.ConventionRefusee;
import fr.convergence.portail.acte.ActeDuDossier.ConventionRelancee;
import fr.convergence.portail.acte.ActeDuDossier.ConventionRemplacee;
import fr.convergence.portail.acte.ActeDuDossier.ConventionSignee;
import fr.convergence.portail.acte.ActeDuDossier.DecisionReprise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeClose;
import fr.convergence.portail.acte.ActeDuDossier.EtapeOuverte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefermee;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefusee;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActeDuDossier.FinancementAccorde;
import fr.convergence.portail.acte.ActeDuDossier.ModificationDemandee;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.convention.ConventionPassee;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.portail.messagerie.MessageEcrit;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les courriels de chaque acte (NOT-1) : quel modèle, à qui, avec quoi. Rien ne s'écrit ici. */
@Component
final class LettresDesActes {

    private final JdbcClient base;
    private final GuichetsPublies guichets;
    private final Destinataires destinataires;
    private final Textes textes;
    private final Clock horloge;

    LettresDesActes(
            JdbcClient base, GuichetsPublies guichets, Destinataires destinataires, Textes textes, Clock horloge) {
        this.textes = textes;
        this.base = base;
        this.guichets = guichets;
        this.destinataires = destinataires;
        this.horloge = horloge;
    }

    List<Lettre> de(EtapePassee fait) {
        var etape = concernee(fait);
        return switch (fait.acte()) {
            case EtapeTransmise(var mouvement, var edition, var _) -> {
                var modele = mouvement.de() == CodeDEtat.A_MODIFIER ? "retransmission" : "transmission";
                var recue = Map.of(
                        "le",
                        Formats.dateHeureSeconde(fait.le()),
                        "accuse",
                        "/dossiers/" + fait.reference() + "/" + mouvement.etape() + "/accuses/" + edition);
                var lettres = new ArrayList<>(auReferent(etape, modele, recue));
                lettres.addAll(auxVerificateurs(etape, modele + "-verificateur", niveau(etape), recue));
                yield lettres;
            }
            case ModificationDemandee(var _, var motif, var retourAvant, var corrections, var limitee) ->
                auReferent(
                        etape,
                        "modification",
                        Map.of(
                                "motif",
                                motif
                                        + corrections
                                                .map(designees ->
                                                        "\n\n" + textes.de("notification.corriger") + "\n" + designees)
                                                .orElse("")
                                        + (limitee.orElse(false) ? "\n\n" + textes.de("notification.limitee") : ""),
                                "retourAvant",
                                Formats.dateHeure(retourAvant.minusSeconds(1))));
            case EtapeValidee(var mouvement) ->
                mouvement.vers() == CodeDEtat.ACCEPTEE
                        ? acceptation(etape)
                        : niveauSuivant(etape, mouvement.versNiveau().orElseThrow());
            case FinancementAccorde accorde -> financement(etape, accorde);
            case EtapeOuverte _ -> auReferent(etape, "ouverture", ouverture(etape));
            case EtapeRefusee(var _, var motif) -> refus(etape, motif);
            case DecisionReprise(var _, var motif) -> auReferent(etape, "reprise", Map.of("motif", motif));
            case EtapeRefermee _ -> auReferent(etape, "fermeture", Map.of());
            case EtapeClose _ -> List.of(); // le calendrier l'avait déjà dit à son référent
        };
    }

    /** Un message s'annonce à l'autre côté du fil, sans ce qu'il dit (INSTR-5). */
    List<Lettre> de(MessageEcrit fait) {
        var etape = concernee(fait.reference().valeur(), fait.etape());
        return switch (fait.vers()) {
            case REFERENT ->
                auReferent(
                        etape,
                        "message",
                        Map.of(
                                "expediteur",
                                textes.de(
                                        fait.de() == Role.ANS
                                                ? "notification.expediteur.ans"
                                                : "notification.expediteur.ars")));
            case ARS -> auxVerificateurs(etape, "message-verificateur", Niveau.ARS, Map.of());
            case ANS -> auxVerificateurs(etape, "message-verificateur", Niveau.ANS, Map.of());
            case OPERATEUR -> List.of();
        };
    }

    /** Une convention que personne ne signe arrête le dossier : qui l'a accepté l'apprend (CONV-2). Le reste va au référent. */
    List<Lettre> de(ConventionPassee fait) {
        return switch (fait.acte()) {
            case ConventionRefusee(var _, var motif) ->
                surLaConvention(fait, "convention-refusee-verificateur", Map.of("motif", motif));
            case ConventionExpiree _ -> surLaConvention(fait, "convention-expiree-verificateur", Map.of());
            case ConventionEtablie _,
                    ConventionEnvoyee _,
                    ConventionRelancee _,
                    ConventionSignee _,
                    ConventionRemplacee _ -> List.of();
        };
    }

    private List<Lettre> surLaConvention(ConventionPassee fait, String modele, Map<String, String> variables) {
        var etape = concernee(fait.reference().valeur(), fait.etape());
        return auxVerificateurs(etape, modele, niveau(etape), variables);
    }

    private List<Lettre> niveauSuivant(EtapeConcernee etape, Niveau niveau) {
        var lettres = new ArrayList<>(auReferent(etape, "niveau-suivant", Map.of()));
        lettres.addAll(auxVerificateurs(etape, "niveau-suivant-verificateur", niveau, Map.of()));
        return lettres;
    }

    private Map<String, String> ouverture(EtapeConcernee etape) {
        return Map.of(
                "adresse",
                "/dossiers/" + etape.reference() + "/" + etape.code(),
                "jusqua",
                guichets.fenetre(etape.guichet(), etape.code())
                        .limite()
                        .map(limite -> textes.de(
                                "notification.jusqua",
                                Formats.dateHeure(limite.echeance().minusSeconds(1))))
                        .orElse(""));
    }

    /** Elle dit ce qui vient ensuite : la convention et son signataire, l'étape suivante, ou plus rien. */
    private List<Lettre> acceptation(EtapeConcernee etape) {
        return etape.suivante(guichets)
                .map(suivante -> auReferent(
                        etape,
                        guichets.version(etape.guichet()).apresConvention(suivante)
                                ? "acceptation-convention"
                                : "acceptation-suite",
                        Map.of("suivante", suivante.titre())))
                .orElseGet(() -> auReferent(etape, "acceptation", Map.of()));
    }

    /** Elle dit ce qui sera payé, et pourquoi quand c'est moins que demandé. */
    private List<Lettre> financement(EtapeConcernee etape, FinancementAccorde accorde) {
        var solde = accorde.retenu() - accorde.avance().orElse(0L);
        return auReferent(
                etape,
                "acceptation-paiement",
                Map.of(
                        "retenu",
                        Formats.montant(accorde.retenu()),
                        "ecart",
                        accorde.motif()
                                .map(motif -> "\n\n"
                                        + textes.de(
                                                "notification.ecart",
                                                accorde.demande()
                                                        .map(Formats::montant)
                                                        .orElse(textes.de("notification.ecart.rien")),
                                                motif))
                                .orElse(""),
                        "versements",
                        accorde.avance()
                                .map(avance -> textes.de(
                                        "notification.versements.deux",
                                        Formats.montant(avance),
                                        Formats.montant(solde)))
                                .orElse(textes.de("notification.versements.un")),
                        "suite",
                        etape.suivante(guichets)
                                .map(suivante -> textes.de("notification.suite", suivante.titre()))
                                .orElse(textes.de("notification.suite.aucune"))));
    }

    /** Il dit à qui s'adresser, et si une nouvelle candidature reste possible (TDB-2). */
    private List<Lettre> refus(EtapeConcernee etape, String motif) {
        return guichets.enVigueur(etape.guichet().code())
                .map(guichet -> guichet.definition().etapes().getFirst().fenetre())
                .filter(fenetre -> fenetre.etatDesCreations(horloge.instant()) == Fenetre.Etat.OUVERTE)
                .map(fenetre -> auReferent(etape, "refus", Map.of("motif", motif, "delai", delai(fenetre))))
                .orElseGet(() -> auReferent(etape, "refus-ferme", Map.of("motif", motif)));
    }

    private String delai(Fenetre fenetre) {
        return fenetre.finDesCreations()
                .map(fin -> textes.de(
                        "notification.delai", Formats.dateHeure(fin.echeance().minusSeconds(1))))
                .orElse(textes.de("notification.delai.ouvert"));
    }

    /** Au référent d'une étape, s'il a encore un compte. */
    List<Lettre> auReferent(EtapeConcernee etape, String modele, Map<String, String> variables) {
        return etape
                .referent()
                .map(referent -> {
                    var completes = new HashMap<>(etape.variables(guichets));
                    completes.put("prenom", referent.prenom());
                    completes.putAll(variables);
                    return new Lettre(
                            "notification/" + modele, List.of(referent.courriel()), etape.reference(), completes);
                })
                .stream()
                .toList();
    }

    private List<Lettre> auxVerificateurs(
            EtapeConcernee etape, String modele, Niveau niveau, Map<String, String> variables) {
        var completes = new HashMap<>(etape.variables(guichets));
        completes.putAll(variables);
        return List.of(new Lettre(
                        "notification/" + modele,
                        destinataires.verificateurs(niveau, etape.region()),
                        etape.reference(),
                        completes)
                .reunissable(AuTitreDe.celui(niveau, etape.region())));
    }

    /** L'étape qu'un acte nomme. Un acte n'est publié que par qui a pu lire le dossier, ou par le système. */
    private EtapeConcernee concernee(EtapePassee fait) {
        return concernee(fait.reference().valeur(), fait.acte().mouvement().etape());
    }

    private EtapeConcernee concernee(String reference, String etape) {
        return base.sql("select * from vue_notification_etape where reference = ? and code = ?")
                .params(reference, etape)
                .query(EtapeConcernee::lire)
                .single();
    }

    private static Niveau niveau(EtapeConcernee etape) {
        return etape.niveau().orElseThrow();
    }
}
