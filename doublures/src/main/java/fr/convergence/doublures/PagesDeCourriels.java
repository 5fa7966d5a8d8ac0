package fr.convergence.doublures;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Les pages : la liste, un courriel, les codes. */
final class PagesDeCourriels {

    private static final String ICONE = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="1" y="3" width="14" height="10" rx="1" \
            fill="#000091"/><path d="m2 4 6 5 6-5" fill="none" stroke="#fff" stroke-width="1.4"/></svg>
            """;

    // Le HTML d'un courriel est celui d'un inconnu : ni script, ni requête, ni formulaire ; un lien s'ouvre à part.
    private static final String POLITIQUE_DU_CONTENU =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:;"
                    + " style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'";

    private static final Pattern TETE = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
    private static final String AILLEURS = "<base target=\"_blank\">";

    private final CourrielsRecus courriels;
    private final CodesDuMoment codes;

    PagesDeCourriels(CourrielsRecus courriels, CodesDuMoment codes) {
        this.courriels = courriels;
        this.codes = codes;
    }

    ReponseHttp repondre(Demande demande) throws IOException {
        var chemin = demande.chemin();
        if (demande.methode().equals("POST")) {
            return chemin.size() == 1 && chemin.getFirst().equals("effacement") ? effacer() : introuvable();
        }
        return switch (chemin.size()) {
            case 0 -> liste(demande);
            case 1 -> fixe(chemin.getFirst(), demande);
            default -> chemin.getFirst().equals("courriels") ? courriel(demande) : introuvable();
        };
    }

    private ReponseHttp liste(Demande demande) {
        return PageListe.de(demande, courriels).reponse();
    }

    private ReponseHttp fixe(String nom, Demande demande) {
        return switch (nom) {
            case "codes" -> PageCodes.de(demande, codes.tous()).reponse();
            case "style.css" -> ReponseHttp.de("text/css; charset=utf-8", Html.STYLE);
            case "icone.svg" -> ReponseHttp.de("image/svg+xml", ReponseHttp.utf8(ICONE));
            default -> introuvable();
        };
    }

    private ReponseHttp courriel(Demande demande) throws IOException {
        var chemin = demande.chemin();
        var enveloppe = courriels.enveloppe(demande.numero(1));
        var contenu = enveloppe.isEmpty() ? Optional.<InputStream>empty() : courriels.contenu(demande.numero(1));
        if (contenu.isEmpty()) {
            return introuvable();
        }
        try (var entree = contenu.get()) {
            if (chemin.size() == 4 && chemin.get(2).equals("pieces")) {
                return piece(entree, (int) demande.numero(3));
            }
            return switch (chemin.size() == 2 ? "" : chemin.get(2)) {
                case "" -> page(enveloppe.get(), entree);
                case "html" -> html(LectureMime.lire(enveloppe.get(), entree));
                case "brut" -> ReponseHttp.de("text/plain; charset=utf-8", entree.readAllBytes());
                default -> introuvable();
            };
        }
    }

    private static ReponseHttp page(Enveloppe enveloppe, InputStream entree) throws IOException {
        var octets = entree.readAllBytes();
        var courriel = LectureMime.lire(enveloppe, new ByteArrayInputStream(octets));
        return new PageCourriel(courriel, entetes(octets)).reponse();
    }

    private static ReponseHttp html(Courriel courriel) {
        var tete = TETE.matcher(courriel.html());
        var contenu = tete.find()
                ? courriel.html().substring(0, tete.end())
                        + AILLEURS
                        + courriel.html().substring(tete.end())
                : AILLEURS + courriel.html();
        return ReponseHttp.page(200, contenu).avec("Content-Security-Policy", POLITIQUE_DU_CONTENU);
    }

    private static ReponseHttp piece(InputStream entree, int rang) throws IOException {
        var piece = rang < 0 ? Optional.<LectureMime.Piece>empty() : LectureMime.piece(entree, rang);
        if (piece.isEmpty()) {
            return introuvable();
        }
        try (var octets = piece.get().partie().getInputStream()) {
            return ReponseHttp.de("application/octet-stream", octets.readAllBytes())
                    .avec(
                            "Content-Disposition",
                            "attachment; filename*=UTF-8''"
                                    + Html.parametre(piece.get().nom()).replace("+", "%20"));
        } catch (MessagingException e) {
            return introuvable();
        }
    }

    private ReponseHttp effacer() throws IOException {
        courriels.effacerTout();
        return ReponseHttp.vers("/");
    }

    private static ReponseHttp introuvable() {
        return ReponseHttp.page(
                404,
                Html.page(
                        "Page introuvable",
                        "",
                        "<p>Cet e-mail a peut-être été effacé : la boîte ne garde que les plus récents.</p>"
                                + "<p><a href=\"/\">Voir tous les e-mails</a></p>"));
    }

    private static String entetes(byte[] octets) {
        var source = new String(octets, 0, Math.min(octets.length, 64 * 1024), StandardCharsets.UTF_8);
        var fin = source.indexOf("\r\n\r\n");
        return fin < 0 ? source : source.substring(0, fin);
    }
}
