package fr.convergence.portail.inscription;

import fr.convergence.portail.compte.CreerCompteReferent;
import fr.convergence.portail.compte.Inscription;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.Candidat.Entite;
import fr.convergence.portail.etablissement.Etablissements;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** « Créer le compte » : une seule fois par inscription, quel que soit le nombre de clics ou d'onglets. */
@Component
class TerminerInscription {

    private final Brouillons brouillons;
    private final Etablissements etablissements;
    private final CreerCompteReferent creer;

    TerminerInscription(Brouillons brouillons, Etablissements etablissements, CreerCompteReferent creer) {
        this.brouillons = brouillons;
        this.etablissements = etablissements;
        this.creer = creer;
    }

    /** Ce qui s'est passé ; aucun cas ne dit si le nom ou l'adresse était déjà pris. */
    sealed interface Issue {

        record Terminee() implements Issue {}

        /** Il manque une étape, ou l'inscription a été oubliée. */
        record Incomplete(EtapeDInscription etape) implements Issue {}

        /** Un autre onglet a changé la saisie depuis qu'elle a été montrée. */
        record Changee() implements Issue {}

        /** L'établissement a quitté le registre entre-temps. */
        record EtablissementFerme() implements Issue {}
    }

    @Transactional
    Issue executer(String temoin, int versionVue) {
        var tenu = brouillons.reserver(temoin);
        if (tenu.isEmpty()) {
            return new Issue.Incomplete(EtapeDInscription.INFORMATIONS);
        }
        if (tenu.get().terminee()) {
            return new Issue.Terminee();
        }
        var brouillon = tenu.get().brouillon();
        if (brouillon.etape() != EtapeDInscription.RECAPITULATIF) {
            return new Issue.Incomplete(brouillon.etape());
        }
        if (tenu.get().version() != versionVue) {
            return new Issue.Changee();
        }
        var candidat = Optional.ofNullable(brouillon.choisi()).flatMap(etablissements::choisissable);
        if (candidat.isEmpty()) {
            return new Issue.EtablissementFerme();
        }
        creer.executer(inscription(Objects.requireNonNull(brouillon.identite()), candidat.get()));
        brouillons.terminer(temoin, brouillon);
        return new Issue.Terminee();
    }

    private static Inscription inscription(Identite identite, Candidat candidat) {
        return new Inscription(
                identite.nomUtilisateur(),
                identite.courriel(),
                identite.civilite(),
                identite.nom(),
                identite.prenom(),
                identite.telephone(),
                identite.motDePasse(),
                candidat.cle(),
                candidat.entites().stream().map(Entite::finess).toList());
    }
}
