package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ce qu'une personne n'a pas lu des dossiers qu'elle voit ; qui les demande a jugé de son accès.
 *
 * <p>Un référent lit ce qui vient de ses vérificateurs, un vérificateur ce qui vient du référent : ce qu'un autre de son niveau
 * avait lu quand il a répondu n'attend plus personne.
 */
@Component
public final class MessagesNonLus {

    private static final String NON_LUS = """
            select m.reference, count(*) as nombre
            from messagerie_message m
            left join vue_messagerie_lu l on l.reference = m.reference and l.compte = :compte
            left join (
                select reference, range_agg(coalesce(lus, int4multirange(int4range(0, numero)))) as lus
                from messagerie_message where reference = any (:references) and cote = :cote
                group by reference) r on r.reference = m.reference
            where m.reference = any (:references) and (m.cote = 'REFERENT') <> (:cote = 'REFERENT')
              and not m.numero <@ (coalesce(l.lus, '{}') + coalesce(r.lus, '{}'))
            group by m.reference
            """;

    private final JdbcClient base;

    MessagesNonLus(JdbcClient base) {
        this.base = base;
    }

    /** Combien, par référence de dossier ; rien de ceux où tout est lu. */
    public Map<String, Integer> de(Connecte qui, Collection<String> references) {
        var nonLus = new HashMap<String, Integer>();
        if (!references.isEmpty()) {
            base.sql(NON_LUS)
                    .param("references", references.toArray(String[]::new))
                    .param("cote", qui.role().name())
                    .param("compte", qui.compte())
                    .query((ResultSet ligne) -> {
                        nonLus.put(ligne.getString("reference"), ligne.getInt("nombre"));
                    });
        }
        return nonLus;
    }

    /** La carte de la messagerie de ce dossier. */
    public CarteDesMessages carte(Connecte qui, Dossier dossier) {
        var reference = dossier.reference().valeur();
        var nombre = base.sql("select coalesce(max(numero), 0) from messagerie_message where reference = ?")
                .param(reference)
                .query(Integer.class)
                .single();
        return new CarteDesMessages(
                (qui.role() == Role.REFERENT ? "/dossiers/" : "/instruction/") + reference + "/messages",
                nombre,
                de(qui, List.of(reference)).getOrDefault(reference, 0));
    }
}
