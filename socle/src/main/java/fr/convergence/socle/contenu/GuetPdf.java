package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import fr.convergence.socle.lecture.LecteurPdf.Jeton;
import fr.convergence.socle.lecture.LecteurPdf.Sorte;
import fr.convergence.socle.lecture.ParcoursPdf;
import java.io.IOException;
import java.util.Set;

/** Guette dans les mots d'un PDF ce qui agit ou cache un autre fichier, et ce sans quoi il n'a rien à montrer. */
final class GuetPdf implements ParcoursPdf.Guet {

    private static final Set<String> CLES_DE_FICHIER = Set.of("F", "UF", "DOS", "Unix", "Win", "Mac");

    private final Trouvailles trouvailles;
    private Jeton precedent = new Jeton(Sorte.FIN, "");
    private String programme = "";
    private boolean catalogue;
    private boolean page;

    GuetPdf(Trouvailles trouvailles) {
        this.trouvailles = trouvailles;
    }

    @Override
    public void voir(Jeton jeton) throws IOException {
        switch (jeton.sorte()) {
            case NOM -> nom(jeton.texte());
            case OUVRE -> {
                if (precedent.sorte() == Sorte.NOM && precedent.texte().equals("EF")) {
                    trouvailles.voir(ContenuActif.PIECE_JOINTE);
                }
            }
            case CHAINE -> {
                if (precedent.sorte() == Sorte.NOM && CLES_DE_FICHIER.contains(precedent.texte())) {
                    fichier(texte(jeton.texte()));
                }
            }
            case MOT, FERME, CROCHET_OUVRE, CROCHET_FERME, FIN -> {}
        }
        precedent = jeton;
    }

    @Override
    public void pieceJointe(byte[] debut) throws IOException {
        trouvailles.voir(ContenuActif.PIECE_JOINTE);
        if (Programmes.contenu(debut)) {
            trouvailles.voir(ContenuActif.PROGRAMME, programme);
        }
    }

    @Override
    public void nonLu() throws IOException {
        trouvailles.voir(ContenuActif.NON_LU);
    }

    /** Un nom de programme ne compte que si quelque chose se joint ou se lance. */
    void conclure() throws IOException {
        var vues = trouvailles.vues();
        if (!programme.isEmpty()
                && (vues.contains(ContenuActif.PIECE_JOINTE) || vues.contains(ContenuActif.LANCEMENT))) {
            trouvailles.voir(ContenuActif.PROGRAMME, programme);
        }
    }

    /** Vrai s'il a un catalogue et au moins une page. */
    boolean seMontre() {
        return catalogue && page;
    }

    boolean catalogue() {
        return catalogue;
    }

    private void nom(String nom) throws IOException {
        switch (nom) {
            case "JavaScript" -> trouvailles.voir(ContenuActif.SCRIPT);
            case "Launch", "GoToR", "GoToE", "ImportData" -> trouvailles.voir(ContenuActif.LANCEMENT);
            case "EmbeddedFile", "FileAttachment" -> trouvailles.voir(ContenuActif.PIECE_JOINTE);
            case "XFA" -> trouvailles.voir(ContenuActif.FORMULAIRE_XFA);
            case "RichMedia" -> trouvailles.voir(ContenuActif.MULTIMEDIA);
            case "Catalog" -> catalogue = true;
            case "Page" -> page = true;
            default -> {
                // rien qui agisse
            }
        }
    }

    private void fichier(String nom) {
        if (!nom.contains("://") && Programmes.nom(nom)) {
            programme = nom.substring(Math.max(nom.lastIndexOf('/'), nom.lastIndexOf('\\')) + 1);
        }
    }

    private static String texte(String chaine) {
        return chaine.startsWith("\u00fe\u00ff")
                ? new String(chaine.getBytes(ISO_8859_1), 2, chaine.length() - 2, UTF_16BE)
                : chaine;
    }
}
