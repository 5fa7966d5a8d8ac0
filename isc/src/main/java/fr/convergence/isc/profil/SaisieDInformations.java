package fr.convergence.isc.profil;

import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.demande.Donnee;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ce qui est saisi de ses informations, tel quel. */
public record SaisieDInformations(
        String civilite,
        String prenom,
        String nom,
        String courriel,
        String telephone,
        String mobile,
        String commentaire) {

    static final int COMMENTAIRE_MAX = 1_000;

    /** Un champ absent de l'envoi est un champ vide. */
    public SaisieDInformations {
        civilite = FormeNormale.ligne(civilite);
        prenom = FormeNormale.ligne(prenom);
        nom = FormeNormale.ligne(nom);
        courriel = FormeNormale.ligne(courriel);
        telephone = FormeNormale.ligne(telephone);
        mobile = FormeNormale.ligne(mobile);
        commentaire = FormeNormale.texte(commentaire);
    }

    static SaisieDInformations de(Compte compte) {
        var personne = compte.personne();
        return new SaisieDInformations(
                personne.civilite().name(),
                personne.prenom(),
                personne.nom(),
                personne.courriel().valeur(),
                affiche(personne.telephone()),
                affiche(compte.mobile()),
                "");
    }

    /** Ce que la demande portera, sous sa forme normale. */
    Optional<Map<Donnee, String>> lue(Erreurs erreurs) {
        var laCivilite = lu("civilite", Civilite.lire(civilite), erreurs);
        var lePrenom = lu("prenom", NomDePersonne.lire(prenom), erreurs);
        var leNom = lu("nom", NomDePersonne.lire(nom), erreurs);
        var ladresse = lu("courriel", AdresseElectronique.lire(courriel), erreurs);
        var direct = lu("telephone", Telephone.lire(telephone), erreurs);
        var portable = mobile.isEmpty() ? Optional.<Telephone>empty() : lu("mobile", Telephone.lire(mobile), erreurs);
        if (commentaire.length() > COMMENTAIRE_MAX) {
            erreurs.ajouter("commentaire", "profil.demande.commentaire.long", COMMENTAIRE_MAX);
        }
        return erreurs.vides()
                ? Optional.of(Map.of(
                        Donnee.CIVILITE, laCivilite.orElseThrow().name(),
                        Donnee.PRENOM, lePrenom.orElseThrow().valeur(),
                        Donnee.NOM, leNom.orElseThrow().valeur(),
                        Donnee.COURRIEL, ladresse.orElseThrow().valeur(),
                        Donnee.TELEPHONE, direct.orElseThrow().valeur(),
                        Donnee.MOBILE, portable.map(Telephone::valeur).orElse("")))
                : Optional.empty();
    }

    private static String affiche(@Nullable Telephone telephone) {
        return telephone == null ? "" : telephone.affichage();
    }

    private static <T> Optional<T> lu(String champ, Lecture<T> lecture, Erreurs erreurs) {
        lecture.siRefusee().ifPresent(refus -> erreurs.ajouter(champ, new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }
}
