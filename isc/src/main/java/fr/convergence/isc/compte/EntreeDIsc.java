package fr.convergence.isc.compte;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.site.Langue;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** Deux portes, celle des entreprises et celle des opérateurs. */
@Component
final class EntreeDIsc implements EntreeDuSite {

    private final Comptes comptes;

    EntreeDIsc(Comptes comptes) {
        this.comptes = comptes;
    }

    @Override
    public boolean admet(AnnotatedElement route, PersonneConnectee personne) {
        var reserve = AnnotatedElementUtils.findMergedAnnotation(route, ReserveAux.class);
        return reserve == null || List.of(reserve.value()).contains(((Membre) personne).fonction());
    }

    @Override
    public String porte(String chemin) {
        return (chemin + "/").startsWith(Fonction.OPERATEUR.espace() + "/") ? "/connexion/equipe" : "/connexion";
    }

    @Override
    public Membre connectee(UUID compte, Instant depuis) {
        comptes.noterConnexion(compte, depuis, Langue.presente());
        return comptes.titulaire(compte).orElseThrow().connecte(depuis);
    }

    @Override
    public boolean exigeUnFacteurFort(UUID compte) {
        return comptes.titulaire(compte)
                .filter(titulaire -> titulaire.fonction().secondFacteurFort())
                .isPresent();
    }

    @Override
    public String espace(PersonneConnectee personne) {
        return ((Membre) personne).fonction().espace();
    }

    @Override
    public void ecrire(DataOutputStream sortie, PersonneConnectee personne) throws IOException {
        var membre = (Membre) personne;
        sortie.writeLong(membre.compte().getMostSignificantBits());
        sortie.writeLong(membre.compte().getLeastSignificantBits());
        sortie.writeUTF(membre.fonction().name());
        sortie.writeUTF(membre.entreprise().map(UUID::toString).orElse(""));
        sortie.writeUTF(membre.nom());
        sortie.writeLong(membre.depuis().getEpochSecond());
        sortie.writeInt(membre.depuis().getNano());
    }

    @Override
    public Membre lire(DataInputStream entree) throws IOException {
        var compte = new UUID(entree.readLong(), entree.readLong());
        var fonction = Fonction.valueOf(entree.readUTF());
        var entreprise = entree.readUTF();
        var nom = entree.readUTF();
        var depuis = Instant.ofEpochSecond(entree.readLong(), entree.readInt());
        return new Membre(
                compte,
                fonction,
                entreprise.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(entreprise)),
                nom,
                depuis);
    }
}
