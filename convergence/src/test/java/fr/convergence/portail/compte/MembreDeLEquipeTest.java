package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.NomUtilisateur;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ce que l'opérateur saisit d'un membre de l'équipe se tient. */
@Tag("ADM-1")
final class MembreDeLEquipeTest {

    /** Un référent s'inscrit lui-même ; un vérificateur régional a une région, et lui seul. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void l_operateur_invite_l_equipe_et_dit_la_region_de_qui_en_a_une(Role role) {
        if (role == Role.REFERENT) {
            assertThatIllegalArgumentException().isThrownBy(() -> membre(role, null));
            assertThatIllegalArgumentException().isThrownBy(() -> membre(role, Region.BRETAGNE));
            return;
        }
        var sienne = role.regional() ? Region.BRETAGNE : null;
        assertThat(membre(role, sienne).region()).isEqualTo(sienne);
        assertThatIllegalArgumentException().isThrownBy(() -> membre(role, role.regional() ? null : Region.BRETAGNE));
    }

    private static MembreDeLEquipe membre(Role role, @Nullable Region region) {
        return new MembreDeLEquipe(
                role,
                region,
                new NomUtilisateur("ines.roux"),
                new AdresseElectronique("ines.roux@ars.example.fr"),
                Civilite.MADAME,
                "Roux",
                "Inès");
    }
}
