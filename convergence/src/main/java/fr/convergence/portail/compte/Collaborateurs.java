package fr.convergence.portail.compte;

import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.personne.EtatDePersonne;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les autres référents des établissements que l'on représente (CPT-1, TRF-1). */
@Component
public final class Collaborateurs {

    /**
     * @param communs les établissements que l'on représente tous les deux
     */
    public record Collaborateur(UUID id, Civilite civilite, String prenom, String nom, List<CleCandidat> communs) {

        public String nomComplet() {
            return prenom + " " + nom;
        }
    }

    private final JdbcClient base;
    private final Comptes comptes;
    private final EtablissementsDuCompte representes;

    Collaborateurs(JdbcClient base, Comptes comptes, EtablissementsDuCompte representes) {
        this.base = base;
        this.comptes = comptes;
        this.representes = representes;
    }

    /** Rangés par nom, chacun une fois. */
    public List<Collaborateur> de(UUID compte) {
        var communs = new LinkedHashMap<Compte, List<CleCandidat>>();
        for (var candidat : representes.de(compte)) {
            comptes.collaborateurs(compte, candidat)
                    .forEach(autre -> communs.computeIfAbsent(autre, _ -> new ArrayList<>())
                            .add(candidat));
        }
        return communs.entrySet().stream()
                .map(autre -> new Collaborateur(
                        autre.getKey().id(),
                        autre.getKey().civilite(),
                        autre.getKey().prenom(),
                        autre.getKey().nom(),
                        List.copyOf(autre.getValue())))
                .sorted(Comparator.comparing(Collaborateur::nom)
                        .thenComparing(Collaborateur::prenom)
                        .thenComparing(Collaborateur::id))
                .toList();
    }

    /** Vide si ces deux-là n'ont pas d'établissement en commun. */
    public Optional<Collaborateur> un(UUID compte, UUID autre) {
        return de(compte).stream()
                .filter(collaborateur -> collaborateur.id().equals(autre))
                .findFirst();
    }

    /** Vrai si ce compte est actif et représente ce candidat : il le restera jusqu'à la fin de la transaction. */
    public boolean prendre(UUID compte, CleCandidat candidat) {
        return base.sql("""
                select true from compte c join compte_etablissement e on e.compte = c.id
                where c.id = ? and c.etat = ? and c.role = 'REFERENT' and e.candidat_type = ? and e.candidat = ?
                for share
                """)
                .params(
                        compte,
                        EtatDePersonne.Code.ACTIF.name(),
                        candidat.type().name(),
                        candidat.identifiant())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }
}
