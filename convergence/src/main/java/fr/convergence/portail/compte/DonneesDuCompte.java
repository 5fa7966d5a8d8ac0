package fr.convergence.portail.compte;

import fr.convergence.socle.personne.DonneesPersonnelles;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ce que ce paquet détient : l'identité du titulaire et ses établissements. */
@Component
final class DonneesDuCompte implements DonneesPersonnelles {

    /** Les mots du fichier remis. */
    record Identite(
            String nomUtilisateur,
            String adresseElectronique,
            String civilite,
            String nom,
            String prenom,
            String telephone,
            String creeLe,
            List<String> etablissements) {}

    private final Comptes comptes;
    private final EtablissementsDuCompte etablissements;

    DonneesDuCompte(Comptes comptes, EtablissementsDuCompte etablissements) {
        this.comptes = comptes;
        this.etablissements = etablissements;
    }

    @Override
    public String rubrique() {
        return "compte";
    }

    @Override
    public Object de(UUID id) {
        var compte = comptes.titulaire(id).orElseThrow();
        var telephone = compte.telephone();
        return new Identite(
                compte.nomUtilisateur().valeur(),
                compte.courriel().valeur(),
                compte.civilite().libelle(),
                compte.nom(),
                compte.prenom(),
                telephone == null ? "" : telephone.valeur(),
                compte.creeLe().toString(),
                etablissements.de(id).stream().map(Object::toString).toList());
    }
}
