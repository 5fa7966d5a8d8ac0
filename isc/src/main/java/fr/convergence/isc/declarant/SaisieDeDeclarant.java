package fr.convergence.isc.declarant;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.personne.NomUtilisateur;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Les champs « Informations personnelles », tels qu’ils arrivent.
 *
 * @param cgu présent quand la case des conditions est cochée
 * @param captcha le défi montré
 * @param renouveler présent quand on demande d’autres caractères sans script
 */
public record SaisieDeDeclarant(
        @Nullable String nomUtilisateur,
        @Nullable String civilite,
        @Nullable String prenom,
        @Nullable String nom,
        @Nullable String courriel,
        @Nullable String telephone,
        @Nullable String mobile,
        @Nullable String cgu,
        @Nullable String captcha,
        @Nullable String controle,
        @Nullable String renouveler) {

    public static final String CONTROLE = "controle";

    public static final SaisieDeDeclarant VIERGE =
            new SaisieDeDeclarant(null, null, null, null, null, null, null, null, null, null, null);

    public static SaisieDeDeclarant de(Declarant declarant) {
        return new SaisieDeDeclarant(
                declarant.nomUtilisateur().valeur(),
                declarant.civilite().name(),
                declarant.prenom(),
                declarant.nom(),
                declarant.courriel().valeur(),
                declarant.telephone().affichage(),
                declarant.mobile() == null ? null : declarant.mobile().affichage(),
                "oui",
                null,
                null,
                null);
    }

    /** @param erreurs reçoit les refus, dans l’ordre des champs à l’écran */
    public Optional<Declarant> lire(Erreurs erreurs) {
        var sonNomUtilisateur = lu("nomUtilisateur", NomUtilisateur.lire(nomUtilisateur), erreurs);
        var saCivilite = lu("civilite", Civilite.lire(civilite), erreurs);
        var sonPrenom = lu("prenom", NomDePersonne.lire(prenom), erreurs);
        var sonNom = lu("nom", NomDePersonne.lire(nom), erreurs);
        var sonCourriel = lu("courriel", AdresseElectronique.lire(courriel), erreurs);
        var direct = lu("telephone", Telephone.lire(telephone), erreurs);
        var sansMobile = FormeNormale.vide(FormeNormale.ligne(mobile));
        var portable = sansMobile ? Optional.<Telephone>empty() : lu("mobile", Telephone.lire(mobile), erreurs);
        if (cgu == null) {
            erreurs.ajouter("cgu", "declarant.cgu.vide");
        }
        return erreurs.vides()
                ? Optional.of(new Declarant(
                        sonNomUtilisateur.orElseThrow(),
                        saCivilite.orElseThrow(),
                        sonPrenom.orElseThrow().valeur(),
                        sonNom.orElseThrow().valeur(),
                        sonCourriel.orElseThrow(),
                        direct.orElseThrow(),
                        portable.orElse(null)))
                : Optional.empty();
    }

    /** Rien n’est recopié du contrôle de sécurité, ou la page n’en montrait pas. */
    public boolean sansReponse() {
        return captcha == null || controle == null || FormeNormale.vide(controle);
    }

    /** Le défi auquel répond cette saisie ; nul pour un identifiant qui n’en est pas un. */
    public @Nullable UUID defi() {
        try {
            return captcha == null ? null : UUID.fromString(captcha);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Le champ, à montrer. */
    public static String texte(@Nullable String saisi) {
        return saisi == null ? "" : saisi;
    }

    public static List<Choix> civilites() {
        return Choix.de(
                Civilite.values(),
                civilite -> "declarant.civilite." + civilite.name().toLowerCase(Locale.ROOT));
    }

    private static <T> Optional<T> lu(String champ, Lecture<T> lecture, Erreurs erreurs) {
        lecture.siRefusee()
                .ifPresent(refus -> erreurs.ajouter(
                        champ,
                        // Dire quoi saisir vaut mieux que dire qu’il manque quelque chose.
                        refus.cle().equals("identifiant.vide")
                                ? new Message("declarant." + champ + ".vide")
                                : new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }
}
