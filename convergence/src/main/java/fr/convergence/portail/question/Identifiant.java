package fr.convergence.portail.question;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Bic;
import fr.convergence.socle.identifiant.Iban;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Siren;
import fr.convergence.socle.identifiant.Siret;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Les questions dont la réponse est un identifiant ou une coordonnée que le socle sait lire. */
enum Identifiant implements TypeSimple {
    NOM("nom", NomDePersonne::lire, NomDePersonne::valeur),
    COURRIEL("courriel", AdresseElectronique::lire, AdresseElectronique::valeur),
    TELEPHONE("telephone", Telephone::lire, Telephone::affichage),
    IBAN("iban", Iban::lire, Iban::affichage),
    BIC("bic", Bic::lire, Bic::valeur),
    SIREN("siren", Siren::lire, Siren::affichage),
    SIRET("siret", Siret::lire, Siret::affichage);

    /** Un texte lu : son refus, ou la forme qui se garde et celle qui se montre ; lui-même pour les deux s'il est refusé. */
    private record Lu(Optional<Message> refus, String canonique, String affichage) {}

    private final String code;
    private final Function<String, Lu> lecture;

    <T> Identifiant(String code, Function<String, Lecture<T>> lecture, Function<T, String> affichage) {
        this.code = code;
        this.lecture = texte -> switch (lecture.apply(texte)) {
            case Lecture.Lue<T>(var lu) -> new Lu(Optional.empty(), lu.toString(), affichage.apply(lu));
            case Lecture.Refusee<T>(var refus) ->
                new Lu(Optional.of(new Message(refus.cle(), refus.arguments())), texte, texte);
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String gabarit() {
        return "identifiant";
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return lecture.apply(valeur.texte()).refus();
    }

    @Override
    public String canonique(String saisie) {
        return lecture.apply(saisie).canonique();
    }

    @Override
    public String saisie(Valeur valeur) {
        return lecture.apply(valeur.texte()).affichage();
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return List.of(saisie(valeur));
    }
}
