package fr.convergence.portail.notification;

import fr.convergence.portail.convention.ConventionPassee;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.instruction.ApercuDuCourriel;
import fr.convergence.portail.messagerie.MessageEcrit;
import fr.convergence.socle.courriel.Courriels;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Écrit les courriels d'un acte dans sa transaction : ils partent avec lui, ou pas du tout (NOT-3). */
@Component
class CourrielsDesActes implements ApercuDuCourriel {

    private final LettresDesActes lettres;
    private final Courriels courriels;

    CourrielsDesActes(LettresDesActes lettres, Courriels courriels) {
        this.lettres = lettres;
        this.courriels = courriels;
    }

    /** Avant qui en tire d'autres actes : leurs lettres se lisent dans l'ordre des faits. */
    @EventListener
    @Order(0)
    void ecrire(EtapePassee fait) {
        courriels.ecrire(lettres.de(fait));
    }

    @EventListener
    void ecrire(ConventionPassee fait) {
        courriels.ecrire(lettres.de(fait));
    }

    @EventListener
    void ecrire(MessageEcrit fait) {
        courriels.ecrire(lettres.de(fait));
    }

    @Override
    public List<Lettre> de(EtapePassee fait) {
        return lettres.de(fait).stream().flatMap(lettre -> de(lettre).stream()).toList();
    }

    @Override
    public List<Lettre> de(fr.convergence.socle.courriel.Lettre ecrite) {
        var brouillon = courriels.brouillon(ecrite.modele(), ecrite.variables());
        return ecrite.destinataires().stream()
                .map(adresse -> new Lettre(adresse, brouillon.objet(), brouillon.texte()))
                .toList();
    }
}
