package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Personne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un compte du portail : une personne, et ce qu'elle y fait.
 *
 * @param region celle d'un vérificateur ARS
 */
public record Compte(Personne personne, Role role, @Nullable Region region) {

    public UUID id() {
        return personne.id();
    }

    public NomUtilisateur nomUtilisateur() {
        return personne.nomUtilisateur();
    }

    public AdresseElectronique courriel() {
        return personne.courriel();
    }

    public Civilite civilite() {
        return personne.civilite();
    }

    public String nom() {
        return personne.nom();
    }

    public String prenom() {
        return personne.prenom();
    }

    public String nomComplet() {
        return personne.nomComplet();
    }

    /** Absent pour l'équipe. */
    public @Nullable Telephone telephone() {
        return personne.telephone();
    }

    public EtatDePersonne etat() {
        return personne.etat();
    }

    public Instant creeLe() {
        return personne.creeLe();
    }

    public boolean actif() {
        return personne.active();
    }

    public boolean deLEquipe() {
        return role.equipe();
    }

    /** Les dossiers transmis qu'il voit. */
    public Perimetre perimetre() {
        return role.perimetre(region);
    }

    /** À quel titre on lui écrit aujourd'hui. */
    public String titre() {
        return role.titre(region);
    }

    /** Lui, connecté depuis cet instant. */
    public Connecte connecte(Instant depuis) {
        return new Connecte(id(), role, nomComplet(), perimetre(), depuis);
    }
}
