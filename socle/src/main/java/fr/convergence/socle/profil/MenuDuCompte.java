package fr.convergence.socle.profil;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Textes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Le menu latéral de « Votre compte », pour les pages communes et celles de chaque site. */
@Component
public final class MenuDuCompte {

    private static final List<Rubrique> COMMUNES = List.of(
            new Rubrique("profil.mot-de-passe", MotDePasseController.CHEMIN, 20),
            new Rubrique("profil.sessions", SessionsController.CHEMIN, 40));

    private final ObjectProvider<Rubrique> autres;
    private final Textes textes;

    MenuDuCompte(ObjectProvider<Rubrique> autres, Textes textes) {
        this.autres = autres;
        this.textes = textes;
    }

    /** @param courante chemin de la rubrique où l'on est */
    public List<Lien> pour(PersonneConnectee qui, String courante) {
        return Stream.concat(COMMUNES.stream(), autres.stream())
                .filter(rubrique -> rubrique.visible().test(qui))
                .sorted(Comparator.comparingInt(Rubrique::rang))
                .map(rubrique -> new Lien(
                        textes.de(rubrique.cle()),
                        rubrique.chemin(),
                        rubrique.chemin().equals(courante)))
                .toList();
    }
}
