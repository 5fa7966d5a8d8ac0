package fr.convergence.socle.page;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.site.Langue;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Ce que tout gabarit reçoit en plus de sa page : textes, formats, adresses, entête, jeton anti-rejeu.
 *
 * <p>Construit à chaque requête par {@link RenduDePage}.
 */
public final class Cadre {

    /** Nom du champ qui porte la clé d'un formulaire. */
    public static final String CLE_D_ENVOI = "_cle";

    /** Nom du champ qui dit, sans le nommer, de quel compte est un formulaire. */
    public static final String AUTEUR = "_de";

    private final HttpServletRequest requete;
    private final Textes textes;
    private final Statique statique;
    private final Marque marque;
    private final Bandeau bandeau;
    private final @Nullable Annonce annonce;
    private final TemplateEngine moteur;
    private final Map<String, String> noms = new HashMap<>();
    private final Set<String> demandes = new HashSet<>();

    Cadre(
            HttpServletRequest requete,
            Textes textes,
            Statique statique,
            Marque marque,
            Bandeau bandeau,
            @Nullable Annonce annonce,
            TemplateEngine moteur) {
        this.moteur = moteur;
        this.requete = requete;
        this.textes = textes;
        this.statique = statique;
        this.marque = marque;
        this.bandeau = bandeau;
        this.annonce = annonce;
    }

    public String t(String cle, Object... args) {
        return textes.de(cle, args);
    }

    public @Nullable String t(@Nullable Message message) {
        return message == null ? null : textes.de(message);
    }

    /** Un texte que le site a écrit hors des recueils : le refus d'un fichier, le défaut d'une définition. */
    public String ecrit(String texte) {
        return Typographie.composer(texte);
    }

    /** Le nom d'un champ, tel que la page le montre ; le premier dit reste. */
    public void nommer(String champ, @Nullable String libelle) {
        if (libelle != null && !libelle.isEmpty()) {
            noms.putIfAbsent(champ, libelle);
        }
    }

    /** Une erreur telle que le résumé la dit : « Adresse e-mail : … » ; plusieurs quand le champ en a plusieurs. */
    public List<String> nommees(Erreurs.Erreur erreur) {
        return textes.de(erreur.message())
                .lines()
                .map(message -> nommee(erreur.champ(), message))
                .toList();
    }

    private String nommee(String champ, String message) {
        var nom = noms.get(champ);
        if (nom == null) {
            demandes.add(champ);
            return message;
        }
        // « J'ai lu les conditions. » nomme sa case : le point d'une phrase ne précède pas les deux-points.
        return nom.endsWith("?") || nom.endsWith(":")
                ? nom + " " + message
                : textes.de(
                        "page.erreurs.nommee", nom.endsWith(".") ? nom.substring(0, nom.length() - 1) : nom, message);
    }

    /** Vrai quand le résumé, écrit avant les champs, a cité des champs dont le nom n'est venu qu'après. */
    boolean aRedire() {
        demandes.retainAll(noms.keySet());
        var aRedire = !demandes.isEmpty();
        demandes.clear();
        return aRedire;
    }

    /** Celle de la page. */
    public Langue langue() {
        return textes.langue();
    }

    /** Les autres langues où lire cette page, et le lien qui y mène ; aucune quand elle répond à un envoi, qui se perdrait. */
    public Map<Langue, String> autresLangues() {
        var autres = new EnumMap<Langue, String>(Langue.class);
        if (!rendue()) {
            textes.langues().stream()
                    .filter(langue -> langue != langue())
                    .forEach(langue -> autres.put(langue, adresseEn(langue)));
        }
        return autres;
    }

    private String adresseEn(Langue langue) {
        var adresse = new StringBuilder(requete.getRequestURI()).append('?');
        var parametres = requete.getQueryString();
        if (parametres != null) {
            Arrays.stream(parametres.split("&"))
                    .filter(parametre -> !parametre.startsWith("langue="))
                    .forEach(parametre -> adresse.append(parametre).append('&'));
        }
        return adresse.append("langue=").append(langue.code()).toString();
    }

    public String nombre(String cle, long n) {
        return textes.nombre(cle, n);
    }

    public String statique(String nom) {
        return statique.adresse(nom);
    }

    public String date(LocalDate jour) {
        return Formats.date(jour, textes.langue());
    }

    public String date(Instant instant) {
        return Formats.date(instant, textes.langue());
    }

    public String dateHeure(Instant instant) {
        return Formats.dateHeure(instant, textes.langue());
    }

    public String heure(Instant instant) {
        return Formats.heure(instant);
    }

    public String montant(long centimes) {
        return Formats.montant(centimes);
    }

    public String taille(long octets) {
        return Formats.taille(octets);
    }

    /**
     * Un gabarit choisi par la donnée et non par la page : celui d'un type de question.
     *
     * @param gabarit chemin sans suffixe, « portail/question/texte_court » ; il reçoit page et cadre
     */
    public Content inclure(String gabarit, Object page) {
        return sortie -> moteur.render(gabarit + ".jte", Map.of("page", page, "cadre", this), sortie);
    }

    /** Vrai quand ce gabarit existe. */
    public boolean connait(String gabarit) {
        return moteur.hasTemplate(gabarit + ".jte");
    }

    public Marque marque() {
        return marque;
    }

    public Bandeau bandeau() {
        return bandeau;
    }

    public @Nullable Annonce annonce() {
        return annonce;
    }

    public String chemin() {
        return requete.getRequestURI();
    }

    /** Vrai d'une page qui répond à un envoi : elle rend ce qui fut écrit, à corriger ou à confirmer, et rien n'en est gardé. */
    public boolean rendue() {
        return "POST".equals(requete.getMethod());
    }

    /** Les fichiers de ce champ que la page, rendue avec une erreur, demande de choisir de nouveau. */
    public FichiersAttendus fichiersARechoisir(String champ) {
        return rendue() ? FichiersAttendus.aRechoisir(requete, champ) : FichiersAttendus.AUCUN;
    }

    /** Nom du paramètre qui porte le jeton CSRF dans un formulaire. */
    public String csrfParametre() {
        return csrf().map(CsrfToken::getParameterName).orElse("_csrf");
    }

    /** Nom de l'en-tête qui le porte dans une requête de script. */
    public String csrfEntete() {
        return csrf().map(CsrfToken::getHeaderName).orElse("X-CSRF-TOKEN");
    }

    /** Jeton CSRF de cette session ; le demander ouvre une session, il ne se demande donc que dans un formulaire. */
    public String csrfJeton() {
        return csrf().map(CsrfToken::getToken).orElse("");
    }

    /** La clé d'un formulaire : envoyé deux fois, il ne se fait qu'une. Chaque formulaire a la sienne. */
    public String cleDEnvoi() {
        return Uuid.v7().toString();
    }

    /** Absent de la page d'erreur d'une requête arrêtée avant le filtre qui le pose. */
    private Optional<CsrfToken> csrf() {
        return Optional.ofNullable((CsrfToken) requete.getAttribute(CsrfToken.class.getName()));
    }
}
