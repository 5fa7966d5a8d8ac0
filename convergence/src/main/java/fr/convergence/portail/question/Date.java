package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genre;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Un jour du calendrier : « 30/06/2026 ». Gardé « 2026-06-30 ». */
public record Date(Optional<LocalDate> min, Optional<LocalDate> max) implements TypeSimple {

    private static final Pattern FRANCAISE = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter STRICTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
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
    public String canonique(String saisie) {
        var francaise = FRANCAISE.matcher(saisie);
        var iso = francaise.matches()
                ? "%s-%2s-%2s"
                        .formatted(francaise.group(3), francaise.group(2), francaise.group(1))
                        .replace(' ', '0')
                : saisie;
        return jour(iso).isPresent() ? iso : saisie;
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        var jour = jour(valeur.texte());
        if (jour.isEmpty()) {
            return Optional.of(new Message("question.date.forme"));
        }
        if (min.filter(jour.get()::isBefore).isPresent()) {
            return Optional.of(new Message("question.date.min", Formats.date(min.get())));
        }
        return max.filter(jour.get()::isAfter).map(m -> new Message("question.date.max", Formats.date(m)));
    }

    @Override
    public List<String> textes(Valeur valeur) {
        return List.of(jour(valeur.texte()).map(Formats::date).orElse(valeur.texte()));
    }

    @Override
    public String saisie(Valeur valeur) {
        return jour(valeur.texte()).map(SAISIE::format).orElse(valeur.texte());
    }

    private static Optional<LocalDate> jour(String iso) {
        try {
            return ISO.matcher(iso).matches() ? Optional.of(LocalDate.parse(iso, STRICTE)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
