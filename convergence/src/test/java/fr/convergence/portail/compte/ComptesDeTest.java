package fr.convergence.portail.compte;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.NomUtilisateur;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Des comptes actifs, chacun neuf, dont le test connaît les secrets. */
public final class ComptesDeTest {

    public static final String MOT_DE_PASSE = "Girafe-violette-42-tulipes";
    public static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    public static final CleCandidat CHU = CleCandidat.lire("GHT", "OCC-04").orElseThrow();

    private static final AtomicInteger SUIVANT = new AtomicInteger();

    private final OuvrirComptePret ouvrir;
    private final Clock horloge;

    public ComptesDeTest(OuvrirComptePret ouvrir, Clock horloge) {
        this.ouvrir = ouvrir;
        this.horloge = horloge;
    }

    public Compte referent(CleCandidat... candidats) {
        return compte(Role.REFERENT, null, null, candidats.length == 0 ? List.of(CHU) : List.of(candidats));
    }

    public Compte ars(Region region) {
        return compte(Role.ARS, region, SECRET, List.of());
    }

    /** Un membre de l'équipe dont l'application d'authentification est reliée. */
    public Compte membre(Role role) {
        return compte(role, null, SECRET, List.of());
    }

    /** Un membre qui n'a encore relié aucune application. */
    public Compte membreSansApplication(Role role) {
        return compte(role, null, null, List.of());
    }

    public Connecte connecte(Compte compte) {
        return new Connecte(compte.id(), compte.role(), compte.nomComplet(), compte.perimetre(), horloge.instant());
    }

    /** Le code que l'application affiche maintenant. */
    public String codeDApplication() {
        try {
            return new DefaultCodeGenerator().generate(SECRET, horloge.instant().getEpochSecond() / 30);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Compte compte(
            Role role, @Nullable Region region, @Nullable String secret, List<CleCandidat> etablissements) {
        var rang = SUIVANT.incrementAndGet();
        return ouvrir.executer(new ComptePret(
                role,
                region,
                new NomUtilisateur("essai." + rang),
                new AdresseElectronique("essai." + rang + "@chu.example.fr"),
                Civilite.MADAME,
                "Durand",
                "Claire",
                new Telephone("+33467336733"),
                MOT_DE_PASSE,
                secret,
                etablissements));
    }
}
