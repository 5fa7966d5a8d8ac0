package fr.convergence.portail.question;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Bic;
import fr.convergence.socle.identifiant.Iban;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Siren;
import fr.convergence.socle.identifiant.Siret;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Message;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Les questions dont la réponse est un identifiant ou une coordonnée que le socle sait lire.
 *
 * <p>Ce qu'un texte donne à lire ne dépend que de lui, et chaque page relit les mêmes : chaque type retient ses dernières
 * lectures quelques minutes, le temps que la personne remplisse son formulaire (décision 0023).
 */
public enum Identifiant implements TypeSimple {
    NOM(NomDePersonne::lire, NomDePersonne::valeur),
    COURRIEL(AdresseElectronique::lire, AdresseElectronique::valeur),
    TELEPHONE(Telephone::lire, Telephone::affichage),
    IBAN(Iban::lire, Iban::affichage),
    BIC(Bic::lire, Bic::valeur),
    SIREN(Siren::lire, Siren::affichage),
    SIRET(Siret::lire, Siret::affichage);

    static final int LECTURES_RETENUES = 2_000;

    /** La plus longue adresse électronique ; un texte plus long n'est pas retenu, ni lisible. */
    private static final int LONGUEUR_RETENUE = 254;

    /** Un texte lu : son refus, ou la forme qui se garde et celle qui se montre ; lui-même pour les deux s'il est refusé. */
    private record Lu(Optional<Message> refus, String canonique, String affichage) {

        static final Duration RETENU = Duration.ofMinutes(5);
    }

    private final Function<String, Lu> lecture;

    private final Cache<String, Lu> lus = Caffeine.newBuilder()
            .expireAfterWrite(Lu.RETENU)
            .maximumSize(LECTURES_RETENUES)
            .executor(Runnable::run)
            .build();

    <T> Identifiant(Function<String, Lecture<T>> lecture, Function<T, String> affichage) {
        this.lecture = texte -> switch (lecture.apply(texte)) {
            case Lecture.Lue<T>(var lu) -> new Lu(Optional.empty(), lu.toString(), affichage.apply(lu));
            case Lecture.Refusee<T>(var refus) ->
                new Lu(Optional.of(new Message(refus.cle(), refus.arguments())), texte, texte);
        };
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String gabarit() {
        return "identifiant";
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return lu(valeur.texte()).refus();
    }

    @Override
    public String canonique(String saisie) {
        return lu(saisie).canonique();
    }

    @Override
    public String saisie(Valeur valeur) {
        return lu(valeur.texte()).affichage();
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return List.of(saisie(valeur));
    }

    /** Combien de lectures sont retenues. */
    long retenues() {
        lus.cleanUp();
        return lus.estimatedSize();
    }

    private Lu lu(String texte) {
        return texte.length() > LONGUEUR_RETENUE ? lecture.apply(texte) : lus.get(texte, lecture);
    }
}
