package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genre;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.identifiant.Jour;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Un jour du calendrier : « 30/06/2026 ». Gardé « 2026-06-30 ». */
public record Date(Optional<LocalDate> min, Optional<LocalDate> max) implements TypeSimple {

    private static final Pattern ISO = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter SAISIE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Genre<LocalDate> JOUR =
            Genres.motif("une date comme « 2026-06-30 »", ISO, LocalDate.EPOCH, Date::jour);

    Date(Fiche fiche) {
        this(fiche.facultatif("min", JOUR), fiche.facultatif("max", JOUR));
        if (min.isPresent() && max.isPresent() && min.get().isAfter(max.get())) {
            fiche.refuser("max", "avant « min » : aucune réponse ne conviendrait");
        }
    }

    @Override
    public String code() {
        return "date";
    }

    @Override
    public String canonique(String saisie) {
        return jour(saisie).map(LocalDate::toString).orElse(saisie);
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return switch (Jour.lire(valeur.texte())) {
            case Lecture.Refusee<LocalDate>(var refus) -> Optional.of(new Message(refus.cle(), refus.arguments()));
            case Lecture.Lue<LocalDate>(var jour) -> horsBornes(jour);
        };
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return List.of(jour(valeur.texte()).map(Formats::date).orElse(valeur.texte()));
    }

    @Override
    public String saisie(Valeur valeur) {
        return jour(valeur.texte()).map(SAISIE::format).orElse(valeur.texte());
    }

    private Optional<Message> horsBornes(LocalDate jour) {
        if (min.filter(jour::isBefore).isPresent()) {
            return Optional.of(new Message("question.date.min", Formats.date(min.get())));
        }
        return max.filter(jour::isAfter).map(m -> new Message("question.date.max", Formats.date(m)));
    }

    private static Optional<LocalDate> jour(String texte) {
        return Jour.lire(texte).siLue();
    }
}
