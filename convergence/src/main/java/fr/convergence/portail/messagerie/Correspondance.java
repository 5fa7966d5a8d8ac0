package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeConsultation.PieceTelechargee;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.messagerie.EcrireMessage.Ecriture;
import fr.convergence.portail.messagerie.EcrireMessage.Jointe;
import fr.convergence.portail.piece.SansScript;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Reception;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.FichiersAttendus;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.SaisieRenduePage;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reçoit un message et ses pièces jointes, et les rouvre à qui voit le dossier. */
@Component
final class Correspondance {

    /** Bien plus qu'une conversation : au-delà, c'est un automate. */
    private static final RegleDeFrein MESSAGES =
            new RegleDeFrein("messagerie", 20, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    private final EcrireMessage ecrire;
    private final Conversation conversation;
    private final Fil fil;
    private final Fichiers fichiers;
    private final EnvoisUniques envois;
    private final Journal journal;
    private final Freins freins;

    Correspondance(
            EcrireMessage ecrire,
            Conversation conversation,
            Fil fil,
            Fichiers fichiers,
            EnvoisUniques envois,
            Journal journal,
            Freins freins) {
        this.ecrire = ecrire;
        this.conversation = conversation;
        this.fil = fil;
        this.fichiers = fichiers;
        this.envois = envois;
        this.journal = journal;
        this.freins = freins;
    }

    Vue envoyer(Connecte qui, Dossier dossier, SaisieDeMessage saisie, HttpServletRequest requete) throws Exception {
        var erreurs = saisie.erreurs().ajouter(FichiersAttendus.manquants(requete));
        if (!erreurs.vides()) {
            return conversation.refusee(qui, dossier, saisie.tape(), erreurs);
        }
        var ecriture = envois.partie(requete, "message", Ecriture.class, () -> ecrire(qui, dossier, saisie));
        if (ecriture.jusqu() != null) {
            var quand = new Message("messagerie.frein", Formats.heure(ecriture.jusqu()));
            return conversation.refusee(
                    qui,
                    dossier,
                    saisie.tape(),
                    Erreurs.aucune().freiner(SaisieDeMessage.TEXTE, quand, ecriture.jusqu()));
        }
        if (ecriture.refus() != null) {
            return conversation.refusee(qui, dossier, saisie.tape(), ecriture.erreurs());
        }
        var coupees = recevoir(qui, ecriture.fichiers(), saisie.pieces());
        return new Redirection(Conversation.duFil(qui, dossier))
                .avec(
                        coupees.isEmpty()
                                ? Annonce.succes("messagerie.envoye")
                                : Annonce.avertissement("messagerie.envoye.coupees", String.join(", ", coupees)));
    }

    /** Compté dans la transaction du message : un double clic n'en fait qu'un. */
    private Ecriture ecrire(Connecte qui, Dossier dossier, SaisieDeMessage saisie) {
        var cle = qui.getName() + " " + dossier.reference();
        if (freins.essayer(MESSAGES, cle) instanceof Verrouille(var jusqu)) {
            return Ecriture.freinee(jusqu);
        }
        var ecriture = ecrire.executer(
                qui,
                dossier.reference(),
                saisie.texte(),
                saisie.pieces().stream()
                        .map(piece -> new Jointe(SansScript.nom(piece), piece.getSize()))
                        .toList());
        if (ecriture.refus() != null) {
            freins.rendre(MESSAGES, cle);
        }
        return ecriture;
    }

    /** À qui ne voit plus le dossier, ou ne l'a jamais vu : rien d'autre que ce qu'il a tapé. */
    static Vue perdue(Connecte qui, SaisieDeMessage saisie) {
        return new SaisieRenduePage(
                HttpStatus.NOT_FOUND,
                new Message("messagerie.perdue"),
                new Message("messagerie.fermee.partie"),
                saisie.ecrite(),
                List.of(),
                Conversation.accueil(qui),
                null);
    }

    /** @return les noms de celles qui ne sont pas arrivées entières */
    private List<String> recevoir(Connecte qui, List<UUID> places, List<MultipartFile> pieces) throws IOException {
        var coupees = new ArrayList<String>();
        for (var rang = 0; rang < places.size(); rang++) {
            var piece = pieces.get(rang);
            try (var octets = piece.getInputStream()) {
                if (!(fichiers.recevoir(places.get(rang), qui.getName(), octets) instanceof Reception.Avance avance)
                        || !avance.entier()) {
                    coupees.add(SansScript.nom(piece));
                }
            }
        }
        return coupees;
    }

    /** Vide si ce fichier n'est pas d'un message de ce dossier, ou n'a pas passé l'analyse. */
    Optional<FichierOuvert> piece(Connecte qui, Dossier dossier, UUID fichier) {
        return Optional.of(fichier)
                .filter(cherche -> fil.porte(dossier.reference(), cherche))
                .flatMap(fichiers::lire)
                .map(lecture -> {
                    journal.ecrire(
                            Sorte.ACCES.chaine(dossier.reference()),
                            qui.getName(),
                            new PieceTelechargee(
                                    fichier, String.valueOf(lecture.fichier().sha256())));
                    return lecture;
                });
    }
}
