package fr.convergence.portail.export;

import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.socle.acces.ChampsConnus;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import fr.convergence.socle.page.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ce que l'on demandait d'emporter, quand la demande est arrêtée. */
@Component
final class ChampsDeLExport implements ChampsConnus {

    private final Textes textes;

    ChampsDeLExport(Textes textes) {
        this.textes = textes;
    }

    @Override
    public List<Saisi> lire(String chemin, Map<String, List<String>> champs) {
        if (!chemin.equals(ExportsController.ADRESSE)) {
            return List.of();
        }
        var lus = new ArrayList<Saisi>();
        var colonnes = ColonneDExport.lire(champs.getOrDefault("colonnes", List.of()));
        if (!colonnes.isEmpty()) {
            lus.add(new Saisi(
                    new Message("export.colonnes"),
                    colonnes.stream().map(colonne -> textes.de(colonne.cle())).collect(Collectors.joining("\n"))));
        }
        champs.getOrDefault("forme", List.of()).stream()
                .flatMap(dite -> FormeDeTableau.lire(dite).stream())
                .map(forme -> new Saisi(new Message("export.forme"), textes.de(NouvelExportPage.cle(forme))))
                .forEach(lus::add);
        return lus;
    }
}
