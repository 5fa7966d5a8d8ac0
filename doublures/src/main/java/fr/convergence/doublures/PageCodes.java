package fr.convergence.doublures;

import java.util.List;
import java.util.stream.Collectors;

/** Les codes des authentificateurs de démonstration : celui du moment, et le suivant pour qui tape lentement. */
record PageCodes(boolean direct, List<CodesDuMoment.Code> codes) {

    static PageCodes de(Demande demande, List<CodesDuMoment.Code> codes) {
        return new PageCodes(demande.texte("direct").equals("oui"), codes);
    }

    ReponseHttp reponse() {
        var reponse =
                ReponseHttp.page(200, Html.page("Codes d’application", "/codes", codes.isEmpty() ? vide() : contenu()));
        return direct && !codes.isEmpty()
                ? reponse.avec("Refresh", String.valueOf(codes.getFirst().secondesRestantes()))
                : reponse;
    }

    private static String vide() {
        return "<p class=\"vide\">Aucun compte de démonstration n’emploie d’application d’authentification.</p>";
    }

    private String contenu() {
        return """
                <p>Ce que montrerait l’application d’authentification du téléphone de chaque personne.
                Ces codes changent dans %d s.</p>
                <p class="actions"><a href="/codes%s">Actualiser</a> <a href="/codes%s">%s</a></p>
                <ul class="codes">%s</ul>
                """.formatted(
                        codes.getFirst().secondesRestantes(),
                        direct ? "?direct=oui" : "",
                        direct ? "" : "?direct=oui",
                        direct ? "Arrêter l’actualisation automatique" : "Actualiser à chaque changement",
                        codes.stream().map(PageCodes::ligne).collect(Collectors.joining("\n")));
    }

    private static String ligne(CodesDuMoment.Code code) {
        return """
                <li><span class="qui">%s <span>%s</span></span>
                <span class="code">%s</span>
                <span class="suivant">puis %s</span></li>""".formatted(
                Html.echapper(code.nom()), Html.echapper(code.compte()), enDeux(code.code()), enDeux(code.suivant()));
    }

    /** En deux groupes que seule la mise en page sépare : le code se copie d'un bloc. */
    private static String enDeux(String code) {
        return "<span>" + code.substring(0, 3) + "</span><span>" + code.substring(3) + "</span>";
    }
}
