package fr.convergence.isc.collaborateur;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.compte.EncadrerCompte.Informations;
import fr.convergence.isc.compte.NouveauCompte;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.site.Langue;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ce qui est saisi d'un collaborateur, tel quel. */
public record SaisieDeCollaborateur(
        String fonction,
        String nomUtilisateur,
        String civilite,
        String prenom,
        String nom,
        String courriel,
        String telephone,
        String mobile) {

    static final SaisieDeCollaborateur VIERGE = new SaisieDeCollaborateur("", "", "", "", "", "", "", "");

    /** Un champ absent de l'envoi est un champ vide. */
    public SaisieDeCollaborateur {
        fonction = net(fonction);
        nomUtilisateur = net(nomUtilisateur);
        civilite = net(civilite);
        prenom = net(prenom);
        nom = net(nom);
        courriel = net(courriel);
        telephone = net(telephone);
        mobile = net(mobile);
    }

    static SaisieDeCollaborateur de(Collaborateur collaborateur) {
        return new SaisieDeCollaborateur(
                collaborateur.fonction().name(),
                collaborateur.nomUtilisateur(),
                collaborateur.civilite(),
                collaborateur.prenom(),
                collaborateur.nom(),
                collaborateur.courriel(),
                affiche(collaborateur.telephone()),
                affiche(collaborateur.mobile()));
    }

    Optional<NouveauCompte> nouveau(UUID entreprise, Membre qui, Erreurs erreurs) {
        var informations = informations(qui, erreurs);
        var nom = lu("nomUtilisateur", NomUtilisateur.lire(nomUtilisateur), erreurs);
        return erreurs.vides()
                ? informations.map(lues -> new NouveauCompte(
                        lues.fonction(),
                        entreprise,
                        nom.orElseThrow(),
                        lues.courriel(),
                        lues.civilite(),
                        lues.nom(),
                        lues.prenom(),
                        lues.telephone(),
                        lues.mobile(),
                        Langue.presente()))
                : Optional.empty();
    }

    Optional<Informations> informations(Membre qui, Erreurs erreurs) {
        var role = qui.fonction().encadre().stream()
                .filter(possible -> possible.name().equals(fonction))
                .findFirst();
        if (role.isEmpty()) {
            erreurs.ajouter("fonction", "collaborateur.role.manque");
        }
        var laCivilite = lu("civilite", Civilite.lire(civilite), erreurs);
        var lePrenom = lu("prenom", NomDePersonne.lire(prenom), erreurs);
        var leNom = lu("nom", NomDePersonne.lire(nom), erreurs);
        var ladresse = lu("courriel", AdresseElectronique.lire(courriel), erreurs);
        var direct = lu("telephone", Telephone.lire(telephone), erreurs);
        var portable = mobile.isEmpty() ? Optional.<Telephone>empty() : lu("mobile", Telephone.lire(mobile), erreurs);
        return erreurs.vides()
                ? Optional.of(new Informations(
                        role.orElseThrow(),
                        laCivilite.orElseThrow(),
                        leNom.orElseThrow().valeur(),
                        lePrenom.orElseThrow().valeur(),
                        ladresse.orElseThrow(),
                        direct.orElseThrow(),
                        portable.orElse(null)))
                : Optional.empty();
    }

    private static String affiche(String telephone) {
        return telephone.isEmpty() ? "" : new Telephone(telephone).affichage();
    }

    private static <T> Optional<T> lu(String champ, Lecture<T> lecture, Erreurs erreurs) {
        lecture.siRefusee().ifPresent(refus -> erreurs.ajouter(champ, new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }

    private static String net(@Nullable String saisi) {
        return FormeNormale.ligne(saisi);
    }
}
