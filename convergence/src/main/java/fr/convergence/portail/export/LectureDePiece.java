package fr.convergence.portail.export;

import fr.convergence.socle.depot.DepotIndisponible;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** La lecture d'une pièce, qui distingue celle qui est altérée d'un dépôt absent, d'un nœud qui s'arrête et d'une écriture. */
final class LectureDePiece extends FilterInputStream {

    private static final Logger JOURNAL = LoggerFactory.getLogger(LectureDePiece.class);

    private final PieceAEmporter piece;
    private final UUID fichier;

    LectureDePiece(PieceAEmporter piece, UUID fichier, InputStream flux) {
        super(flux);
        this.piece = piece;
        this.fichier = fichier;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException echec) {
            throw juger(echec);
        }
    }

    @Override
    public int read(byte[] octets, int ou, int combien) throws IOException {
        try {
            return super.read(octets, ou, combien);
        } catch (IOException echec) {
            throw juger(echec);
        }
    }

    private IOException juger(IOException echec) {
        if (echec instanceof DepotIndisponible || Thread.currentThread().isInterrupted()) {
            return echec;
        }
        JOURNAL.error("Fichier {} altéré ou illisible : l’archive qui l’emportait n’est pas faite", fichier, echec);
        return new PieceAlteree(piece.reference(), echec);
    }
}
