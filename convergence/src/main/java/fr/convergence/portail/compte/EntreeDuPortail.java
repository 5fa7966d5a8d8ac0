package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.acces.PersonneConnectee;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** Le portail a deux portes, celle des établissements et celle de l'équipe, et un espace par rôle. */
@Component
final class EntreeDuPortail implements EntreeDuSite {

    private static final String ETABLISSEMENTS = "/connexion";
    private static final String EQUIPE = "/connexion/equipe";

    private final Comptes comptes;

    EntreeDuPortail(Comptes comptes) {
        this.comptes = comptes;
    }

    @Override
    public boolean admet(AnnotatedElement route, PersonneConnectee personne) {
        var reserve = AnnotatedElementUtils.findMergedAnnotation(route, ReserveA.class);
        return reserve == null || List.of(reserve.value()).contains(((Connecte) personne).role());
    }

    /** Les espaces où seule l'équipe travaille : leur porte est la sienne. */
    @Override
    public String porte(String chemin) {
        return Arrays.stream(Role.values())
                        .filter(Role::equipe)
                        .map(Role::espace)
                        .anyMatch(espace -> (chemin + "/").startsWith(espace + "/"))
                ? EQUIPE
                : ETABLISSEMENTS;
    }

    @Override
    public Connecte connectee(UUID compte, Instant depuis) {
        return comptes.titulaire(compte).orElseThrow().connecte(depuis);
    }

    /** L'équipe, qui lit les dossiers des autres. */
    @Override
    public boolean exigeUnFacteurFort(UUID compte) {
        return comptes.titulaire(compte).filter(Compte::deLEquipe).isPresent();
    }

    @Override
    public String espace(PersonneConnectee personne) {
        return ((Connecte) personne).role().espace();
    }

    @Override
    public void ecrire(DataOutputStream sortie, PersonneConnectee personne) throws IOException {
        var connecte = (Connecte) personne;
        sortie.writeLong(connecte.compte().getMostSignificantBits());
        sortie.writeLong(connecte.compte().getLeastSignificantBits());
        sortie.writeUTF(connecte.role().name());
        sortie.writeUTF(connecte.nom());
        sortie.writeUTF(connecte.perimetre() instanceof Perimetre.Regional(var region) ? region.code() : "");
        sortie.writeLong(connecte.depuis().getEpochSecond());
        sortie.writeInt(connecte.depuis().getNano());
    }

    @Override
    public Connecte lire(DataInputStream entree) throws IOException {
        var compte = new UUID(entree.readLong(), entree.readLong());
        var role = Role.valueOf(entree.readUTF());
        var nom = entree.readUTF();
        var region = entree.readUTF();
        var depuis = Instant.ofEpochSecond(entree.readLong(), entree.readInt());
        return new Connecte(compte, role, nom, role.perimetre(region), depuis);
    }
}
