package fr.convergence.portail.profil;

import fr.convergence.portail.compte.Collaborateurs.Collaborateur;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * « Votre compte ».
 *
 * @param etablissements ceux qu'il représente ; vide pour l'équipe
 * @param collaborateurs les autres référents de ces établissements, chacun vers sa page
 * @param cguAcceptees date de l'acceptation de la version actuelle
 */
public record ProfilPage(
        List<Lien> menu,
        String civilite,
        String prenom,
        String nom,
        String nomUtilisateur,
        String courriel,
        @Nullable String telephone,
        String cleRole,
        @Nullable String region,
        List<Etablissement> etablissements,
        List<Lien> collaborateurs,
        @Nullable Instant cguAcceptees)
        implements Page {

    /** Un établissement représenté, dans les mots du guide : type, code et intitulé du GHT, raison sociale, FINESS. */
    public record Etablissement(List<Paire> paires) {

        /** @param cle clé de l'intitulé */
        public record Paire(String cle, String valeur) {}

        static Etablissement de(Candidat candidat) {
            var type = new Paire("profil.etablissements.type", candidat.type().libelle());
            return new Etablissement(
                    switch (candidat) {
                        case Candidat.Ght ght ->
                            List.of(
                                    type,
                                    new Paire("profil.ght.code", ght.code().valeur()),
                                    new Paire("profil.ght.intitule", ght.intitule()),
                                    new Paire("profil.ght.raison-support", ght.raisonSociale()),
                                    new Paire(
                                            "profil.ght.finess-support",
                                            ght.finess().valeur()));
                        case Candidat.EntiteJuridique ej ->
                            List.of(
                                    type,
                                    new Paire("profil.ej.raison", ej.raisonSociale()),
                                    new Paire("profil.ej.finess", ej.finess().valeur()));
                    });
        }
    }

    static ProfilPage de(
            List<Lien> menu,
            Compte compte,
            List<Candidat> representes,
            List<Collaborateur> collaborateurs,
            Optional<Instant> cguAcceptees) {
        var telephone = compte.telephone();
        var region = compte.region();
        return new ProfilPage(
                menu,
                compte.civilite().libelle(),
                compte.prenom(),
                compte.nom(),
                compte.nomUtilisateur().valeur(),
                compte.courriel().valeur(),
                telephone == null ? null : telephone.affichage(),
                compte.role().cle(),
                region == null ? null : region.nom(),
                representes.stream().map(Etablissement::de).toList(),
                collaborateurs.stream()
                        .map(autre -> new Lien(autre.nomComplet(), "/compte/collaborateurs/" + autre.id(), false))
                        .toList(),
                cguAcceptees.orElse(null));
    }
}
