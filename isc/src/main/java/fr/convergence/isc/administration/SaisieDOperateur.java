package fr.convergence.isc.administration;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.compte.NouveauCompte;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.site.Langue;
import java.util.Optional;

/** Ce qui est saisi d'un opérateur à inviter, tel quel. */
public record SaisieDOperateur(String nomUtilisateur, String civilite, String prenom, String nom, String courriel) {

    static final SaisieDOperateur VIERGE = new SaisieDOperateur("", "", "", "", "");

    /** Un champ absent de l'envoi est un champ vide. */
    public SaisieDOperateur {
        nomUtilisateur = FormeNormale.ligne(nomUtilisateur);
        civilite = FormeNormale.ligne(civilite);
        prenom = FormeNormale.ligne(prenom);
        nom = FormeNormale.ligne(nom);
        courriel = FormeNormale.ligne(courriel);
    }

    Optional<NouveauCompte> lue(Erreurs erreurs) {
        var laCivilite = lu("civilite", Civilite.lire(civilite), erreurs);
        var lePrenom = lu("prenom", NomDePersonne.lire(prenom), erreurs);
        var leNom = lu("nom", NomDePersonne.lire(nom), erreurs);
        var ladresse = lu("courriel", AdresseElectronique.lire(courriel), erreurs);
        var connexion = lu("nomUtilisateur", NomUtilisateur.lire(nomUtilisateur), erreurs);
        return erreurs.vides()
                ? Optional.of(new NouveauCompte(
                        Fonction.OPERATEUR,
                        null,
                        connexion.orElseThrow(),
                        ladresse.orElseThrow(),
                        laCivilite.orElseThrow(),
                        leNom.orElseThrow().valeur(),
                        lePrenom.orElseThrow().valeur(),
                        null,
                        null,
                        Langue.presente()))
                : Optional.empty();
    }

    private static <T> Optional<T> lu(String champ, Lecture<T> lecture, Erreurs erreurs) {
        lecture.siRefusee().ifPresent(refus -> erreurs.ajouter(champ, new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }
}
