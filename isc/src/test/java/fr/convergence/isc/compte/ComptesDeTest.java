package fr.convergence.isc.compte;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.entreprise.Entreprise;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Secrets;
import fr.convergence.socle.site.Langue;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Des comptes actifs et des entreprises, chacun neuf, dont le test connaît les secrets. */
public final class ComptesDeTest {

    public static final String MOT_DE_PASSE = "Girafe-violette-42-tulipes";
    public static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static final AtomicInteger SUIVANT = new AtomicInteger();

    private final CreerCompte creer;
    private final Entreprises entreprises;
    private final Secrets secrets;
    private final Clock horloge;

    public ComptesDeTest(CreerCompte creer, Entreprises entreprises, Secrets secrets, Clock horloge) {
        this.creer = creer;
        this.entreprises = entreprises;
        this.secrets = secrets;
        this.horloge = horloge;
    }

    /** Une entreprise étrangère : son identifiant n'a pas de clé. */
    public Entreprise entreprise() {
        var rang = SUIVANT.incrementAndGet();
        return entreprises.trouverOuCreer(
                new IdentifiantNational(TypeIdentifiant.KVK, "%08d".formatted(rang)),
                "Logiciels d'essai " + rang,
                "1 rue de l'Essai",
                "NL");
    }

    /** Son application d'authentification est reliée. */
    public UUID mandataire(Entreprise entreprise) {
        return avecApplication(Fonction.MANDATAIRE, entreprise.id());
    }

    public UUID operateur() {
        return avecApplication(Fonction.OPERATEUR, null);
    }

    public UUID membre(Fonction fonction, Entreprise entreprise) {
        return compte(fonction, entreprise.id());
    }

    /** Le code que l'application affiche maintenant. */
    public String codeDApplication() {
        try {
            return new DefaultCodeGenerator().generate(SECRET, horloge.instant().getEpochSecond() / 30);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID avecApplication(Fonction fonction, @Nullable UUID entreprise) {
        var compte = compte(fonction, entreprise);
        secrets.lier(compte, SECRET, CodesTotp.AUCUN_PAS);
        return compte;
    }

    private UUID compte(Fonction fonction, @Nullable UUID entreprise) {
        var rang = SUIVANT.incrementAndGet();
        return creer.pret(
                new NouveauCompte(
                        fonction,
                        entreprise,
                        new NomUtilisateur("essai." + rang),
                        new AdresseElectronique("essai." + rang + "@logiciels.example"),
                        Civilite.MADAME,
                        "Durand",
                        "Claire",
                        new Telephone("+33467336733"),
                        null,
                        Langue.FRANCAIS),
                MOT_DE_PASSE);
    }
}
