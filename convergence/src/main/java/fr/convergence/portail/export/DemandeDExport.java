package fr.convergence.portail.export;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.contenu.Format;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ce qu'un vérificateur a demandé d'emporter.
 *
 * @param filtres les paramètres de l'adresse de la liste
 * @param tentatives combien de fois un nœud l'a prise : qui l'a prise avant n'a plus rien à en dire
 */
record DemandeDExport(
        UUID id,
        UUID compte,
        Format forme,
        List<ColonneDExport> colonnes,
        Map<String, String> filtres,
        int tentatives) {

    private static final JsonMapper JSON = JsonMapper.shared();

    DemandeDExport {
        colonnes = List.copyOf(colonnes);
        filtres = Map.copyOf(filtres);
    }

    /** Vrai si ce sont les pièces des dossiers, et non leur liste. */
    boolean dePieces() {
        return forme == Format.ZIP;
    }

    String filtresEcrits() {
        return JSON.writeValueAsString(new TreeMap<>(filtres));
    }

    /** La même pour deux demandes de la même chose. */
    String empreinte() {
        return Sha256.hexa(String.join("\n", forme.name(), ColonneDExport.codes(colonnes), filtresEcrits()));
    }
}
