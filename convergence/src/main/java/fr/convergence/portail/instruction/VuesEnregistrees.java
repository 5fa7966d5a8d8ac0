package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.page.ChampSaisi;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Les listes filtrées qu'un vérificateur retrouve par leur nom (INSTR-1) ; chacun n'a que les siennes. */
@Component
final class VuesEnregistrees {

    static final int NOM_MAX = 60;
    static final int NOMBRE_MAX = 20;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FILTRES = new TypeReference<>() {};

    /** @param filtres les paramètres de l'adresse de la liste */
    record Vue(String nom, Map<String, String> filtres) {}

    private final JdbcClient base;
    private final Clock horloge;

    VuesEnregistrees(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Dans l'ordre des noms. */
    List<Vue> de(Connecte qui) {
        return base.sql("select nom, filtres from instruction_vue where compte = ? order by lower(nom), nom")
                .param(qui.compte())
                .query((ligne, _) ->
                        new Vue(ligne.getString("nom"), JSON.readValue(ligne.getString("filtres"), FILTRES)))
                .list();
    }

    /**
     * Enregistre une vue ; le même nom remplace la sienne.
     *
     * @return faux si ce vérificateur en a déjà {@value #NOMBRE_MAX} autres
     */
    boolean enregistrer(Connecte qui, Vue vue) {
        return base.sql("""
                insert into instruction_vue (compte, nom, filtres, cree_le)
                select :compte, :nom, :filtres::jsonb, :le
                where (select count(*) from instruction_vue where compte = :compte and nom <> :nom) < :max
                on conflict (compte, nom) do update set filtres = excluded.filtres
                """)
                        .param("compte", qui.compte())
                        .param("nom", vue.nom())
                        .param("filtres", JSON.writeValueAsString(vue.filtres()))
                        .param("le", Timestamp.from(horloge.instant()))
                        .param("max", NOMBRE_MAX)
                        .update()
                == 1;
    }

    /** Vrai d'un nom qu'une vue peut porter. */
    static boolean admis(String nom) {
        return !nom.isEmpty() && ChampSaisi.ligne(nom, NOM_MAX);
    }

    /** @return faux s'il n'y en avait pas de ce nom */
    boolean retirer(Connecte qui, String nom) {
        return admis(nom)
                && base.sql("delete from instruction_vue where compte = ? and nom = ?")
                                .params(qui.compte(), nom)
                                .update()
                        == 1;
    }
}
