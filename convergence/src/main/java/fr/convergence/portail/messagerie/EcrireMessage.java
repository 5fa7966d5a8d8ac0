package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier.MessageEnvoye;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.fichier.AnnonceDeFichier;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.OuvertureDEnvoi;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Écrit un message et ouvre leur place à ses pièces jointes, d'un seul geste ; leurs octets viennent après. */
@Component
class EcrireMessage {

    static final int PIECES_MAX = 5;

    /** Ce qu'un fil peut garder de fichiers : ce ne sont pas les pièces du dossier, qui ont leur place. */
    private static final long PLACE = 200_000_000;

    private static final long TAILLE_MAX = 20_000_000;
    private static final List<String> FORMATS =
            List.of("pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "pptx", "jpg", "png");

    /** Une pièce jointe telle que le poste l'annonce. */
    record Jointe(String nom, long taille) {}

    /**
     * Ce qu'il en est advenu, et qui se retient : le même envoi, s'il revient, finit de recevoir ses fichiers.
     *
     * @param fichiers un par pièce jointe, dans leur ordre
     * @param champ celui qui est refusé, et {@code refus} pourquoi, en toutes lettres
     * @param ecarte le fichier que ce refus nomme
     * @param jusqu quand on pourra de nouveau écrire, de qui l'a fait trop souvent
     */
    record Ecriture(
            List<UUID> fichiers,
            @Nullable String champ,
            @Nullable String refus,
            @Nullable String ecarte,
            @Nullable Instant jusqu) {

        private static Ecriture refusee(String champ, String refus) {
            return new Ecriture(List.of(), champ, refus, null, null);
        }

        private static Ecriture ecartant(String fichier, String refus) {
            return new Ecriture(List.of(), SaisieDeMessage.PIECES, refus, fichier, null);
        }

        Erreurs erreurs() {
            var erreurs = Erreurs.aucune();
            if (champ != null && refus != null) {
                var pourquoi = Message.brut(refus);
                return ecarte == null ? erreurs.ajouter(champ, pourquoi) : erreurs.refuser(champ, pourquoi, ecarte);
            }
            return erreurs;
        }

        static Ecriture freinee(Instant jusqu) {
            return new Ecriture(List.of(), null, null, null, jusqu);
        }
    }

    private final Dossiers dossiers;
    private final Fil fil;
    private final Fichiers fichiers;
    private final GuichetsPublies guichets;
    private final Journal journal;
    private final Textes textes;
    private final ApplicationEventPublisher faits;

    EcrireMessage(
            Dossiers dossiers,
            Fil fil,
            Fichiers fichiers,
            GuichetsPublies guichets,
            Journal journal,
            Textes textes,
            ApplicationEventPublisher faits) {
        this.dossiers = dossiers;
        this.fil = fil;
        this.fichiers = fichiers;
        this.guichets = guichets;
        this.journal = journal;
        this.textes = textes;
        this.faits = faits;
    }

    /** Ce qu'une pièce jointe peut être, dans ce dossier. */
    Limites limites(Dossier dossier) {
        return Limites.de(FORMATS, TAILLE_MAX).refusant(guichets.contenusRefuses(dossier.guichet()));
    }

    /** Pourquoi l'on ne peut pas, ou plus, écrire dans ce dossier. */
    static Optional<Message> fermee(Dossier dossier) {
        var etats = dossier.etapes().stream().map(etape -> etape.etat()).toList();
        if (etats.stream().anyMatch(etat -> etat.finit())) {
            return Optional.of(new Message("messagerie.fermee.finie"));
        }
        return etats.stream().noneMatch(etat -> etat.transmise())
                ? Optional.of(new Message("messagerie.fermee.brouillon"))
                : Optional.empty();
    }

    @Transactional
    public Ecriture executer(Connecte qui, ReferenceDeDossier reference, String texte, List<Jointe> jointes) {
        var tenu = qui.role() == Role.REFERENT
                ? dossiers.prendre(qui, reference)
                : dossiers.prendreEnVerificateur(qui, reference);
        var obstacle =
                tenu.map(EcrireMessage::fermee).orElseGet(() -> Optional.of(new Message("messagerie.fermee.partie")));
        return obstacle.map(pourquoi -> Ecriture.refusee(SaisieDeMessage.TEXTE, textes.de(pourquoi)))
                .orElseGet(() -> ecrire(qui, tenu.orElseThrow(), texte, jointes));
    }

    private Ecriture ecrire(Connecte qui, Dossier dossier, String texte, List<Jointe> jointes) {
        var ouverts = new ArrayList<UUID>();
        var reste = PLACE - occupe(dossier);
        for (var jointe : jointes) {
            var annonce = new AnnonceDeFichier(qui.getName(), jointe.nom(), jointe.taille(), limites(dossier), reste);
            switch (fichiers.ouvrir(annonce)) {
                case OuvertureDEnvoi.Ouvert(var fichier, var _) -> {
                    ouverts.add(fichier);
                    reste -= jointe.taille();
                }
                case OuvertureDEnvoi.NonOuvert(var refus) -> {
                    ouverts.forEach(fichiers::supprimer);
                    return Ecriture.ecartant(
                            jointe.nom(), textes.de("piece.refus.un", jointe.nom(), textes.de(refus.message())));
                }
            }
        }
        var reference = dossier.reference();
        var vers = vers(qui, dossier);
        var numero = fil.ajouter(reference, qui, texte, ouverts);
        journal.ecrire(reference.valeur(), qui.getName(), new MessageEnvoye(numero, Sha256.hexa(texte)));
        if (fil.aAnnoncer(dossier, vers, numero)) {
            faits.publishEvent(new MessageEcrit(reference, dossier.courante().code(), numero, qui.role(), vers));
        }
        return new Ecriture(List.copyOf(ouverts), null, null, null, null);
    }

    private long occupe(Dossier dossier) {
        return fichiers.fiches(fil.pieces(dossier.reference())).stream()
                .filter(fiche -> !(fiche.etat() instanceof EtatFichier.Refuse)
                        && !(fiche.etat() instanceof EtatFichier.Supprime))
                .mapToLong(Fichier::taille)
                .sum();
    }

    /** Un référent répond à qui lui a écrit ; sinon il s'adresse à qui tient son étape. */
    private Role vers(Connecte qui, Dossier dossier) {
        if (qui.role() != Role.REFERENT) {
            return Role.REFERENT;
        }
        return fil.dernierVerificateur(dossier.reference()).orElseGet(() -> switch (dossier.courante()
                .niveau()
                .orElseGet(() -> dossier.courante().circuit().getFirst())) {
            case ARS -> Role.ARS;
            case ANS -> Role.ANS;
        });
    }
}
