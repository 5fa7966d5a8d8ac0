package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Textes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Le menu latéral de « Votre compte », pour les pages de ce paquet et celles des autres. */
@Component
public final class MenuDuCompte {

    private static final Set<Role> TOUS = EnumSet.allOf(Role.class);
    private static final Set<Role> REFERENTS = Set.of(Role.REFERENT);

    private static final List<Rubrique> RUBRIQUES = List.of(
            new Rubrique("profil.informations", ProfilController.COMPTE, TOUS, 10),
            new Rubrique("profil.mot-de-passe", MotDePasseController.CHEMIN, TOUS, 20),
            new Rubrique("profil.etablissements", EtablissementsController.CHEMIN, REFERENTS, 30),
            new Rubrique("profil.sessions", SessionsController.CHEMIN, TOUS, 40),
            new Rubrique("profil.donnees", DonneesController.CHEMIN, TOUS, 50));

    private final ObjectProvider<Rubrique> autres;
    private final Textes textes;

    MenuDuCompte(ObjectProvider<Rubrique> autres, Textes textes) {
        this.autres = autres;
        this.textes = textes;
    }

    /** @param courante chemin de la rubrique où l'on est */
    public List<Lien> pour(Connecte qui, String courante) {
        return Stream.concat(RUBRIQUES.stream(), autres.stream())
                .filter(rubrique -> rubrique.roles().contains(qui.role()))
                .sorted(Comparator.comparingInt(Rubrique::rang))
                .map(rubrique -> new Lien(
                        textes.de(rubrique.cle()),
                        rubrique.chemin(),
                        rubrique.chemin().equals(courante)))
                .toList();
    }
}
