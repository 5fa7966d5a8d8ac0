package fr.convergence.socle.envoi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Le corps d'une requête, qui sait aussi ce que la machine en a reçu : {@link InputStream#available} de Tomcat ne regarde que
 * ce qu'il a déjà lu, et un corps venu juste après l'entête lui paraît encore à attendre.
 */
final class FluxDuServeur extends FilterInputStream {

    /** Où {@link FinDesCorps} laisse de quoi demander au serveur ce qu'il a reçu. */
    static final String RECUS = FluxDuServeur.class.getName();

    private final @Nullable IntSupplier recus;

    FluxDuServeur(HttpServletRequest requete) throws IOException {
        super(requete.getInputStream());
        recus = requete.getAttribute(RECUS) instanceof IntSupplier dit ? dit : null;
    }

    @Override
    public int available() throws IOException {
        var lus = in.available();
        return lus > 0 || recus == null ? lus : recus.getAsInt();
    }
}
