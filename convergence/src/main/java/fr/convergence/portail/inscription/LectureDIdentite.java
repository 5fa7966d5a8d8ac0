package fr.convergence.portail.inscription;

import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.SaisieDeMotDePasse;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contrôle les informations personnelles et dit, champ par champ, ce qui ne va pas. */
@Component
final class LectureDIdentite {

    private static final int INDICE_MAX = 254;

    private final SaisieDeMotDePasse motDePasse;
    private final MotsDePasse empreintes;

    LectureDIdentite(SaisieDeMotDePasse motDePasse, MotsDePasse empreintes) {
        this.motDePasse = motDePasse;
        this.empreintes = empreintes;
    }

    /**
     * @param erreurs reçoit les refus, dans l'ordre des champs à l'écran
     * @param deja ce que cette inscription contenait : un mot de passe laissé vide y est repris
     * @return l'identité, vide s'il y a un refus
     */
    Optional<Identite> lire(SaisieDInformations saisie, @Nullable Identite deja, Erreurs erreurs) {
        var nomUtilisateur = lu("nomUtilisateur", NomUtilisateur.lire(saisie.nomUtilisateur()), erreurs);
        var civilite = lu("civilite", Civilite.lire(saisie.civilite()), erreurs);
        var nom = lu("nom", NomDePersonne.lire(saisie.nom()), erreurs);
        var prenom = lu("prenom", NomDePersonne.lire(saisie.prenom()), erreurs);
        var courriel = lu("courriel", AdresseElectronique.lire(saisie.courriel()), erreurs);
        var garde = aGarder(saisie, deja);
        if (garde == null) {
            controlerMotDePasse(saisie, erreurs);
        }
        var telephone = lu("telephone", Telephone.lire(saisie.telephone()), erreurs);
        if (!erreurs.vides()) {
            return Optional.empty();
        }
        var secret = garde == null ? empreintes.empreinte(texte(saisie.motDePasse())) : garde;
        return Optional.of(new Identite(
                nomUtilisateur.orElseThrow(),
                civilite.orElseThrow(),
                nom.orElseThrow().valeur(),
                prenom.orElseThrow().valeur(),
                courriel.orElseThrow(),
                telephone.orElseThrow(),
                secret));
    }

    /** L'empreinte déjà gardée, si les deux champs sont vides et que rien dont elle dépend n'a changé. */
    private static @Nullable String aGarder(SaisieDInformations saisie, @Nullable Identite deja) {
        var vide = texte(saisie.motDePasse()).isEmpty()
                && texte(saisie.confirmation()).isEmpty();
        if (deja == null || !vide) {
            return null;
        }
        var inchangee = Stream.of(
                        Objects.equals(deja.nomUtilisateur().valeur(), FormeNormale.nom(saisie.nomUtilisateur())),
                        Objects.equals(deja.nom(), FormeNormale.nom(saisie.nom())),
                        Objects.equals(deja.prenom(), FormeNormale.nom(saisie.prenom())),
                        Objects.equals(deja.courriel().valeur(), FormeNormale.ligne(saisie.courriel())))
                .allMatch(egal -> egal);
        return inchangee ? deja.motDePasse() : null;
    }

    private void controlerMotDePasse(SaisieDInformations saisie, Erreurs erreurs) {
        var indices = Stream.of(saisie.nomUtilisateur(), saisie.nom(), saisie.prenom(), saisie.courriel())
                .map(LectureDIdentite::texte)
                // Au-delà, ce n'est ni un nom ni une adresse : le champ est refusé par ailleurs.
                .filter(indice -> indice.length() <= INDICE_MAX)
                .toList();
        motDePasse
                .controler(texte(saisie.motDePasse()), texte(saisie.confirmation()), indices)
                .liste()
                .forEach(erreur -> erreurs.ajouter(erreur.champ(), erreur.message()));
    }

    private static <T> Optional<T> lu(String champ, Lecture<T> lecture, Erreurs erreurs) {
        lecture.siRefusee()
                .ifPresent(refus -> erreurs.ajouter(
                        champ,
                        // Dire quoi saisir vaut mieux que dire qu'il manque quelque chose.
                        refus.cle().equals("identifiant.vide")
                                ? new Message("inscription." + champ + ".vide")
                                : new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }

    private static String texte(@Nullable String saisi) {
        return saisi == null ? "" : saisi;
    }
}
