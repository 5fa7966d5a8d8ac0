package fr.convergence.socle.contenu;

import fr.convergence.socle.lecture.PartieXml;
import fr.convergence.socle.lecture.PartieXml.Attributs;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Ce qu'une partie d'un document Office a d'actif, où qu'elle soit rangée : ce sont les relations, et non les chemins, qui
 * disent ce qu'est une partie. Un lien DDE de Word s'écrit en plusieurs morceaux d'une instruction de champ, et « DDE » dans
 * le texte n'en est pas un.
 */
final class PartieOffice implements PartieXml.Lecteur {

    /** Ceux qui ont quelque chose à dire ; une partie qui n'en a aucun n'a rien d'actif. */
    static final List<String> ELEMENTS = List.of(
            "instrtext",
            "fldsimple",
            "ddelink",
            "externalbook",
            "hlinkclick",
            "hlinkhover",
            "hlinkmouseover",
            "<ocx",
            ":ocx");

    private static final Pattern DDE = Pattern.compile("^[\\s\"]*dde(auto)?\\b.*", Pattern.DOTALL);
    private static final String LANCEMENT = "ppaction://program";
    private static final int GARDES = 512;

    private final StringBuilder instruction = new StringBuilder();
    private boolean dansUneInstruction;
    private boolean dde;
    private boolean lien;
    private boolean lancement;
    private boolean objet;

    @Override
    public void debut(String nom, Attributs attributs) {
        switch (nom) {
            case "instrtext", "delinstrtext" -> dansUneInstruction = true;
            case "fldchar" -> {
                if (attributs.de("fldchartype").equals("begin")) {
                    instruction.setLength(0);
                }
            }
            case "fldsimple" -> dde |= dde(attributs.de("instr"));
            case "ddelink" -> dde = true;
            case "externalbook" -> lien = true;
            case "hlinkclick", "hlinkhover", "hlinkmouseover" ->
                lancement |= attributs.de("action").toLowerCase(Locale.ROOT).contains(LANCEMENT);
            case "ocx" -> objet |= !attributs.de("classid").isEmpty();
            default -> {}
        }
    }

    @Override
    public void texte(XMLStreamReader texte) {
        if (dansUneInstruction) {
            var place = Math.min(texte.getTextLength(), GARDES - instruction.length());
            if (place > 0) {
                instruction.append(texte.getTextCharacters(), texte.getTextStart(), place);
            }
        }
    }

    @Override
    public void fin(String nom) {
        if (nom.equals("instrtext") || nom.equals("delinstrtext")) {
            dansUneInstruction = false;
            dde |= dde(instruction);
        }
    }

    /** @param range vrai d'une partie rangée là où Excel met ce qui vient d'ailleurs */
    void signaler(boolean range, Trouvailles trouvailles) throws ContenuRefuse {
        if (dde) {
            trouvailles.voir(ContenuActif.DDE);
        } else if (lien || range) {
            trouvailles.voir(ContenuActif.LIEN_EXTERNE);
        }
        if (objet) {
            trouvailles.voir(ContenuActif.OBJET);
        }
        if (lancement) {
            trouvailles.voir(ContenuActif.LANCEMENT);
        }
    }

    private static boolean dde(CharSequence instruction) {
        return DDE.matcher(instruction.toString().toLowerCase(Locale.ROOT)).matches();
    }
}
