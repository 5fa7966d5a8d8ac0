package fr.convergence.socle.journal;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.depot.DepotObjets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Les ancres dans le dépôt d'objets, chacune à un nom tiré de son numéro : la base ne sert pas à les retrouver. */
final class DepotDesAncres {

    private final DepotObjets depot;

    DepotDesAncres(DepotObjets depot) {
        this.depot = depot;
    }

    /** Telle que lue, vraie ou altérée. */
    Optional<String> lire(long numero) {
        try (var objet = depot.lire(nom(numero))) {
            // Un octet qui n'est pas d'un texte devient un autre caractère : l'empreinte le trahit de même.
            return Optional.of(new String(objet.readAllBytes(), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remplace ce qu'une pose interrompue aurait commencé sous ce numéro ; une seule se fait à la fois. */
    void ranger(long numero, String signee) {
        try {
            depot.supprimer(nom(numero));
            try (var objet = depot.creer(nom(numero))) {
                objet.flux().write(signee.getBytes(StandardCharsets.UTF_8));
                objet.publier();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nom(long numero) {
        return Sha256.hexa("journal-ancre/" + numero).substring(0, 32);
    }
}
