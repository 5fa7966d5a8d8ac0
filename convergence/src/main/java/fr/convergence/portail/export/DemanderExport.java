package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.tache.Reveils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Demande un export ; le même, demandé deux fois, n'en fait qu'un (INSTR-7). */
@Component
class DemanderExport {

    static final int NOMBRE_MAX = 20;

    /** Chacune peut peser ce qu'une archive porte, et reste un jour au dépôt. */
    static final int ARCHIVES_MAX = 2;

    enum Resultat {
        RETENUE,
        DEJA,
        TROP,
        TROP_D_ARCHIVES
    }

    private final Exports exports;
    private final ListeDeTravail liste;
    private final Reveils reveils;

    DemanderExport(Exports exports, ListeDeTravail liste, Reveils reveils) {
        this.exports = exports;
        this.liste = liste;
        this.reveils = reveils;
    }

    /** @param adresse les filtres de la liste */
    @Transactional
    public Resultat executer(Connecte qui, Format forme, List<ColonneDExport> colonnes, Map<String, String> adresse) {
        var filtres = liste.filtres(qui, adresse);
        var demande = new DemandeDExport(Uuid.v7(), qui.compte(), forme, colonnes, filtres, 0);
        if (exports.deja(qui, demande)) {
            return Resultat.DEJA;
        }
        if (exports.nombre(qui) >= NOMBRE_MAX) {
            return Resultat.TROP;
        }
        if (demande.dePieces() && exports.archives(qui) >= ARCHIVES_MAX) {
            return Resultat.TROP_D_ARCHIVES;
        }
        var nombre = liste.nombre(qui, filtres);
        // Des pièces, on ne sait combien qu'une fois la liste lue.
        var total =
                nombre.isPresent() && !demande.dePieces() ? Optional.of(nombre.getAsLong()) : Optional.<Long>empty();
        if (!exports.ouvrir(demande, total)) {
            return Resultat.DEJA;
        }
        reveils.apresTransaction(demande.dePieces() ? TravauxDExport.PIECES : TravauxDExport.LISTES);
        return Resultat.RETENUE;
    }
}
