package fr.convergence.portail.export;

import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.socle.depot.DepotObjets;
import java.io.IOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ce qui arrive au dépôt à une pièce rangée. */
@Component
final class PiecesAbimees {

    private final DepotObjets depot;
    private final JdbcClient base;

    PiecesAbimees(DepotObjets depot, JdbcClient base) {
        this.depot = depot;
        this.base = base;
    }

    void perdre(Preuve preuve) throws IOException {
        depot.supprimer(objet(preuve));
    }

    /** Son début se lit encore ; sa fin n'est plus celle qui a été reçue. */
    void couper(Preuve preuve) throws IOException {
        var objet = objet(preuve);
        byte[] octets;
        try (var flux = depot.lire(objet)) {
            octets = flux.readAllBytes();
        }
        octets[octets.length - 10] ^= 1;
        depot.supprimer(objet);
        try (var ecriture = depot.creer(objet)) {
            ecriture.flux().write(octets);
            ecriture.publier();
        }
    }

    private String objet(Preuve preuve) {
        return base.sql("select objet from fichier_segment where fichier = ?")
                .param(UUID.fromString(preuve.fichier()))
                .query(String.class)
                .single();
    }
}
