package fr.convergence.portail.question;

import fr.convergence.socle.page.Message;
import java.util.List;

/** Ce qu'une partie de réponse donne à lire, dans une page, un PDF ou un export ; rien quand elle est sans réponse. */
public record LigneDeReponse(String partie, Message libelle, List<String> textes) {

    public LigneDeReponse {
        textes = List.copyOf(textes);
    }
}
