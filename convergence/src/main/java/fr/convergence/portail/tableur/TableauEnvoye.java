package fr.convergence.portail.tableur;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Un fichier CSV lu : ce qu'un tableur enregistre, en UTF-8 ou dans l'encodage de Windows. */
public record TableauEnvoye(List<Ligne> lignes) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char SEPARATEUR = ';';
    private static final int LIGNES_AU_PLUS = 20_000;

    public TableauEnvoye {
        lignes = List.copyOf(lignes);
    }

    /**
     * @param numero celui que montre un tableur, l'en-tête étant la ligne 1
     * @param defaut pourquoi elle ne se lit pas ; ses valeurs sont alors vides
     */
    public record Ligne(int numero, Map<String, String> valeurs, Optional<Message> defaut) {

        public String de(String colonne) {
            return FormeNormale.texte(brut(colonne));
        }

        /** Signe pour signe : un mot de passe. */
        public String brut(String colonne) {
            return valeurs.getOrDefault(colonne, "");
        }
    }

    /** Ce qu'il en est du fichier. */
    public sealed interface Lecture {
        record Lue(TableauEnvoye tableau) implements Lecture {}

        record Refusee(Message pourquoi) implements Lecture {}
    }

    /** @param colonnes celles qu'il faut ; d'autres ne gênent pas */
    public static Lecture lire(byte[] octets, List<String> colonnes) {
        var lignes = texte(octets).lines().toList();
        var entete = lignes.isEmpty()
                ? List.<String>of()
                : decouper(lignes.getFirst()).orElse(List.of()).stream()
                        .map(nom -> FormeNormale.texte(nom).toLowerCase(Locale.FRENCH))
                        .toList();
        var manquantes = colonnes.stream().filter(nom -> !entete.contains(nom)).toList();
        if (!manquantes.isEmpty()) {
            return new Lecture.Refusee(new Message("tableur.colonnes", String.join(", ", manquantes)));
        }
        var doubles = colonnes.stream()
                .filter(nom -> Collections.frequency(entete, nom) > 1)
                .toList();
        if (!doubles.isEmpty()) {
            return new Lecture.Refusee(new Message("tableur.colonnes-doubles", String.join(", ", doubles)));
        }
        if (lignes.size() > LIGNES_AU_PLUS + 1) {
            return new Lecture.Refusee(new Message("tableur.trop", LIGNES_AU_PLUS));
        }
        var lues = new ArrayList<Ligne>();
        for (var i = 1; i < lignes.size(); i++) {
            if (!FormeNormale.vide(lignes.get(i))) {
                lues.add(ligne(i + 1, lignes.get(i), entete));
            }
        }
        return lues.isEmpty()
                ? new Lecture.Refusee(new Message("tableur.vide"))
                : new Lecture.Lue(new TableauEnvoye(lues));
    }

    /** Vide quand un guillemet n'est pas refermé : un champ ne s'étend jamais sur deux lignes. */
    public static Optional<List<String>> decouper(String texte) {
        var champs = new ArrayList<String>();
        var champ = new StringBuilder();
        var entreGuillemets = false;
        for (int i = 0; i < texte.length(); i++) {
            var c = texte.charAt(i);
            if (entreGuillemets && c == '"' && i + 1 < texte.length() && texte.charAt(i + 1) == '"') {
                champ.append(c);
                i++;
            } else if (c == '"' && (entreGuillemets || champ.isEmpty())) {
                entreGuillemets = !entreGuillemets;
            } else if (c == SEPARATEUR && !entreGuillemets) {
                champs.add(champ.toString());
                champ.setLength(0);
            } else {
                champ.append(c);
            }
        }
        champs.add(champ.toString());
        return entreGuillemets ? Optional.empty() : Optional.of(champs);
    }

    private static Ligne ligne(int numero, String texte, List<String> entete) {
        var champs = decouper(texte);
        if (champs.isEmpty()) {
            return new Ligne(numero, Map.of(), Optional.of(new Message("tableur.guillemet")));
        }
        if (champs.get().size() != entete.size()) {
            return new Ligne(
                    numero,
                    Map.of(),
                    Optional.of(new Message("tableur.largeur", champs.get().size(), entete.size())));
        }
        var valeurs = new HashMap<String, String>();
        for (var i = 0; i < entete.size(); i++) {
            valeurs.put(entete.get(i), champs.get().get(i));
        }
        return new Ligne(numero, valeurs, Optional.empty());
    }

    private static String texte(byte[] octets) {
        try {
            var texte = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return texte.startsWith("\uFEFF") ? texte.substring(1) : texte;
        } catch (CharacterCodingException e) {
            return new String(octets, WINDOWS);
        }
    }
}
