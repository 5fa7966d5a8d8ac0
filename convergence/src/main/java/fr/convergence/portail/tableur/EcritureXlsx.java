package fr.convergence.portail.tableur;

import fr.convergence.portail.tableur.Cellule.Moment;
import fr.convergence.portail.tableur.Cellule.Nombre;
import fr.convergence.portail.tableur.Cellule.Texte;
import fr.convergence.portail.tableur.Cellule.Vide;
import fr.convergence.socle.page.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Un classeur Excel. Un texte y est un texte : rien de ce qu'il dit ne s'y calcule. */
final class EcritureXlsx implements TableauEcrit {

    private static final String FORME_DU_MOMENT = "dd/mm/yyyy hh:mm";
    /** Des lignes gardées avant d'être écrites. */
    private static final int LIGNES_GARDEES = 100;

    private static final int LARGEUR = 22; // signes

    private final Workbook classeur;
    private final Worksheet feuille;
    private int rang;

    EcritureXlsx(OutputStream vers, String feuille) {
        this.classeur = new Workbook(vers, "Convergence", null);
        this.feuille = classeur.newWorksheet(feuille);
        this.feuille.freezePane(0, 1);
    }

    @Override
    public void ligne(List<Cellule> cellules) throws IOException {
        for (var colonne = 0; colonne < cellules.size(); colonne++) {
            if (rang == 0) {
                feuille.width(colonne, LARGEUR);
                feuille.style(rang, colonne).bold().set();
            }
            ecrire(colonne, cellules.get(colonne));
        }
        rang++;
        if (rang % LIGNES_GARDEES == 0) {
            feuille.flush();
        }
    }

    @Override
    public void finir() throws IOException {
        classeur.finish();
    }

    private void ecrire(int colonne, Cellule cellule) {
        switch (cellule) {
            // Dans la case et non dans la table des textes, qui les garderait tous en mémoire.
            case Texte(var valeur) -> feuille.inlineString(rang, colonne, valeur);
            case Nombre(var valeur) -> feuille.value(rang, colonne, valeur);
            case Moment(var valeur) -> {
                feuille.value(rang, colonne, valeur.atZone(Formats.PARIS).toLocalDateTime());
                feuille.style(rang, colonne).format(FORME_DU_MOMENT).set();
            }
            case Vide() -> {}
        }
    }
}
