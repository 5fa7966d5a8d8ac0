package fr.convergence.socle.contenu;

import fr.convergence.socle.page.Message;
import java.util.Locale;
import java.util.Set;

/**
 * Ce qui, dans un fichier par ailleurs sain, agit, va chercher au-dehors ou cache autre chose : refusé ou signalé à qui
 * instruit, selon ce que le guichet a choisi, avec ou sans antivirus.
 */
public enum ContenuActif {
    /** Un fichier qu'un poste exécute, dans une archive, en pièce jointe ou en objet incorporé. */
    PROGRAMME,
    /** Du JavaScript dans un PDF. */
    SCRIPT,
    /** Une action qui lance un programme ou ouvre un fichier du poste. */
    LANCEMENT,
    PIECE_JOINTE,
    FORMULAIRE_XFA,
    MULTIMEDIA,
    /** Un document qui va chercher son modèle, ou une de ses parties, ailleurs. */
    MODELE_DISTANT,
    DDE,
    /** Objet OLE ou contrôle ActiveX. */
    OBJET,
    LIEN_EXTERNE,
    /** Une page web ou un dessin SVG qui porte un script. */
    PAGE_A_SCRIPT,
    /** Une partie que nos contrôles n'ont pas pu lire. */
    NON_LU;

    /** Ce qu'un guichet refuse s'il ne dit rien : le reste se signale, des documents courants en portent. */
    public static final Set<ContenuActif> REFUSES_SANS_MENTION = Set.of(PROGRAMME);

    /** Ce que lit qui instruit, à côté du fichier. */
    public Message marque() {
        return new Message("contenu.marque." + code());
    }

    /** Son nom dans une définition : « modele_distant ». */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
