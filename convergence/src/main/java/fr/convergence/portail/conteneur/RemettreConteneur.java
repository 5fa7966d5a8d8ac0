package fr.convergence.portail.conteneur;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.acte.ActeDuDossier.ConteneurAccepte;
import fr.convergence.portail.acte.ActeDuDossier.ConteneurActive;
import fr.convergence.portail.acte.ActeDuDossier.ConteneurRemplace;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.conteneur.Conteneur.Espece;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remet un conteneur au référent : préparé, montré avec ses identifiants, activé ; un autre si les identifiants sont perdus (ZED-1). */
@Component
class RemettreConteneur {

    /** Ce qu'il advient de la demande. */
    sealed interface Remise {
        record Faite() implements Remise {}

        /** La réserve est vide, et rien ne la remplace : l'opérateur est prévenu. */
        record Epuisee() implements Remise {}

        record Figee() implements Remise {}

        /** La page montrait les identifiants d'un autre conteneur que le dernier. */
        record Perimee() implements Remise {}
    }

    private final Conteneurs conteneurs;
    private final ReserveDeConteneurs reserve;
    private final Comptes comptes;
    private final Courriels courriels;
    private final Journal journal;

    RemettreConteneur(
            Conteneurs conteneurs, ReserveDeConteneurs reserve, Comptes comptes, Courriels courriels, Journal journal) {
        this.conteneurs = conteneurs;
        this.reserve = reserve;
        this.comptes = comptes;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Prépare un conteneur s'il n'y en a pas ; ses identifiants se montrent jusqu'à ce qu'on l'active. */
    @Transactional
    public Remise preparer(Connecte qui, EspaceConfidentiel espace) {
        if (!espace.modifiable()) {
            return new Remise.Figee();
        }
        prendre(espace);
        if (courant(espace).isPresent()) {
            return new Remise.Faite();
        }
        var neuf = tirer(espace);
        neuf.ifPresent(tire -> garder(tire, qui));
        return neuf.isPresent() ? new Remise.Faite() : new Remise.Epuisee();
    }

    /** Les identifiants sont perdus : un autre conteneur, celui d'avant n'est plus reçu. */
    @Transactional
    public Remise remplacer(Connecte qui, EspaceConfidentiel espace) {
        if (!espace.modifiable()) {
            return new Remise.Figee();
        }
        prendre(espace);
        var ancien = courant(espace).filter(Conteneur::active);
        if (ancien.isEmpty()) {
            return new Remise.Faite();
        }
        // Réserve vide et rien pour la remplacer : l'ancien reste, plutôt que rien.
        var neuf = tirer(espace);
        if (neuf.isEmpty()) {
            return new Remise.Epuisee();
        }
        conteneurs.remplacer(ancien.get());
        garder(neuf.get(), qui);
        ecrire(
                qui,
                espace,
                new ConteneurRemplace(espace.question().id(), ancien.get().numero()));
        return new Remise.Faite();
    }

    /**
     * Ses identifiants ne se montreront plus.
     *
     * @param numero celui du conteneur que la page montrait : d'une page ancienne, personne n'aurait vu les siens
     */
    @Transactional
    public Remise activer(Connecte qui, EspaceConfidentiel espace, int numero) {
        prendre(espace);
        var montre = courant(espace).filter(conteneur -> conteneur.numero() == numero);
        if (montre.isEmpty()) {
            return new Remise.Perimee();
        }
        montre.filter(conteneurs::activer)
                .ifPresent(active -> ecrire(
                        qui, espace, new ConteneurActive(espace.question().id(), active.numero())));
        return new Remise.Faite();
    }

    @Transactional
    public Remise accepter(Connecte qui, EspaceConfidentiel espace) {
        if (!espace.modifiable()) {
            return new Remise.Figee();
        }
        if (conteneurs.accepter(espace.etape().id(), espace.question().id(), qui.compte())) {
            ecrire(qui, espace, new ConteneurAccepte(espace.question().id()));
        }
        return new Remise.Faite();
    }

    private record Tire(Conteneur conteneur, Identifiants identifiants) {}

    /** De la réserve, sinon fait à la demande ; vide quand ni l'une ni l'autre n'en donne, l'opérateur étant prévenu. */
    private Optional<Tire> tirer(EspaceConfidentiel espace) {
        if (espace.source().deLaReserve()) {
            var pris = reserve.attribuer(
                    espace.dossier().guichet().code(), espace.question().id());
            if (pris.isPresent()) {
                return Optional.of(new Tire(
                        neuf(espace, Espece.ZED, pris.get()), pris.get().identifiants()));
            }
            prevenir(espace);
        }
        if (!espace.source().faitALaDemande()) {
            return Optional.empty();
        }
        var neuf = neuf(espace, Espece.INTEGRE, null);
        return Optional.of(new Tire(neuf, Identifiants.nouveaux(neuf.nom(espace.reference()))));
    }

    private void garder(Tire tire, Connecte qui) {
        conteneurs.garder(tire.conteneur(), tire.identifiants(), qui.compte());
    }

    private Conteneur neuf(EspaceConfidentiel espace, Espece espece, ReserveDeConteneurs.@Nullable Attribue pris) {
        var etape = espace.etape().id();
        var question = espace.question().id();
        return new Conteneur(
                Uuid.v7(),
                etape,
                question,
                conteneurs.suivant(etape, question),
                espece,
                false,
                pris == null ? null : pris.id());
    }

    /** Une fois par réserve vidée. Qui n'en a jamais rempli, et fait ses conteneurs à la demande, n'attend rien. */
    private void prevenir(EspaceConfidentiel espace) {
        var guichet = espace.dossier().guichet().code();
        var attendue = !espace.source().faitALaDemande() || reserve.employee(guichet);
        if (attendue && reserve.alerter(guichet, espace.question().id())) {
            var destinataires = comptes.actifs(Role.OPERATEUR).stream()
                    .map(Compte::courriel)
                    .map(courriel -> courriel.valeur())
                    .toList();
            courriels.ecrire(List.of(new Lettre(
                            "conteneur/reserve-vide",
                            destinataires,
                            null,
                            Map.of(
                                    "guichet",
                                    guichet,
                                    "objectif",
                                    espace.question().libelle()))
                    .reunissable(Role.OPERATEUR.titre(null))));
        }
    }

    private void prendre(EspaceConfidentiel espace) {
        conteneurs.prendre(espace.etape().id(), espace.question().id());
    }

    private Optional<Conteneur> courant(EspaceConfidentiel espace) {
        return conteneurs.courant(espace.etape().id(), espace.question().id());
    }

    private void ecrire(Connecte qui, EspaceConfidentiel espace, ActeDuDossier acte) {
        journal.ecrire(espace.reference(), qui.getName(), acte);
    }
}
