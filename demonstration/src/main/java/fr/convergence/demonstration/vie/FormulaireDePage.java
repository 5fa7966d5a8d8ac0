package fr.convergence.demonstration.vie;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Un formulaire d'une page, tel qu'un navigateur sans script le remplit et l'envoie. */
final class FormulaireDePage {

    private static final String BORD = "----formulaire-de-demonstration";

    private record Piece(String champ, String nom, byte[] contenu) {}

    private final Visite visite;
    private final FormElement formulaire;
    private final Element bouton;
    private final List<Piece> pieces = new ArrayList<>();

    FormulaireDePage(Visite visite, FormElement formulaire, Element bouton) {
        this.visite = visite;
        this.formulaire = formulaire;
        this.bouton = bouton;
    }

    /** Chaque réponse dont la page pose la question ; les autres ne se demandent pas ici. */
    FormulaireDePage saisirCeQuiSeDemande(Map<String, String> valeurs) {
        valeurs.forEach((nom, valeur) -> {
            if (!champs(nom).isEmpty()) {
                saisir(nom, valeur);
            }
        });
        return this;
    }

    FormulaireDePage saisir(String nom, String valeur) {
        var champs = champs(nom);
        if (champs.isEmpty()) {
            throw new IllegalStateException("Pas de champ « %s » sur %s".formatted(nom, visite.chemin()));
        }
        champs.forEach(champ -> poser(champ, valeur));
        return this;
    }

    /** La même valeur dans chaque champ dont le nom finit ainsi : une colonne d'un tableau. */
    FormulaireDePage saisirPartout(String fin, String valeur) {
        formulaire.elements().stream()
                .filter(champ ->
                        champ.attr("name").endsWith(fin) && !champ.attr("type").equals("hidden"))
                .forEach(champ -> poser(champ, valeur));
        return this;
    }

    FormulaireDePage joindre(String champ, String nom, byte[] contenu) {
        pieces.add(new Piece(champ, nom, contenu));
        return this;
    }

    Visite envoyer() throws IOException, InterruptedException {
        var champs = new ArrayList<>(formulaire.formData().stream()
                .map(champ -> Map.entry(champ.key(), champ.value()))
                .toList());
        if (bouton.hasAttr("name")) {
            champs.add(Map.entry(bouton.attr("name"), bouton.attr("value")));
        }
        var action = bouton.hasAttr("formaction") ? bouton.attr("formaction") : formulaire.attr("action");
        if (formulaire.attr("enctype").equals("multipart/form-data")) {
            return visite.envoyer(action, "multipart/form-data; boundary=" + BORD, enParties(champs));
        }
        var corps = champs.stream()
                .map(champ -> encoder(champ.getKey()) + "=" + encoder(champ.getValue()))
                .collect(Collectors.joining("&"));
        return visite.envoyer(action, "application/x-www-form-urlencoded", corps.getBytes(StandardCharsets.US_ASCII));
    }

    private List<Element> champs(String nom) {
        return formulaire.elements().stream()
                .filter(champ ->
                        champ.attr("name").equals(nom) && !champ.attr("type").equals("hidden"))
                .toList();
    }

    private static void poser(Element champ, String valeur) {
        switch (champ.attr("type") + champ.tagName()) {
            case "checkboxinput" -> champ.attr("checked", true);
            case "radioinput" -> champ.attr("checked", champ.attr("value").equals(valeur));
            case "select" ->
                champ.select("option")
                        .forEach(option -> option.attr("selected", option.val().equals(valeur)));
            default -> champ.val(valeur);
        }
    }

    private byte[] enParties(List<Map.Entry<String, String>> champs) throws IOException {
        var corps = new ByteArrayOutputStream();
        for (var champ : champs) {
            ecrire(
                    corps,
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(BORD, champ.getKey(), champ.getValue()));
        }
        for (var piece : pieces) {
            ecrire(corps, """
                    --%s\r
                    Content-Disposition: form-data; name="%s"; filename="%s"\r
                    Content-Type: application/pdf\r
                    \r
                    """.formatted(BORD, piece.champ(), piece.nom()));
            corps.write(piece.contenu());
            ecrire(corps, "\r\n");
        }
        ecrire(corps, "--" + BORD + "--\r\n");
        return corps.toByteArray();
    }

    private static void ecrire(ByteArrayOutputStream corps, String texte) throws IOException {
        corps.write(texte.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoder(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8);
    }
}
