package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.messagerie.Fil.Ecrit;
import fr.convergence.portail.messagerie.MessageriePage.EnTete;
import fr.convergence.portail.messagerie.MessageriePage.MessageLu;
import fr.convergence.portail.messagerie.MessageriePage.Pages;
import fr.convergence.portail.messagerie.MessageriePage.Regles;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.SaisieRenduePage.Vers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compose la page du fil d'un dossier, la même des deux côtés ; qui la demande a jugé de l'accès au dossier. */
@Component
final class Conversation {

    private static final int PAR_PAGE = 25;

    private final Fil fil;
    private final Fichiers fichiers;
    private final Comptes comptes;
    private final GuichetsPublies guichets;
    private final EcrireMessage ecrire;

    Conversation(Fil fil, Fichiers fichiers, Comptes comptes, GuichetsPublies guichets, EcrireMessage ecrire) {
        this.fil = fil;
        this.fichiers = fichiers;
        this.comptes = comptes;
        this.guichets = guichets;
        this.ecrire = ecrire;
    }

    /** @param avant numéro du message où la page d'avant s'est arrêtée ; illisible, le fil reprend à son début */
    MessageriePage page(Connecte qui, Dossier dossier, @Nullable String avant) {
        var depuis = ChampSaisi.version(avant);
        return page(qui, dossier, depuis > 0 ? depuis : Integer.MAX_VALUE, "", Erreurs.aucune());
    }

    /** La même, avec ce qui n'est pas parti et pourquoi. */
    MessageriePage refusee(Connecte qui, Dossier dossier, String tape, Erreurs erreurs) {
        return page(qui, dossier, Integer.MAX_VALUE, tape, erreurs);
    }

    private MessageriePage page(Connecte qui, Dossier dossier, int avant, String tape, Erreurs erreurs) {
        var reference = dossier.reference();
        var adresse = duFil(qui, dossier);
        if (avant == Integer.MAX_VALUE) {
            fil.ouvrir(reference, qui);
        }
        var lus = fil.lire(reference, avant, PAR_PAGE + 1);
        var ecrits = lus.subList(0, Math.min(PAR_PAGE, lus.size()));
        var nouveaux = fil.montrer(reference, qui, ecrits);
        var limites = ecrire.limites(dossier);
        return new MessageriePage(
                enTete(qui, dossier),
                adresse,
                messages(qui, dossier, ecrits, nouveaux),
                new Pages(
                        avant == Integer.MAX_VALUE ? Optional.empty() : Optional.of(adresse),
                        lus.size() > PAR_PAGE
                                ? Optional.of(
                                        adresse + "?avant=" + ecrits.getLast().numero())
                                : Optional.empty()),
                EcrireMessage.fermee(dossier),
                new Regles(
                        new Message(
                                "messagerie.pieces.aide",
                                EcrireMessage.PIECES_MAX,
                                limites.tailleEnClair(),
                                limites.extensionsEnClair()),
                        limites.extensions().stream()
                                .map(extension -> "." + extension)
                                .collect(Collectors.joining(","))),
                tape,
                erreurs);
    }

    private EnTete enTete(Connecte qui, Dossier dossier) {
        var accueil = accueil(qui);
        return new EnTete(
                dossier.reference().valeur(),
                dossier.candidat().nom(),
                guichets.version(dossier.guichet()).definition().titre(),
                new Message(
                        qui.role() == Role.REFERENT ? "tableaudebord.numero" : "instruction.dossier.numero",
                        dossier.reference().valeur()),
                accueil.libelle(),
                accueil.adresse(),
                adresse(qui, dossier));
    }

    private List<MessageLu> messages(Connecte qui, Dossier dossier, List<Ecrit> ecrits, Set<Integer> nouveaux) {
        var jointes = fil.pieces(dossier.reference(), ecrits);
        var fiches = fichiers
                .fiches(jointes.values().stream().flatMap(List::stream).toList())
                .stream()
                .collect(Collectors.toMap(Fichier::id, Function.identity()));
        var noms = comptes.noms(ecrits.stream().map(Ecrit::auteur).distinct().toList());
        return ecrits.stream()
                .map(ecrit -> new MessageLu(
                        ecrit.numero(),
                        auteur(ecrit, noms),
                        ecrit.auteur().equals(qui.compte()),
                        ecrit.le(),
                        nouveaux.contains(ecrit.numero()),
                        ecrit.texte(),
                        jointes.getOrDefault(ecrit.numero(), List.of()).stream()
                                .map(fiches::get)
                                .map(Conversation::piece)
                                .toList()))
                .toList();
    }

    private static Message auteur(Ecrit ecrit, Map<UUID, String> noms) {
        return new Message(
                "dossier.acteur." + ecrit.cote().name().toLowerCase(Locale.ROOT),
                noms.getOrDefault(ecrit.auteur(), ""));
    }

    private static PieceDeposee piece(Fichier fiche) {
        return new PieceDeposee(
                fiche.id(),
                SaisieDeMessage.PIECES,
                fiche.nom(),
                fiche.format(),
                fiche.taille(),
                fiche.sha256(),
                false,
                fiche.etat(),
                Optional.empty());
    }

    /** Les dossiers de qui écrit. */
    static Vers accueil(Connecte qui) {
        return qui.role() == Role.REFERENT
                ? new Vers(new Message("tableaudebord.titre"), "/tableau-de-bord")
                : new Vers(new Message("instruction.liste.titre"), "/instruction");
    }

    /** L'adresse du fil, de ce côté. */
    static String duFil(Connecte qui, Dossier dossier) {
        return adresse(qui, dossier) + "/messages";
    }

    /** Celle du dossier, de ce côté. */
    private static String adresse(Connecte qui, Dossier dossier) {
        return (qui.role() == Role.REFERENT ? "/dossiers/" : "/instruction/") + dossier.reference();
    }
}
