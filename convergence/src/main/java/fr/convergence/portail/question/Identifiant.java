package fr.convergence.portail.question;

import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Bic;
import fr.convergence.socle.identifiant.Iban;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.Siren;
import fr.convergence.socle.identifiant.Siret;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Les questions dont la réponse est un identifiant ou une coordonnée que le socle sait lire. */
public enum Identifiant implements TypeSimple {
    COURRIEL(AdresseElectronique::lire, AdresseElectronique::valeur),
    TELEPHONE(Telephone::lire, Telephone::affichage),
    IBAN(Iban::lire, Iban::affichage),
    BIC(Bic::lire, Bic::valeur),
    SIREN(Siren::lire, Siren::affichage),
    SIRET(Siret::lire, Siret::affichage);

    private final Function<String, Optional<Message>> refus;
    private final Function<String, Optional<String>> canonique;
    private final Function<String, Optional<String>> affichage;

    <T> Identifiant(Function<String, Lecture<T>> lecture, Function<T, String> affichage) {
        this.refus = saisie -> lecture.apply(saisie).siRefusee().map(r -> new Message(r.cle(), r.arguments()));
        this.canonique = saisie -> lecture.apply(saisie).siLue().map(Object::toString);
        this.affichage = saisie -> lecture.apply(saisie).siLue().map(affichage);
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
        return refus.apply(valeur.texte());
    }

    @Override
    public String canonique(String saisie) {
        return canonique.apply(saisie).orElse(saisie);
    }

    @Override
    public String saisie(Valeur valeur) {
        return affichage.apply(valeur.texte()).orElse(valeur.texte());
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return List.of(saisie(valeur));
    }
}
