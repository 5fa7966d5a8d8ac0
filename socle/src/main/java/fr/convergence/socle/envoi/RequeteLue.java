package fr.convergence.socle.envoi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Une requête dont le formulaire est déjà lu : ses champs suivent ceux de l'adresse. */
final class RequeteLue extends HttpServletRequestWrapper {

    private final MultiValueMap<String, String> champs;

    /** @param champs vus tels qu'ils sont à chaque appel : un envoi s'y lit en deux fois */
    RequeteLue(HttpServletRequest requete, MultiValueMap<String, String> champs) {
        super(requete);
        this.champs = champs;
    }

    @Override
    public @Nullable String getParameter(String nom) {
        var deLAdresse = super.getParameter(nom);
        return deLAdresse != null ? deLAdresse : champs.getFirst(nom);
    }

    @Override
    public String @Nullable [] getParameterValues(String nom) {
        return getParameterMap().get(nom);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var tous = new LinkedHashMap<>(super.getParameterMap());
        champs.forEach((nom, valeurs) -> tous.merge(nom, valeurs.toArray(String[]::new), RequeteLue::suite));
        return Collections.unmodifiableMap(tous);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.copyOf(getParameterMap().keySet()));
    }

    private static String[] suite(String[] debut, String[] fin) {
        var tous = java.util.Arrays.copyOf(debut, debut.length + fin.length);
        System.arraycopy(fin, 0, tous, debut.length, fin.length);
        return tous;
    }
}
