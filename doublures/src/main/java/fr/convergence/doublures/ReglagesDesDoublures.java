package fr.convergence.doublures;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ce qu'il faut pour ouvrir une boîte de réception. Un port 0 laisse le système choisir.
 *
 * @param dossier où les courriels sont gardés ; créé s'il manque
 * @param portSmtp port d'écoute SMTP, sur la machine seule
 * @param portWeb port d'écoute des pages, sur la machine seule
 * @param maximum nombre de courriels gardés : au-delà, les plus anciens sont effacés
 * @param authentificateurs seconds facteurs dont la page montre les codes, relus à chaque affichage
 */
public record ReglagesDesDoublures(
        Path dossier, int portSmtp, int portWeb, int maximum, Supplier<List<Authentificateur>> authentificateurs) {

    private static final int MAXIMUM = 5_000;

    public ReglagesDesDoublures(Path dossier, int portSmtp, int portWeb) {
        this(dossier, portSmtp, portWeb, MAXIMUM, List::of);
    }

    public ReglagesDesDoublures avecAuthentificateurs(Supplier<List<Authentificateur>> autres) {
        return new ReglagesDesDoublures(dossier, portSmtp, portWeb, maximum, autres);
    }

    public ReglagesDesDoublures avecMaximum(int autre) {
        return new ReglagesDesDoublures(dossier, portSmtp, portWeb, autre, authentificateurs);
    }
}
