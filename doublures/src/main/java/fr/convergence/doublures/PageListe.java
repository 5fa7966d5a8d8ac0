package fr.convergence.doublures;

import java.util.List;
import java.util.stream.Collectors;

/** La liste, les plus récents d'abord, par tranches suivies de la dernière ligne lue. */
record PageListe(String recherche, boolean direct, List<Enveloppe> lignes, boolean reste) {

    private static final int PAR_PAGE = 50;
    private static final int SECONDES = 5;

    static PageListe de(Demande demande, CourrielsRecus courriels) {
        var recherche = demande.texte("a");
        var avant = demande.nombre("avant", Long.MAX_VALUE);
        var lignes = courriels
                .recents(e -> e.id() < avant && e.pour(recherche))
                .limit(PAR_PAGE + 1L)
                .toList();
        return new PageListe(
                recherche,
                demande.texte("direct").equals("oui"),
                lignes.stream().limit(PAR_PAGE).toList(),
                lignes.size() > PAR_PAGE);
    }

    ReponseHttp reponse() {
        var titre = recherche.isEmpty() ? "E-mails reçus" : "E-mails pour « " + recherche + " »";
        var reponse = ReponseHttp.page(200, Html.page(titre, "/", outils() + liste() + suite()));
        return direct ? reponse.avec("Refresh", String.valueOf(SECONDES)) : reponse;
    }

    private String outils() {
        return """
                <form class="recherche" role="search" action="/" method="get">
                <label for="a">Destinataire</label>
                <input id="a" name="a" type="search" value="%s" autocomplete="off">
                <button>Rechercher</button>
                </form>
                <p class="actions"><a href="%s">Actualiser</a> <a href="%s">%s</a></p>
                """.formatted(
                        Html.echapper(recherche),
                        adresse(direct),
                        adresse(!direct),
                        direct ? "Arrêter l’actualisation automatique" : "Actualiser toutes les 5 secondes");
    }

    private String liste() {
        if (lignes.isEmpty()) {
            return recherche.isEmpty()
                    ? "<p class=\"vide\">Aucun e-mail pour l’instant. Les envois du portail apparaîtront ici.</p>"
                    : "<p class=\"vide\">Aucun e-mail pour ce destinataire. <a href=\"/\">Voir tous les e-mails</a></p>";
        }
        return lignes.stream()
                .map(PageListe::ligne)
                .collect(Collectors.joining("\n", "<ul class=\"courriels\">", "</ul>"));
    }

    private static String ligne(Enveloppe e) {
        return """
                <li><a href="/courriels/%d">%s</a>
                <span class="pour">pour %s</span>
                <span class="quand">%s</span></li>""".formatted(
                        e.id(),
                        Html.echapper(e.objet().isBlank() ? "(sans objet)" : e.objet()),
                        Html.echapper(destinataires(e.a())),
                        Html.date(e.recuLe()));
    }

    private static String destinataires(List<String> a) {
        return a.size() <= 3 ? String.join(", ", a) : a.getFirst() + " et " + (a.size() - 1) + " autres";
    }

    private String suite() {
        var plus = reste
                ? "<p><a href=\"/?a=%s&amp;avant=%d\">E-mails plus anciens</a></p>"
                        .formatted(Html.parametre(recherche), lignes.getLast().id())
                : "";
        return lignes.isEmpty() ? plus : plus + """
                        <form class="effacement" action="/effacement" method="post">
                        <button>Effacer tous les courriels</button>
                        </form>
                        """;
    }

    private String adresse(boolean enDirect) {
        return "/?a=" + Html.parametre(recherche) + (enDirect ? "&amp;direct=oui" : "");
    }
}
