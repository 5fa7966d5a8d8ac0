package fr.convergence.portail.contact;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.ContactModifie;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.contact.Corrections.Correction;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrige un contact (CTC-1) : dans le brouillon tant que l'étape s'édite ; dès qu'elle a été transmise, à côté de ce qui le
 * fut, où les vérificateurs le lisent aussitôt. Rendue, elle le reçoit aux deux endroits.
 */
@Component
class ModifierContact {

    sealed interface Modification {
        record Faite() implements Modification {}

        record EnErreur(Valeur saisie, Erreurs erreurs) implements Modification {}

        /** Quelqu'un l'a changé entre-temps : les deux sont à montrer. */
        record Divergente(Valeur saisie) implements Modification {}

        /** Jamais transmise et le délai est passé : plus rien ne change (DOS-7). */
        record Figee(Valeur saisie) implements Modification {}
    }

    private final ContactAuFormulaire formulaire;
    private final Corrections corrections;
    private final Comptes comptes;
    private final Courriels courriels;
    private final Journal journal;
    private final Clock horloge;
    private final ApplicationEventPublisher faits;

    ModifierContact(
            ContactAuFormulaire formulaire,
            Corrections corrections,
            Comptes comptes,
            Courriels courriels,
            Journal journal,
            Clock horloge,
            ApplicationEventPublisher faits) {
        this.formulaire = formulaire;
        this.corrections = corrections;
        this.comptes = comptes;
        this.courriels = courriels;
        this.journal = journal;
        this.horloge = horloge;
        this.faits = faits;
    }

    /**
     * @param contact tel que la base le connaît
     * @param version la correction que l'on avait sous les yeux
     */
    @Transactional
    public Modification executer(
            Connecte qui, Dossier dossier, ContactConnu contact, int version, Map<String, List<String>> parametres) {
        var id = contact.question().id();
        var valeur = contact.type().lire(Saisie.de(id, parametres));
        var erreurs = erreurs(contact, valeur);
        if (!erreurs.vides()) {
            return new Modification.EnErreur(valeur, erreurs);
        }
        if (valeur.equals(contact.valeur())) {
            return new Modification.Faite();
        }
        var transmise = contact.etape().etat().transmise();
        if (transmise && version != contact.version()) {
            return new Modification.Divergente(valeur);
        }
        return switch (formulaire.ecrire(qui, dossier.reference(), contact, parametres)) {
            case DIVERGENT -> new Modification.Divergente(valeur);
            case ENREGISTRE -> transmise ? corriger(qui, dossier, contact, valeur) : new Modification.Faite();
            case FIGE -> transmise ? corriger(qui, dossier, contact, valeur) : new Modification.Figee(valeur);
        };
    }

    private Modification corriger(Connecte qui, Dossier dossier, ContactConnu contact, Valeur valeur) {
        var correction = new Correction(contact.version() + 1, valeur, horloge.instant());
        if (!corrections.ajouter(dossier.id(), contact.question().id(), correction, qui.compte())) {
            return new Modification.Divergente(correction.valeur());
        }
        var reference = dossier.reference().valeur();
        // Le journal ne se purge pas : il dit quel contact, la table dit les noms.
        journal.ecrire(
                reference,
                qui.compte().toString(),
                new ContactModifie(
                        contact.question().libelle(), contact.question().id(), correction.version()));
        faits.publishEvent(new ContactCorrige(dossier.id()));
        comptes.titulaire(dossier.referent())
                .ifPresent(referent -> courriels.ecrire(
                        "contact/contact-modifie",
                        referent.courriel().valeur(),
                        reference,
                        Map.of(
                                "prenom", referent.prenom(),
                                "reference", reference,
                                "etablissement", dossier.candidat().nom(),
                                "contact", contact.question().libelle())));
        return new Modification.Faite();
    }

    private static Erreurs erreurs(ContactConnu contact, Valeur valeur) {
        var erreurs = Erreurs.aucune();
        var refus = contact.type().controler(valeur);
        for (var partie : contact.type().parties()) {
            var champ = contact.question().champ(partie.nom());
            if (valeur.partie(partie.nom()).estVide()) {
                erreurs.ajouter(champ, new Message("contact.contact.manque"));
            } else if (refus.containsKey(partie.nom())) {
                erreurs.ajouter(champ, refus.get(partie.nom()));
            }
        }
        return erreurs;
    }
}
